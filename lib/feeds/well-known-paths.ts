import { parseWebAddress } from '../model/address';

const atRoot = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json'];

/** Where a site that announces no feed may keep one all the same, the likeliest first: beside the page, then at the root. */
export function wellKnownFeeds(page: string): string[] {
  const url = parseWebAddress(page);
  if (!url) return [];
  const folder = url.pathname.replace(/\/[^/]*\.\w+$/, '').replace(/\/+$/, '');
  const paths = folder === '' ? atRoot : [`${folder}/feed`, ...atRoot];
  return paths.map((path) => new URL(path, url.origin).href);
}
