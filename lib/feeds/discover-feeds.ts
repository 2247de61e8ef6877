import { Parser } from 'htmlparser2';
import { parseWebAddress } from '../model/address';
import { decodeFeed } from './decode-feed';

const feedType = /^\s*application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x-rss\+xml)|^\s*text\/(?:rss|xml\+rss)/i;
/** Links that a page shows to its readers. */
const feedPath = /(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:[/._-]|$)|\.(?:rss|rdf|atom)$/i;
/** Pages about feeds, lists of them, and other services' links that share the word. */
const noFeedPath = /feedback|\.(?:html?|php|aspx?|png|jpe?g|svg|pdf|css|js)$/i;
const aside = /comment|kommentar|commentaire/i;

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
  const { links, anchors, base: written = '' } = linksOf(decodeFeed(page.subarray(0, 1024 * 1024), hints.contentType));
  return announcedFeeds({ links, anchors }, parseWebAddress(written, hints.url)?.href ?? hints.url);
}

/** The same of links that were read already, as from an open page. */
export function announcedFeeds(
  { links, anchors = [] }: { readonly links: readonly Attributes[]; readonly anchors?: readonly string[] },
  base: string,
): NamedFeed[] {
  const found = new Map<string, NamedFeed & { readonly rank: number }>();
  const keep = (href: string, title: string, rank: number): void => {
    const url = parseWebAddress(href, base)?.href;
    if (url === undefined || url.length > 4_096 || found.has(url)) return;
    found.set(url, { url, title: title.trim().slice(0, 300), rank: rank + (aside.test(`${href} ${title}`) ? 1 : 0) });
  };
  for (const { rel = '', type = '', href = '', title = '' } of links) {
    if (/\b(alternate|feed)\b/i.test(rel) && feedType.test(type)) keep(href, title, 0);
  }
  for (const href of anchors) {
    const path = parseWebAddress(href, base)?.pathname ?? '';
    if (feedPath.test(path) && !noFeedPath.test(path)) keep(href, '', 2);
  }
  return [...found.values()].sort((one, other) => one.rank - other.rank).map(({ url, title }) => ({ url, title }));
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
