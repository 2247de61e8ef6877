import { Parser } from 'htmlparser2';
import { parseWebAddress } from '../model/address';
import { decodeFeed } from './decode-feed';
import { readElements } from './xml-elements';

/** What some say of a feed and others of something else. */
const vagueType = /^\s*(?:text|application)\/(?:xml|json)?\s*(?:;|$)/i;
const feedType = /^\s*application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x-rss\+xml)|^\s*text\/(?:rss|xml\+rss)/i;
/** Links that a page shows to its readers. */
const feedHost = /^(?:rss|feeds?)\./i;
const feedQuery = /[?&]feed=(?:rss|atom|rdf)/i;
const feedPath = /(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:[/._-]|$)|\.(?:rss|rdf|atom)$/i;
/** Pages about feeds, lists of them, and other services' links that share the word. */
const noFeedPath = /feedback|\.(?:html?|php|aspx?|png|jpe?g|svg|pdf|css|js)$/i;
const aside = /comment|kommentar|commentaire/i;

const sitemapIndex = /<(?:[\w.-]+:)?sitemapindex[\s>]/i;
const mostSitemaps = 20;

type Attributes = Readonly<Record<string, string>>;

/** A feed that a page names. */
export interface NamedFeed {
  readonly url: string;
  /** What the page calls it; empty where it does not say. */
  readonly title: string;
}

/**
 * The feeds that a page announces (`<link rel="alternate">`), absolute, best first: feeds of comments and of single
 * posts come last, after them what the page only links to by an address that looks like a feed's.
 */
export function discoverFeeds(page: Uint8Array, hints: { readonly url: string; readonly contentType?: string }): NamedFeed[] {
  // Feeds are announced in the head; a page may be of any length.
  const text = decodeFeed(page.subarray(0, 1024 * 1024), hints.contentType);
  if (sitemapIndex.test(text.slice(0, 4096))) return listedSitemaps(text, hints.url);
  const { links, anchors, base: written = '' } = linksOf(text);
  return announcedFeeds({ links, anchors }, parseWebAddress(written, hints.url)?.href ?? hints.url);
}

const isOfNews = (url: string): boolean => /news/i.test(new URL(url).pathname);

/** A list of sitemaps, those that speak of news first. */
function listedSitemaps(text: string, base: string): NamedFeed[] {
  const [root] = readElements(text.slice(text.search(sitemapIndex))).children;
  const listed = (root?.children ?? []).flatMap(({ children }) => children.flatMap(({ name, text: href }) => (name === 'loc' ? (parseWebAddress(href, base)?.href ?? []) : [])));
  const urls = [...new Set(listed)].filter((url) => url.length <= 4_096);
  return [...urls.filter(isOfNews), ...urls.filter((url) => !isOfNews(url))].slice(0, mostSitemaps).map((url) => ({ url, title: '' }));
}

/** The same of links that were read already, as from an open page. */
export function announcedFeeds(
  { links, anchors = [] }: { readonly links: readonly Attributes[]; readonly anchors?: readonly string[] },
  base: string,
): NamedFeed[] {
  const found = new Map<string, NamedFeed & { readonly rank: number }>();
  const keep = (href: string, title: string, rank: number): void => {
    const address = linkedAddress(href, base);
    if (!address) return;
    address.hash = '';
    const url = address.href;
    if (url.length > 4_096 || found.has(url)) return;
    found.set(url, { url, title: title.trim().slice(0, 300), rank: rank + (isAside({ url: href, title }) ? 1 : 0) });
  };
  for (const { rel = '', type = '', href = '', title = '' } of links) {
    if (!/(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel) || /(?:^|\s)stylesheet(?:\s|$)/i.test(rel)) continue;
    if (feedType.test(type) || /(?:^|\s)feed(?:\s|$)/i.test(rel)) keep(href, title, 0);
    else if ((type === '' || vagueType.test(type)) && (isLikely(href, base) || /\b(?:rss|atom|feed)\b/i.test(title))) keep(href, title, 0);
  }
  for (const href of anchors) if (isLikely(href, base)) keep(href, '', 2);
  return [...found.values()].sort((one, other) => one.rank - other.rank).map(({ url, title }) => ({ url, title }));
}

/** Of comments, not of what they are about. */
export function isAside({ url, title }: NamedFeed): boolean {
  return aside.test(`${url} ${title}`);
}

/** By its address alone. */
function isLikely(href: string, base: string): boolean {
  const { hostname = '', pathname = '', search = '' } = linkedAddress(href, base) ?? {};
  if (feedQuery.test(search)) return true;
  return !noFeedPath.test(pathname) && (feedPath.test(pathname) || (feedHost.test(hostname) && pathname !== '/'));
}

/** Some pages give feeds a scheme of their own. */
function linkedAddress(href: string, base: string): URL | undefined {
  if (href.trim() === '') return undefined;
  return parseWebAddress(href.trim().replace(/^feed:(?=https?:)/i, '').replace(/^feed:(?=\/\/)/i, 'http:'), base);
}

function linksOf(html: string): { readonly links: readonly Attributes[]; readonly anchors: readonly string[]; readonly base?: string } {
  const links: Attributes[] = [];
  const anchors: string[] = [];
  let base: string | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'link') links.push(attributes);
      if (name === 'a' && attributes.href !== undefined) anchors.push(attributes.href);
      if (name === 'base') base ??= attributes.href;
      // The parser's time grows with the depth; nothing that counts here is deep.
      if (++depth > 500) parser.pause();
    },
    onclosetag() {
      depth--;
    },
  });
  parser.end(html);
  return { links, anchors, base };
}
