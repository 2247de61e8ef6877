import type { TermStatistics } from './term-statistics';
import { similarity, termUses, termVector, type ArticleText } from './term-vector';

export interface SaidQuote {
  readonly text: string;
  /** When it was said, else published. */
  readonly said?: string;
  readonly outlet: string;
  readonly url: string;
  /** The headline it stands under, which tells what it was said about. */
  readonly title: string;
}

/** A quote counts for its own words, and for the headline it was said under. */
const headlineShare = 0.5;
/** Fewer words say nothing by themselves. */
const leastWords = 5;

/**
 * What somebody said on the subject of a page, best first: quotes whose words, or headline, are those of the page. One that
 * several articles have is shown once, from the first of them. What has nothing to do with the page comes last, newest first.
 */
export function saidOn(page: ArticleText, quotes: readonly SaidQuote[], shown: number): SaidQuote[] {
  const once = firstOfEach(quotes.filter(({ text }) => text.split(/\s+/).length >= leastWords));
  const uses = once.map(({ text }) => termUses({ title: '', text }));
  const headlines = once.map(({ title }) => termUses({ title }));
  const statistics = statisticsOf([...uses, ...headlines]);
  const pageVector = termVector(termUses(page), statistics);
  const scored = once.map((quote, at) => {
    const own = similarity(pageVector, termVector(uses[at] ?? new Map(), statistics));
    const headline = similarity(pageVector, termVector(headlines[at] ?? new Map(), statistics));
    return { quote, score: own + headlineShare * headline };
  });
  scored.sort((one, other) => other.score - one.score || ((one.quote.said ?? '') < (other.quote.said ?? '') ? 1 : -1));
  return scored.slice(0, shown).map(({ quote }) => quote);
}

function firstOfEach(quotes: readonly SaidQuote[]): SaidQuote[] {
  const seen = new Set<string>();
  return [...quotes]
    .sort((one, other) => ((one.said ?? '') < (other.said ?? '') ? -1 : 1))
    .filter(({ text }) => {
      const key = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function statisticsOf(all: readonly ReadonlyMap<string, unknown>[]): TermStatistics {
  const counts = new Map<string, number>();
  for (const uses of all) for (const term of uses.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { articles: all.length, articlesWith: (term) => counts.get(term) ?? 0 };
}
