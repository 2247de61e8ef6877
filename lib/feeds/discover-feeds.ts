import { parseWebAddress } from '../model/address';
import { decodeFeed } from './decode-feed';
import { decodeEntities } from './entities';

const feedType = /^\s*application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x-rss\+xml)|^\s*text\/(?:rss|xml\+rss)/i;
const attribute = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * The feeds that a page announces (`<link rel="alternate">`), absolute, best first: feeds of comments and of single
 * posts come last.
 */
export function discoverFeeds(page: Uint8Array, hints: { readonly url: string; readonly contentType?: string }): string[] {
  // Feeds are announced in the head; a page may be of any length.
  const html = decodeFeed(page.subarray(0, 512 * 1024), hints.contentType).replace(/<!--[\s\S]*?-->/g, '');
  const base = parseWebAddress(attributesOf(/<base\b([^>]*)>/i.exec(html)?.[1] ?? '').get('href') ?? '', hints.url);
  const found: { href: string; isAside: boolean }[] = [];
  for (const [, inside = ''] of html.matchAll(/<link\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)) {
    const link = attributesOf(inside);
    if (!/\b(alternate|feed)\b/i.test(link.get('rel') ?? '') || !feedType.test(link.get('type') ?? '')) continue;
    const href = parseWebAddress(link.get('href') ?? '', base ?? hints.url)?.href;
    if (href === undefined || found.some((other) => other.href === href)) continue;
    found.push({ href, isAside: /comment|kommentar|commentaire/i.test(`${href} ${link.get('title') ?? ''}`) });
  }
  return found.sort((one, other) => Number(one.isAside) - Number(other.isAside)).map(({ href }) => href);
}

function attributesOf(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of tag.matchAll(attribute)) {
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}
