import { addressKey } from '../model/address';
import { explainer } from './explain';
import { foldEvents, type FoldedArticle } from './fold-events';
import { mostRead, pageText, rankByHeadline, rankByText } from './rank-articles';
import type { CoveredArticle, RelatedCoverage, RelatedList, RelateInput } from './related';
import type { TextOf } from './report';
import { preferStory, storyOfPage } from './same-story';
import { termUses } from './term-vector';
import { varied } from './varied';

export interface Relating {
  /** Ids of the articles whose texts are worth reading: a bounded number, the most promising. */
  readonly toRead: readonly string[];
  /** What comes of them with these texts, by id. */
  finish(texts: ReadonlyMap<string, string>): RelatedCoverage;
}

/**
 * The coverage of an entity that helps to understand a page: what was reported before it and what since, by the page's
 * own date. Without that date, everything was before; so was an article without one. The page itself is left out.
 * In two steps, so that only the texts that count have to be fetched.
 */
export function relating(input: RelateInput): Relating {
  const pageUses = termUses(pageText(input));
  const promising = preferStory(rankByHeadline(othersThan(input.page.url, input.candidates), input, pageUses), input.page.story);
  return {
    toRead: promising.slice(0, mostRead).map(({ covered }) => covered.article.id),
    finish(texts) {
      const textOf: TextOf = (id) => texts.get(id);
      const ranked = rankByText(promising, ({ id }) => textOf(id), pageUses);
      const page = { ...input.page, story: storyOfPage(ranked, input, textOf) };
      return listed(foldEvents(preferStory(ranked, page.story), textOf), { ...input, page }, textOf);
    },
  };
}

/** The same in one step, where the articles have their texts with them. */
export function relate(input: RelateInput): RelatedCoverage {
  const texts = input.candidates.flatMap(({ article: { id, text } }): [string, string][] => (text === undefined ? [] : [[id, text]]));
  return relating(input).finish(new Map(texts));
}

function listed(folded: readonly FoldedArticle[], input: RelateInput, textOf: TextOf): RelatedCoverage {
  const { page } = input;
  const isSince = ({ covered: { article } }: FoldedArticle): boolean =>
    page.published !== undefined && article.published !== undefined && article.published > page.published;
  const explain = explainer(input, textOf);
  const listOf = (all: readonly FoldedArticle[]): RelatedList => ({
    items: varied(all, input.shown).map((each) => ({ article: each.covered.article, score: each.score, reason: explain(each), alsoIn: each.alsoIn })),
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
