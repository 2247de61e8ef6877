import { parseFeed as parseWithFeedsmith, type AtomFeed, type JsonFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import type { RawFeed, RawItem, RawLink, RawText } from './parsed-feed';

type Atom = AtomFeed.Feed<string>;
type AtomEntry = NonNullable<Atom['entries']>[number];
type Rss = RssFeed.Feed<string>;
type RssItem = NonNullable<Rss['items']>[number];
type Rdf = RdfFeed.Feed<string>;
type Json = JsonFeed.Feed<string>;

/** Undefined where feedsmith finds no feed in the text. */
export function readWithFeedsmith(text: string, maxItems: number): RawFeed | undefined {
  let found: ReturnType<typeof parseWithFeedsmith>;
  try {
    found = parseWithFeedsmith(text, { maxItems });
  } catch {
    // Feedsmith throws for everything that it does not take for a feed; which of its errors makes no difference here.
    return undefined;
  }
  switch (found.format) {
    case 'atom':
      return fromAtom(found.feed as Atom);
    case 'rss':
      return fromRss(found.feed as Rss);
    case 'rdf':
      return fromRdf(found.feed as Rdf);
    case 'json':
      return fromJson(found.feed as Json);
  }
}

function fromRss(feed: Rss): RawFeed {
  return {
    title: unknownText(feed.title ?? feed.dc?.titles?.[0]),
    links: [...plainLinks(feed.link), ...atomLinks(feed.atom?.links, feed.xml?.base)],
    description: unknownText(feed.description ?? feed.dc?.descriptions?.[0]),
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    ttl: feed.ttl?.toString(),
    skipHours: feed.skipHours?.map(String),
    items: (feed.items ?? []).map((item) => fromRssItem(item, feed.xml?.base)),
  };
}

function fromRssItem(item: RssItem, base: string | undefined): RawItem {
  const authors = (item.authors ?? []).map((author) => author.name ?? author.email ?? '');
  return {
    guid: item.guid?.value,
    guidIsLink: item.guid?.isPermaLink !== false,
    links: [...plainLinks(item.link, bases(base, item.xml?.base)), ...atomLinks(item.atom?.links, base, item.xml?.base)],
    title: unknownText(item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value ?? item.itunes?.title),
    summary: unknownText(item.description ?? item.dc?.descriptions?.[0] ?? item.media?.description?.value),
    content: htmlText(item.content?.encoded ?? item.atom?.content?.value),
    dates: present([
      item.pubDate, item.atom?.published, ...(item.dc?.dates ?? []), ...(item.dcterms?.created ?? []),
      ...(item.dcterms?.issued ?? []), item.atom?.updated,
    ]),
    authors: firstFilled(
      authors,
      (item.atom?.authors ?? []).map((author) => author.name ?? author.email ?? ''),
      item.dc?.creators,
      item.itunes?.author === undefined ? [] : [item.itunes.author],
    ),
    language: item.dc?.languages?.[0] ?? item.xml?.lang,
  };
}

function fromRdf(feed: Rdf): RawFeed {
  return {
    title: unknownText(feed.title ?? feed.dc?.titles?.[0]),
    links: plainLinks(feed.link),
    description: unknownText(feed.description ?? feed.dc?.descriptions?.[0]),
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    items: (feed.items ?? []).map((item) => ({
      guid: item.rdf?.about,
      guidIsLink: true,
      links: plainLinks(item.link, bases(feed.xml?.base, item.xml?.base)),
      title: unknownText(item.title ?? item.dc?.titles?.[0]),
      summary: unknownText(item.description ?? item.dc?.descriptions?.[0]),
      content: htmlText(item.content?.encoded),
      dates: present([...(item.dc?.dates ?? []), ...(item.dcterms?.created ?? [])]),
      authors: firstFilled(item.dc?.creators),
      language: item.dc?.languages?.[0],
    })),
  };
}

function fromAtom(feed: Atom): RawFeed {
  const authors = (feed.authors ?? []).map((author) => author.name ?? author.email ?? '');
  return {
    title: typedText(feed.title),
    links: atomLinks(feed.links, feed.xml?.base),
    description: typedText(feed.subtitle),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0],
    items: (feed.entries ?? []).map((entry) => fromEntry(entry, feed.xml?.base, authors)),
  };
}

function fromEntry(entry: AtomEntry, base: string | undefined, feedAuthors: readonly string[]): RawItem {
  const written = (entry.authors ?? []).map((author) => author.name ?? author.email ?? '');
  const ofSource = (entry.source?.authors ?? []).map((author) => author.name ?? author.email ?? '');
  return {
    guid: entry.id,
    guidIsLink: true,
    links: atomLinks(entry.links, base, entry.xml?.base),
    title: typedText(entry.title),
    summary: typedText(entry.summary) ?? unknownText(entry.media?.description?.value),
    content: typedText(entry.content),
    dates: present([entry.published, entry.dc?.dates?.[0], entry.updated]),
    authors: firstFilled(written, entry.dc?.creators, ofSource, feedAuthors),
    language: entry.xml?.lang,
  };
}

function fromJson(feed: Json): RawFeed {
  const names = (authors: Json['authors']) => (authors ?? []).map((author) => author.name ?? '');
  return {
    title: plainText(feed.title),
    links: plainLinks(feed.home_page_url),
    description: plainText(feed.description),
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      guid: item.id,
      guidIsLink: true,
      links: plainLinks(item.url ?? item.external_url),
      title: plainText(item.title),
      summary: plainText(item.summary),
      content: htmlText(item.content_html) ?? plainText(item.content_text),
      dates: present([item.date_published, item.date_modified]),
      authors: firstFilled(names(item.authors), names(feed.authors)),
      language: item.language,
    })),
  };
}

function typedText(text: { readonly value?: string; readonly type?: string } | undefined): RawText | undefined {
  if (text?.value === undefined) return undefined;
  const type = text.type?.toLowerCase() ?? '';
  if (type.includes('html')) return { value: text.value, markup: 'html' };
  // `type="text"` is often untrue: escaped markup in it is more likely a mistake than an article about tags.
  return { value: text.value, markup: 'unknown' };
}

function unknownText(value: string | undefined): RawText | undefined {
  return value === undefined ? undefined : { value, markup: 'unknown' };
}

function htmlText(value: string | undefined): RawText | undefined {
  return value === undefined ? undefined : { value, markup: 'html' };
}

function plainText(value: string | undefined): RawText | undefined {
  return value === undefined ? undefined : { value, markup: 'unknown' };
}

function plainLinks(href: string | undefined, linkBases?: readonly string[]): RawLink[] {
  return href === undefined ? [] : [{ href, bases: linkBases }];
}

function atomLinks(links: Atom['links'], ...around: readonly (string | undefined)[]): RawLink[] {
  return (links ?? []).flatMap(({ href, rel, type }) =>
    href === undefined ? [] : [{ href, rel, type, bases: bases(...around) }],
  );
}

function bases(...around: readonly (string | undefined)[]): string[] {
  return present(around);
}

function present(values: readonly (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined);
}

function firstFilled(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return lists.find((list) => list?.some((name) => name !== '')) ?? [];
}
