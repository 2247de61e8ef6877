import { addressKey } from '../model/address';
import { explainer } from './explain';
import { foldEvents, type FoldedArticle } from './fold-events';
import { rankArticles } from './rank-articles';
import type { CoveredArticle, RelatedCoverage, RelatedList, RelateInput } from './related';

/**
 * The coverage of an entity that helps to understand a page: what was reported before it and what since, by the page's
 * own date. Without that date, everything was before; so was an article without one. The page itself is left out.
 */
export function relate(input: RelateInput): RelatedCoverage {
  const { page } = input;
  const folded = foldEvents(rankArticles(othersThan(page.url, input.candidates), input));
  const isSince = ({ covered: { article } }: FoldedArticle): boolean =>
    page.published !== undefined && article.published !== undefined && article.published > page.published;
  const explain = explainer(input);
  const listOf = (all: readonly FoldedArticle[]): RelatedList => ({
    items: all.slice(0, input.shown).map((each) => ({ article: each.covered.article, score: each.score, reason: explain(each), alsoIn: each.alsoIn })),
    total: all.length,
  });
  return { before: listOf(folded.filter((each) => !isSince(each))), since: listOf(folded.filter(isSince)) };
}

function othersThan(url: string, candidates: readonly CoveredArticle[]): CoveredArticle[] {
  const key = addressKey(url);
  const [host = ''] = key.split('/', 1);
  // Most are elsewhere, and reading an address in full takes longer than looking for its host.
  return candidates.filter(({ article }) => !article.url.toLowerCase().includes(host) || addressKey(article.url) !== key);
}
