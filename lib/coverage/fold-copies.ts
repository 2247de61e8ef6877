import type { Article } from '../model/article';
import { readTerms } from './terms';

/** Headlines of copies differ by a word or two that an outlet added. */
const leastOverlap = 0.8;

interface Ranked {
  readonly covered: { readonly article: Article };
  readonly score: number;
}

/**
 * Folds syndicated copies, which say the same under the same headline within days, into the best of them, with the
 * other outlets beside it. Keeps the order. Quadratic in the number of articles that share a headline's rarest word
 * only, since others cannot be copies.
 */
export function foldCopies<T extends Ranked>(ranked: readonly T[]): (T & { readonly alsoIn: string[] })[] {
  const kept: { item: T & { readonly alsoIn: string[] }; terms: ReadonlySet<string> }[] = [];
  const keptWith = new Map<string, number[]>();
  for (const each of ranked) {
    const terms = new Set(readTerms(each.covered.article.title).map(({ term }) => term));
    const original = [...terms]
      .flatMap((term) => keptWith.get(term) ?? [])
      .map((index) => kept[index])
      .find((other) => other !== undefined && isCopy({ article: each.covered.article, terms }, { article: other.item.covered.article, terms: other.terms }));
    if (original) {
      const { outlet } = each.covered.article;
      const { alsoIn, covered } = original.item;
      if (outlet !== covered.article.outlet && !alsoIn.includes(outlet)) alsoIn.push(outlet);
      continue;
    }
    kept.push({ item: { ...each, alsoIn: [] }, terms });
    for (const term of terms) keptWith.set(term, [...(keptWith.get(term) ?? []), kept.length - 1]);
  }
  return kept.map(({ item }) => item);
}

interface Headline {
  readonly article: Article;
  readonly terms: ReadonlySet<string>;
}

function isCopy(one: Headline, other: Headline): boolean {
  if (one.terms.size < 3 || other.terms.size < 3) return false;
  const shared = [...one.terms].filter((term) => other.terms.has(term)).length;
  if (shared / (one.terms.size + other.terms.size - shared) < leastOverlap) return false;
  const { published } = one.article;
  if (published === undefined || other.article.published === undefined) return true;
  return Math.abs(Date.parse(published) - Date.parse(other.article.published)) < 3 * 86_400_000;
}
