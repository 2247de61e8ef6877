import type { CoveredArticle, RelateInput } from './related';
import { readTerms } from './terms';

const mostNames = 3;

/**
 * Why an article belongs beside the page, in one line, from facts of the two alone: whom both name besides the entity
 * and the headline does not, else when it appeared or that it names the
 * entity.
 */
export function explain({ article, entities }: CoveredArticle, input: RelateInput): string {
  const headline = new Set(readTerms(article.title).map(({ term }) => term));
  const inHeadline = (name: string): boolean => readTerms(name).some(({ term }) => headline.has(term));
  const named = new Set(entities);
  const rarest = (one: string, other: string): number =>
    (input.articlesNaming.get(one) ?? 0) - (input.articlesNaming.get(other) ?? 0);
  const others = [...new Set(input.alongside)]
    .filter((entity) => entity !== input.entity && named.has(entity))
    .sort(rarest)
    .flatMap((entity) => input.names.get(entity) ?? [])
    .filter((name) => !inHeadline(name));
  if (others.length > 0) return `also names ${listed(others.slice(0, mostNames))}`;
  const subject = input.names.get(input.entity) ?? 'the same name';
  return inHeadline(subject) ? (distance(article.published, input.page.published) ?? `names ${subject}`) : `names ${subject}`;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

const units: readonly (readonly [days: number, one: string, many: string])[] = [
  [365, 'a year', 'years'],
  [30, 'a month', 'months'],
  [7, 'a week', 'weeks'],
  [1, 'a day', 'days'],
];

/** "two months before this article", by whole days. Undefined where either date is missing. */
function distance(published: string | undefined, pagePublished: string | undefined): string | undefined {
  if (published === undefined || pagePublished === undefined) return undefined;
  const days = Math.floor(Date.parse(published) / 86_400_000) - Math.floor(Date.parse(pagePublished) / 86_400_000);
  if (days === 0) return 'the same day as this article';
  const unit = units.find(([length]) => Math.abs(days) >= length);
  if (!unit) return undefined;
  const [length, one, many] = unit;
  const count = Math.round(Math.abs(days) / length);
  return `${count === 1 ? one : `${spelled(count)} ${many}`} ${days < 0 ? 'before' : 'after'} this article`;
}

function spelled(count: number): string {
  const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
  return words[count] ?? String(count);
}
