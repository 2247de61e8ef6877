import { addressKey, articleIdOf, boundedId } from '../model/address';
import type { Article } from '../model/article';
import type { ParsedArticle, ParsedFeed } from './parsed-feed';

/** An article as it came through a source, with the name that the feed itself has for it. */
export interface ArrivedArticle {
  readonly article: Article;
  /** Unique within the source: the same one again, under another address or headline, is the same article changed. */
  readonly guid?: string;
  /** Its date lay ahead when it was read, so that only the first reading says when it came. */
  readonly isAhead?: boolean;
}

/** As much of a headline as is made of an article that has none. */
const madeHeadlineLength = 120;

interface Item extends ParsedArticle {
  readonly opens: string;
  /** Whether that address is the article's own, and not that of the site. */
  readonly isOwn: boolean;
  readonly headline: string;
}

/**
 * The feed's articles that can be opened and say something, once each. Their id is the canonical address, so that the
 * same article through two feeds is one; where several items of a feed link to one address (a live page, a site's
 * front page), their guids tell them apart, else their titles and dates. A guid that the feed gives to different
 * articles names none of them.
 */
export function arrivedArticles(feed: ParsedFeed, source: { readonly url: string; readonly title: string }): ArrivedArticle[] {
  const items = feed.articles.flatMap((item) => readable(item, feed.link));
  const namesOf = grouped(items, ({ opens }) => addressKey(opens), ({ guid, headline }) => guid ?? headline);
  const articlesOf = grouped(items, ({ guid }) => guid, ({ opens, headline, isOwn }) => (isOwn ? addressKey(opens) : headline));
  const headlinesOf = grouped(items, ({ guid }) => guid, ({ headline }) => headline);
  const arrived = new Map<string, ArrivedArticle>();
  for (const { opens, isOwn, headline, ...item } of items) {
    const isRepeated = countOf(articlesOf, item.guid) > 1 && countOf(headlinesOf, item.guid) > 1;
    const guid = isRepeated ? undefined : item.guid;
    const isShared = !isOwn || countOf(namesOf, addressKey(opens)) > 1;
    const id = isShared ? boundedId(`${source.url}#${guid ?? `${headline} ${item.published ?? ''}`}`) : articleIdOf(opens);
    if (arrived.has(id)) continue; // the first is the newest
    const { published, summary, text, authors, language = feed.language } = item;
    const article = {
      id, url: opens, title: headline, outlet: source.title, published, summary, text, authors: authors && [...authors], language,
    };
    arrived.set(id, { guid, article, isAhead: item.isAhead });
  }
  return [...arrived.values()];
}

/** None where there is nothing to open or nothing to read. What links nowhere is read on the site's page. */
function readable(item: ParsedArticle, home: string | undefined): Item[] {
  const own = item.url ?? item.permalink;
  const opens = own ?? home;
  const headline = item.title === '' ? madeHeadline(item) : item.title;
  if (opens === undefined || headline === '') return [];
  const isOwn = own !== undefined && (home === undefined || addressKey(own) !== addressKey(home));
  return [{ ...item, opens, isOwn, headline }];
}

/** Short posts have no title: their beginning has to do. */
function madeHeadline({ summary, text }: ParsedArticle): string {
  const line = (summary ?? text ?? '').split('\n')[0] ?? '';
  if (line.length <= madeHeadlineLength) return line;
  const cut = line.slice(0, madeHeadlineLength);
  return `${cut.replace(/\s+\S*$/, '').replace(/[\ud800-\udbff]$/, '')}…`;
}

function grouped(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
  valueOf: (item: Item) => string | undefined,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const item of items) {
    const [key, value] = [keyOf(item), valueOf(item)];
    if (key !== undefined && value !== undefined) groups.set(key, (groups.get(key) ?? new Set()).add(value));
  }
  return groups;
}

function countOf(groups: ReadonlyMap<string, ReadonlySet<string>>, key: string | undefined): number {
  return key === undefined ? 0 : (groups.get(key)?.size ?? 0);
}
