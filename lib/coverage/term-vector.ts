import { eachTerm } from './terms';
import type { TermStatistics } from './term-statistics';

/** Text this far into an article is background; news says what it is about at the start. UTF-16 units. */
const longestText = 6_000;

export interface ArticleText {
  readonly title: string;
  readonly summary?: string;
  readonly text?: string;
}

export interface TermUse {
  /** How often, with a title's words counted more. */
  weight: number;
  /** How often it was written as a name. */
  names: number;
  uses: number;
}

export interface VectorWeights {
  /** A word of the title counts as so many. */
  readonly title: number;
  /** How much longer the vector gets in the direction of a term that is always written as a name. */
  readonly name: number;
  readonly number: number;
  /** Where repeated words stop counting, as in BM25. */
  readonly saturation: number;
  readonly lead: number;
  readonly idfPower: number;
}

const vectorWeights: VectorWeights = { title: 4, name: 1, number: 2, saturation: 3, lead: 3, idfPower: 0.7 };

/** What an article says, as uses of terms. */
export function termUses({ title, summary, text }: ArticleText, weights = vectorWeights): Map<string, TermUse> {
  const uses = new Map<string, TermUse>();
  count(title, weights.title, uses);
  if (summary !== undefined) count(summary, weights.lead, uses);
  if (text !== undefined) {
    count(text.slice(0, 600), weights.lead, uses);
    count(text.slice(600, longestText), 1, uses);
  }
  return uses;
}

function count(text: string, weight: number, uses: Map<string, TermUse>): void {
  eachTerm(text, (term, isName) => {
    const use = uses.get(term);
    if (use) {
      use.weight += weight;
      use.uses++;
      if (isName) use.names++;
    } else {
      uses.set(term, { weight, names: isName ? 1 : 0, uses: 1 });
    }
  });
}

/** Weights of terms, scaled to length 1: the product of two of these is between 0 and 1. */
export type TermVector = ReadonlyMap<string, number>;

export function termVector(uses: ReadonlyMap<string, TermUse>, statistics: TermStatistics, weights = vectorWeights): TermVector {
  return createWeighing(statistics, weights).vector(uses);
}

/** What articles say, weighed by rarities that do not change meanwhile: each is worked out once. */
export interface Weighing {
  vector(uses: ReadonlyMap<string, TermUse>): TermVector;
  /** `similarity` with the vector of these uses, which is not made for that. */
  likeness(vector: TermVector, uses: ReadonlyMap<string, TermUse>): number;
}

export function createWeighing(statistics: TermStatistics, weights = vectorWeights): Weighing {
  const { articles } = statistics;
  /** By the number of articles with a term, which few numbers are: logarithms are most of the work otherwise. */
  const rarities: number[] = [];
  const weigh = (term: string, use: TermUse): number => {
    const found = statistics.articlesWith(term);
    return plainWeight(term, use, weights) * (rarities[found] ??= rarityOf(found, articles, weights));
  };
  return {
    vector(uses) {
      const weighed = new Float64Array(uses.size);
      let squares = 0;
      let at = 0;
      for (const [term, use] of uses) {
        const weight = weigh(term, use);
        weighed[at++] = weight;
        squares += weight * weight;
      }
      const length = Math.sqrt(squares) || 1;
      const vector = new Map<string, number>();
      at = 0;
      for (const term of uses.keys()) vector.set(term, (weighed[at++] ?? 0) / length);
      return vector;
    },
    likeness(vector, uses) {
      let product = 0;
      let squares = 0;
      for (const [term, use] of uses) {
        const weight = weigh(term, use);
        squares += weight * weight;
        product += weight * (vector.get(term) ?? 0);
      }
      return squares > 0 ? product / Math.sqrt(squares) : 0;
    },
  };
}

/** How much a use of a term says, apart from how rare the term is. */
export function plainWeight(term: string, use: TermUse, weights = vectorWeights): number {
  const often = (use.weight * (weights.saturation + 1)) / (use.weight + weights.saturation);
  const name = 1 + weights.name * (use.names / use.uses);
  return often * name * (beginsWithDigit(term) ? weights.number : 1);
}

function beginsWithDigit(term: string): boolean {
  const unit = term.charCodeAt(0);
  return unit >= 48 && unit <= 57;
}

/** @param found how many of all articles have the term */
export function rarityOf(found: number, articles: number, weights = vectorWeights): number {
  return Math.log(1 + Math.max(0, articles - found + 0.5) / (found + 0.5)) ** weights.idfPower;
}

export function similarity(one: TermVector, other: TermVector): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** Only its heaviest terms, scaled anew: nearly the same direction at a fraction of the work. */
export function sketchOf(vector: TermVector, terms: number): TermVector {
  if (vector.size <= terms) return vector;
  const ascending = Float64Array.from(vector.values()).sort();
  const least = ascending[vector.size - terms] ?? 0;
  let squares = 0;
  for (const weight of ascending.subarray(-terms)) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  const heaviest = new Map<string, number>();
  for (const [term, weight] of vector) if (weight > least) heaviest.set(term, weight / length);
  // Those that weigh as much as the least of them, while there is room.
  for (const [term, weight] of vector) if (weight === least && heaviest.size < terms) heaviest.set(term, weight / length);
  return heaviest;
}
