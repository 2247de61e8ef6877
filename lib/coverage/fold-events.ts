import { partEvents } from './part-events';
import type { ScoredArticle } from './rank-articles';
import { reportOf, type TextOf } from './report';
import { areApart } from './same-story';
import { similarity, sketchOf, type TermVector } from './term-vector';

/** Headlines of copies differ by a word or two that an outlet added. */
const leastOverlap = 0.8;
const copyHours = 72;
/** How alike two outlets' own reports of one event are at least, and how far apart they appear at most. */
const leastLikeness = 0.24;
const eventHours = 20;
/** How many words stand for a report when two are compared. */
const sketchTerms = 40;
const hourMs = 3_600_000;

export interface FoldedArticle extends ScoredArticle {
  /** Outlets of those that were folded into it. */
  readonly alsoIn: readonly string[];
}

/**
 * Folds reports of one event into the best of them, with the other outlets beside it: syndicated copies, which say the
 * same under the same headline within days, and other outlets' reports that say much the same within hours, of the same places and people. Keeps the
 * order. Only articles that were read, whose number is bounded, are compared each with each.
 */
export function foldEvents(ranked: readonly ScoredArticle[], textOf: TextOf = () => undefined): FoldedArticle[] {
  const kept: (ScoredArticle & { readonly alsoIn: string[] })[] = [];
  const keptWith = new Map<string, number[]>();
  const rarest = rarestTerms(ranked);
  const saysTheSame = reportComparer(textOf);
  for (const each of ranked) {
    const terms = rarest(each.headline);
    const into =
      terms.flatMap((term) => keptWith.get(term) ?? []).map((index) => kept[index]).find((other) => other && isCopy(each, other)) ??
      (each.vector && kept.find((other) => saysTheSame(each, other)));
    if (into) {
      const { outlet } = each.covered.article;
      if (outlet !== into.covered.article.outlet && !into.alsoIn.includes(outlet)) into.alsoIn.push(outlet);
      continue;
    }
    for (const term of terms) keptWith.set(term, [...(keptWith.get(term) ?? []), kept.length]);
    kept.push({ ...each, alsoIn: [] });
  }
  return kept;
}

/**
 * So many of a headline's rarest words that two headlines which overlap enough must share one of them. A shared common
 * word, such as the name that all these articles have, leads nowhere.
 */
function rarestTerms(ranked: readonly ScoredArticle[]): (headline: ReadonlySet<string>) => string[] {
  const counts = new Map<string, number>();
  for (const { headline } of ranked) for (const term of headline) counts.set(term, (counts.get(term) ?? 0) + 1);
  const order = (one: string, other: string): number => (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1);
  return (headline) => [...headline].sort(order).slice(0, headline.size - Math.ceil(headline.size * leastOverlap) + 1);
}

function isCopy(one: ScoredArticle, other: ScoredArticle): boolean {
  if (one.headline.size < 3 || other.headline.size < 3) return false;
  let shared = 0;
  for (const term of one.headline) if (other.headline.has(term)) shared++;
  if (shared / (one.headline.size + other.headline.size - shared) < leastOverlap) return false;
  return (hoursApart(one, other) ?? 0) < copyHours;
}

/** Without dates, nothing tells another report from another event of the same kind. */
function reportComparer(textOf: TextOf): (one: ScoredArticle, other: ScoredArticle) => boolean {
  const sketches = new Map<TermVector, TermVector>();
  const sketch = (vector: TermVector): TermVector => {
    const known = sketches.get(vector) ?? sketchOf(vector, sketchTerms);
    sketches.set(vector, known);
    return known;
  };
  return (one, other) => {
    if (!one.vector || !other.vector || one.covered.article.outlet === other.covered.article.outlet) return false;
    if ((hoursApart(one, other) ?? Infinity) > eventHours || areApart(one.covered.story, other.covered.story)) return false;
    if (similarity(sketch(one.vector), sketch(other.vector)) < leastLikeness) return false;
    return !partEvents(reportOf(one.covered.article, textOf), reportOf(other.covered.article, textOf));
  };
}

function hoursApart(one: ScoredArticle, other: ScoredArticle): number | undefined {
  return one.time === undefined || other.time === undefined ? undefined : Math.abs(one.time - other.time) / hourMs;
}
