import type { FoldedArticle } from './fold-events';

/** What an outlet's next article in a row of the same counts for, of its score. */
const repeated = 0.92;
/** Only what a reader sees at a glance is arranged. */
const arranged = 12;

/**
 * The first so many, with outlets mixed where the scores are near: three reports by one outlet say less than three by
 * three. An article that is clearly better keeps its place.
 */
export function varied(ranked: readonly FoldedArticle[], shown: number): FoldedArticle[] {
  const left = ranked.slice(0, Math.max(shown, arranged));
  const first: FoldedArticle[] = [];
  const taken = new Map<string, number>();
  while (first.length < Math.min(arranged, shown) && left.length > 0) {
    let best = 0;
    let most = -Infinity;
    for (const [at, { score, covered }] of left.entries()) {
      const worth = score * repeated ** (taken.get(covered.article.outlet) ?? 0);
      if (worth > most) [best, most] = [at, worth];
    }
    const [next] = left.splice(best, 1);
    if (!next) break;
    first.push(next);
    taken.set(next.covered.article.outlet, (taken.get(next.covered.article.outlet) ?? 0) + 1);
  }
  return [...first, ...left].slice(0, shown);
}
