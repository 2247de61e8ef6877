import { Parser } from 'htmlparser2';
import { parseWebAddress } from '../model/address';
import { decodeFeed } from './decode-feed';

const feedType = /^\s*application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x-rss\+xml)|^\s*text\/(?:rss|xml\+rss)/i;

type Attributes = Readonly<Record<string, string>>;

/**
 * The feeds that a page announces (`<link rel="alternate">`), absolute, best first: feeds of comments and of single
 * posts come last.
 */
export function discoverFeeds(page: Uint8Array, hints: { readonly url: string; readonly contentType?: string }): string[] {
  // Feeds are announced in the head; a page may be of any length.
  const { links, base: written = '' } = linksOf(decodeFeed(page.subarray(0, 512 * 1024), hints.contentType));
  const base = parseWebAddress(written, hints.url);
  const found: { href: string; isAside: boolean }[] = [];
  for (const link of links) {
    if (!/\b(alternate|feed)\b/i.test(link.rel ?? '') || !feedType.test(link.type ?? '')) continue;
    const href = parseWebAddress(link.href ?? '', base ?? hints.url)?.href;
    if (href === undefined || found.some((other) => other.href === href)) continue;
    found.push({ href, isAside: /comment|kommentar|commentaire/i.test(`${href} ${link.title ?? ''}`) });
  }
  return found.sort((one, other) => Number(one.isAside) - Number(other.isAside)).map(({ href }) => href);
}

function linksOf(html: string): { readonly links: readonly Attributes[]; readonly base?: string } {
  const links: Attributes[] = [];
  let base: string | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'link') links.push(attributes);
      if (name === 'base') base ??= attributes.href;
      // The parser's time grows with the depth; nothing in a head is deep.
      if (++depth > 500) parser.pause();
    },
    onclosetag() {
      depth--;
    },
  });
  parser.end(html);
  return { links, base };
}
