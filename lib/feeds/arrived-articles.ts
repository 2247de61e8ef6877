import { articleIdOf, boundedId } from '../model/address';
import type { Article } from '../model/article';
import type { ParsedFeed } from './parsed-feed';

/** An article as it came through a source, with the name that the feed itself has for it. */
export interface ArrivedArticle {
  readonly article: Article;
  /** Unique within the source: the same one again, under another address or headline, is the same article changed. */
  readonly guid?: string;
}

/**
 * The feed's articles that can be opened and have a title, once each. Their id is the canonical address, so that the
 * same article through two feeds is one; where several items of a feed link to one address but have guids of their
 * own (a live page, a site's front page), the guid tells them apart.
 */
export function arrivedArticles(feed: ParsedFeed, source: { readonly url: string; readonly title: string }): ArrivedArticle[] {
  const guidsOf = new Map<string, Set<string>>();
  for (const { url, guid } of feed.articles) {
    if (url === undefined || guid === undefined) continue;
    guidsOf.set(url, (guidsOf.get(url) ?? new Set()).add(guid));
  }
  const arrived = new Map<string, ArrivedArticle>();
  for (const { guid, permalink, url = permalink, title, published, authors, summary, text, language } of feed.articles) {
    if (url === undefined || title === '') continue;
    const isShared = guid !== undefined && (guidsOf.get(url)?.size ?? 0) > 1;
    const id = isShared ? boundedId(`${source.url}#${guid}`) : articleIdOf(url);
    if (arrived.has(id)) continue; // the first is the newest
    const article = {
      id, url, title, outlet: source.title, published, summary, text, authors: authors && [...authors],
      language: language ?? feed.language,
    };
    arrived.set(id, { guid, article });
  }
  return [...arrived.values()];
}
