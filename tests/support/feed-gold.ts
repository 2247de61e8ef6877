import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMoment } from '../../lib/feeds/moments';
import { plainLine } from '../../lib/feeds/plain-text';
import { z } from '../../lib/model/z';

const folder = join(import.meta.dirname, '../../../shared/data/feeds/gofeed/testdata');
const now = '2030-01-01T00:00:00Z';

const personSchema = z.object({ name: z.optional(z.string()), email: z.optional(z.string()) });
const wordSchema = z.optional(z.string());
const linksSchema = z.optional(z.array(z.union([z.string(), z.object({ href: wordSchema, rel: wordSchema })])));
type Links = z.infer<typeof linksSchema>;
const itemSchema = z.object({
  title: wordSchema,
  link: wordSchema,
  links: linksSchema,
  guid: z.optional(z.union([z.string(), z.object({ value: wordSchema })])),
  id: wordSchema,
  published: wordSchema,
  pubDate: wordSchema,
  updated: wordSchema,
  author: z.optional(z.union([z.string(), personSchema])),
  authors: z.optional(z.array(personSchema)),
});
const goldSchema = z.object({
  title: wordSchema,
  link: wordSchema,
  links: linksSchema,
  items: z.optional(z.array(itemSchema)),
  entries: z.optional(z.array(itemSchema)),
});

/** What is compared of a feed, in any reader's output and in what is expected of it. */
export interface FeedFacts {
  readonly title?: string;
  readonly link?: string;
  readonly articles: readonly ArticleFacts[];
}

export interface ArticleFacts {
  readonly title?: string;
  readonly url?: string;
  readonly id?: string;
  readonly published?: string;
  readonly authors?: readonly string[];
}

export interface GoldFeed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Absent for files that are there to be refused, or only to be recognised. */
  readonly expected?: FeedFacts;
}

export const hasGoldFeeds = existsSync(folder);

/** The shared feeds with what is expected of each; empty where ../shared is absent. */
export function readGoldFeeds(): GoldFeed[] {
  if (!hasGoldFeeds) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => {
      const gold = join(folder, name.replace(/xml$/, 'json'));
      const expected = existsSync(gold) ? readGold(readFileSync(gold, 'utf8')) : undefined;
      return { name, bytes: readFileSync(join(folder, name)), expected };
    });
}

/** Equal once markup is plain text, dates are moments and addresses are spelled alike, which is what a reader sees. */
export function isAsExpected(found: FeedFacts, expected: FeedFacts): boolean {
  return JSON.stringify(normal(found)) === JSON.stringify(normal(expected, found));
}

function readGold(json: string): FeedFacts {
  const gold = goldSchema.parse(JSON.parse(json));
  return {
    title: gold.title,
    link: linkOf(gold),
    articles: (gold.items ?? gold.entries ?? []).map((item) => ({
      title: item.title,
      url: linkOf(item),
      id: typeof item.guid === 'string' ? item.guid : (item.guid?.value ?? item.id),
      published: item.published ?? item.pubDate ?? item.updated,
      authors: (item.authors ?? (item.author === undefined ? [] : [item.author])).flatMap((author) =>
        typeof author === 'string' ? author : ([author.name, author.email].find((word = '') => word !== '') ?? []),
      ),
    })),
  };
}

/** Plain strings may be links of the feed to itself, so they say nothing. */
function linkOf({ link, links }: { readonly link?: string; readonly links?: Links }): string | undefined {
  const found = links?.flatMap((each) => (typeof each === 'string' ? [] : each)).find(({ rel = '' }) => rel === '' || rel === 'alternate');
  return link ?? found?.href;
}

/** What is expected says nothing of ids where the feed has none; a reader may still make one. */
function normal(facts: FeedFacts, other: FeedFacts = facts): unknown {
  return {
    title: plain(facts.title),
    link: address(facts.link),
    articles: facts.articles.map((article, index) => ({
      title: plain(article.title),
      url: address(article.url),
      id: plain(article.id ?? other.articles[index]?.id),
      published: article.published === undefined ? null : (parseMoment(article.published, now) ?? null),
      authors: (article.authors ?? []).map(plain),
    })),
  };
}

/** Twice, since what is expected may still be escaped where a reader has undone it. */
function plain(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  return plainLine({ value: plainLine({ value: text, markup: 'unknown' }), markup: 'unknown' });
}

function address(written: string | undefined): string | null {
  if (written === undefined || written === '') return null;
  return URL.canParse(written) ? new URL(written).href : written;
}
