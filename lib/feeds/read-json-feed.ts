import { z } from '../model/z';
import type { RawFeed, RawText } from './parsed-feed';

/** Feeds give numbers where the format wants strings, and null where there is nothing. */
const wordSchema = z.optional(
  z.pipe(
    z.unknown(),
    z.transform((value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)),
  ),
);
const authorSchema = z.catch(z.object({ name: wordSchema }), { name: undefined });
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
  const json = parseJson(source) ?? parseJson(source.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*(?=[\]}])/g, ''));
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

/** Undefined for what is none, once more tried without the line breaks in strings and the last commas that people leave in. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

type Author = z.infer<typeof authorSchema>;

/** `author` is how version 1.0 has it. */
function names(authors: readonly Author[] | undefined, author: Author | undefined): string[] {
  return [...(authors ?? []), ...(author ? [author] : [])].flatMap(({ name }) => name ?? []);
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
