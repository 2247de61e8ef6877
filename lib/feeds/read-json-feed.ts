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
  if (!source.trimStart().startsWith('{')) return undefined;
  const json = parseJson(source) ?? parseJson(mendedJson(source)) ?? parseJson(wholeItems(source));
  const parsed = feedSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const feed = parsed.data;
  if (!(feed.version ?? '').includes('jsonfeed.org/version') && (feed.title === undefined || !feed.items.some(isArticle))) return undefined;
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

/** Much JSON has a title and items; those of a feed lead somewhere or say something. */
function isArticle(item: z.infer<typeof itemSchema> | null): boolean {
  return [item?.url, item?.external_url, item?.content_html, item?.content_text].some((value) => value !== undefined);
}

/** Without the line breaks in strings and the last commas that people leave in. */
function mendedJson(source: string): string {
  return source.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*(?=[\]}])/g, '');
}

/** What is cut off in the middle, ended behind the last object that is complete. */
function wholeItems(source: string): string {
  let [end, ends] = [0, ''];
  let [depth, outer, inner] = [0, '', ''];
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === '"') {
      at = stringEnd(source, at);
    } else if (sign === '{' || sign === '[') {
      const closing = sign === '{' ? '}' : ']';
      if (depth === 0) outer = closing;
      if (depth === 1) inner = closing;
      depth++;
    } else if (sign === '}' || sign === ']') {
      depth--;
      if (sign === '}' && depth === 2) [end, ends] = [at + 1, inner + outer];
    }
  }
  return source.slice(0, end) + ends;
}

/** Where the quote stands that ends the string beginning at `start`. By hand: strings may be longer than expressions can match. */
function stringEnd(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  return at;
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
