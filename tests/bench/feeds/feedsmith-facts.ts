import { parseFeed } from 'feedsmith';
import { decodeFeed } from '../../../lib/feeds/decode-feed';
import { z } from '../../../lib/model/z';
import type { FeedFacts } from '../../support/feed-gold';

const word = z.optional(z.string());
/** Text of Atom comes with its type around it. */
const text = z.optional(z.union([z.string(), z.object({ value: word })]));
const persons = z.optional(z.array(z.union([z.string(), z.object({ name: word, email: word })])));
const links = z.optional(z.array(z.object({ href: word, rel: word })));
const dublinCore = z.optional(z.object({ titles: z.optional(z.array(z.string())), creators: z.optional(z.array(z.string())), dates: z.optional(z.array(z.string())) }));
const itemSchema = z.object({
  title: text, link: word, links, guid: text, id: word, rdf: z.optional(z.object({ about: word })), pubDate: word, published: word,
  updated: word, authors: persons, dc: dublinCore, itunes: z.optional(z.object({ author: word })),
});
const feedSchema = z.object({
  title: text, link: word, links, authors: persons, items: z.optional(z.array(itemSchema)), entries: z.optional(z.array(itemSchema)), dc: dublinCore,
});

/** The best of feedsmith's output for each of our facts, so that only what it did not read counts against it. */
export function feedsmithFacts(bytes: Uint8Array): FeedFacts | undefined {
  let parsed: unknown;
  try {
    parsed = parseFeed(decodeFeed(bytes)).feed;
  } catch {
    return undefined; // it throws for what it takes for no feed
  }
  const feed = feedSchema.parse(parsed);
  return {
    title: valueOf(feed.title) ?? feed.dc?.titles?.[0],
    link: linkOf(feed),
    articles: (feed.items ?? feed.entries ?? []).map((item) => ({
      title: valueOf(item.title) ?? item.dc?.titles?.[0],
      url: linkOf(item),
      id: valueOf(item.guid) ?? item.id ?? item.rdf?.about,
      published: item.published ?? item.pubDate ?? item.dc?.dates?.[0] ?? item.updated,
      authors: namesOf(item.authors) ?? item.dc?.creators ?? (item.itunes?.author === undefined ? undefined : [item.itunes.author]) ?? namesOf(feed.authors),
    })),
  };
}

function valueOf(found: z.infer<typeof text>): string | undefined {
  return typeof found === 'string' ? found : found?.value;
}

function linkOf({ link, links: all }: { readonly link?: string; readonly links?: z.infer<typeof links> }): string | undefined {
  return link ?? all?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
}

function namesOf(found: z.infer<typeof persons>): string[] | undefined {
  return found?.flatMap((person) => (typeof person === 'string' ? person : (person.name ?? person.email ?? [])));
}
