import type { Article } from '../model/article';
import { limits } from '../model/limits';
import { isSourceOrigin } from './origins';
import type { ArticleRow } from './rows';

interface Told {
  readonly article: Article;
  readonly origin: string;
  readonly guid?: string;
  /** Its date lay ahead, so that it says no more than when it was read: an earlier one stands. */
  readonly isAhead?: boolean;
}

/**
 * The row with what an arrival says. The source that brought an article first has its wording: what others say only
 * fills gaps, or two feeds with one article would rewrite it in turns. A headline that changes is kept as a former one.
 */
export function mergeArticle(existing: ArticleRow, { article, origin, guid, isAhead }: Told): ArticleRow {
  const owner = ownerOf(existing);
  const [first, second] = owner === undefined || owner === origin ? [article, existing] : [existing, article];
  return {
    ...existing,
    url: first.url,
    title: first.title,
    formerTitles: withFormer(existing, first.title),
    outlet: first.outlet,
    published: isAhead === true ? (existing.published ?? article.published) : (first.published ?? second.published),
    summary: first.summary ?? second.summary,
    language: first.language ?? second.language,
    authors: first.authors ?? second.authors,
    origins: withItem(existing.origins, origin),
    guids: guid === undefined ? existing.guids : withItem(existing.guids, guid).slice(-limits.guidsPerArticle),
  };
}

/** The source whose article it is. Undefined for what came from files and from reading alone. */
export function ownerOf({ origins }: Pick<ArticleRow, 'origins'>): string | undefined {
  return origins.find(isSourceOrigin);
}

function withFormer({ title, formerTitles }: ArticleRow, newTitle: string): string[] | undefined {
  if (newTitle === title) return formerTitles;
  return [title, ...(formerTitles ?? [])].filter((former) => former !== newTitle).slice(0, limits.formerTitlesPerArticle);
}

function withItem(items: string[], item: string): string[] {
  return items.includes(item) ? items : [...items, item];
}
