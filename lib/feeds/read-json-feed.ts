import { z } from '../model/z';
import type { RawFeed, RawText } from './parsed-feed';

/** Feeds give numbers where the format wants strings, and null where there is nothing. */
const wordSchema = z.optional(
  z.pipe(
    z.unknown(),
    z.transform((value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)),
  ),
);
const authorSchema = z.catch(
  z.union([z.object({ name: wordSchema }), z.pipe(z.string(), z.transform((name) => ({ name })))]),
  { name: undefined },
);
const authorsSchema = z.catch(z.optional(z.array(authorSchema)), undefined);

const itemSchema = z.object({
  id: wordSchema,
  url: wordSchema,
  external_url: wordSchema,
  title: wordSchema,
  summary: wordSchema,
  content_html: wordSchema,
  content_text: wordSchema,
  date_published: wordSchema,
  date_modified: wordSchema,
  language: wordSchema,
  author: z.optional(authorSchema),
  authors: authorsSchema,
});

const feedSchema = z.object({
  version: wordSchema,
  title: wordSchema,
  description: wordSchema,
  home_page_url: wordSchema,
  language: wordSchema,
  author: z.optional(authorSchema),
  authors: authorsSchema,
  items: z.catch(z.array(z.catch(z.nullable(itemSchema), null)), []),
});

/** JSON Feed of any version. Undefined where the text is no JSON, or JSON of another kind. */
export function readJsonFeed(source: string): RawFeed | undefined {
  if (!/^\s*\{/.test(source)) return undefined;
  const json = parseJson(source) ?? parseJson(mendedJson(source)) ?? parseJson(wholeItems(source));
  const parsed = feedSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const feed = parsed.data;
  if (!(feed.version ?? '').includes('jsonfeed.org/version') && (feed.title === undefined || feed.items.length === 0)) return undefined;
  const feedAuthors = names(feed.authors, feed.author);
  return {
    title: text(feed.title),
    links: link(feed.home_page_url),
    description: text(feed.description),
    language: feed.language,
    relativeTo: 'feed',
    items: feed.items.flatMap((item) => {
      if (!item) return [];
      const written = names(item.authors, item.author);
      return [{
        guid: item.id,
        guidIsLink: true,
        links: [...link(item.url), ...link(item.external_url)],
        title: text(item.title),
        summary: text(item.summary),
        content: item.content_html === undefined ? plainText(item.content_text) : { value: item.content_html, markup: 'html' as const },
        dates: [item.date_published, item.date_modified].filter((date) => date !== undefined),
        authors: written.length > 0 ? written : feedAuthors,
        language: item.language,
      }];
    }),
  };
}

/** Without the line breaks in strings and the last commas that people leave in. */
function mendedJson(source: string): string {
  return source.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*(?=[\]}])/g, '');
}

/** What is cut off in the middle, ended behind the last object that is complete. */
function wholeItems(source: string): string {
  const open: string[] = [];
  let [end, ends] = [0, ''];
  for (const { 0: sign, index } of source.matchAll(/"(?:[^"\\]|\\.)*"?|[{}[\]]/gs)) {
    if (sign === '{' || sign === '[') open.push(sign === '{' ? '}' : ']');
    if (sign !== '}' && sign !== ']') continue;
    open.pop();
    if (sign === '}' && open.length === 2) [end, ends] = [index + 1, open.toReversed().join('')];
  }
  return source.slice(0, end) + ends;
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

type Author = z.infer<typeof authorSchema>;

/** `author` is how version 1.0 has it; newer feeds repeat one of theirs there. */
function names(authors: readonly Author[] | undefined, author: Author | undefined): string[] {
  const named = (authors ?? []).flatMap(({ name }) => name ?? []);
  return named.length > 0 ? named : [author?.name ?? []].flat();
}

function text(value: string | undefined): RawText | undefined {
  return value === undefined ? undefined : { value, markup: 'unknown' };
}

/** The format says that it is no markup, so what looks like a tag is meant to be read. */
function plainText(value: string | undefined): RawText | undefined {
  return value === undefined ? undefined : { value, markup: 'text' };
}

function link(href: string | undefined): { href: string }[] {
  return href === undefined || href.trim() === '' ? [] : [{ href }];
}
