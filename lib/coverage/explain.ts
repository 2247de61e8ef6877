import type { EntityKind } from '../model/entity';
import { occasions } from './occasions';
import type { ScoredArticle } from './rank-articles';
import type { RelateInput } from './related';
import type { TextOf } from './report';
import { readTerms } from './terms';

const mostNames = 3;
/** Where there is something better to say first. */
const fewNames = 2;
/** In UTF-16 units: what a card's line has room for. Beyond it, names are left out. */
const longestReason = 60;
/** Whoever an article is about says more of it than where it happened. */
const tellingKinds: Readonly<Record<EntityKind, number>> = { person: 2, event: 2, work: 2, topic: 1, organisation: 1, place: 0 };

/**
 * Says why an article belongs beside the page, in one line, from facts of the two alone: that it reports the same event
 * (by its name, where both have one for it), that somebody denied or promised there what the page takes up, or that the page
 * goes back to its month, and whom both name besides the entity and the headline does not. Where there
 * is none of these, when it appeared, or that it names the entity.
 */
export function explainer(input: RelateInput, textOf: TextOf): (scored: ScoredArticle) => string {
  const occasionOf = occasions(input, textOf);
  const subject = nameOf(input.known.get(input.entity)?.name ?? 'the same name');
  const shortNameOf = surnames(input.known.values());
  const others = [...new Set(input.alongside)].filter((entity) => entity !== input.entity).flatMap((entity): OtherName[] => {
    const known = input.known.get(entity);
    if (!known) return [];
    return [{ ...nameOf(known.name), name: shortNameOf(known), entity, telling: known.kind ? tellingKinds[known.kind] : 1, count: input.articlesNaming.get(entity) ?? 0 }];
  });
  others.sort((one, other) => other.telling - one.telling || one.count - other.count);
  return (scored) => {
    const { published } = scored.covered.article;
    const names = namesOf(scored, others);
    const occasion = occasionOf(scored);
    const known = reasonOf(occasion, names.slice(0, occasion === undefined ? mostNames : fewNames).map(({ name }) => name));
    if (known !== undefined) return known;
    const when = isInHeadline(subject, scored) ? distance(published, input.page.published) : undefined;
    return when ?? `names ${subject.name}`;
  };
}

/** As many of the names as one line has room for. */
function reasonOf(occasion: string | undefined, names: readonly string[]): string | undefined {
  if (names.length === 0) return occasion;
  const also = `also names ${listed(names)}`;
  const reason = occasion === undefined ? also : `${occasion}; ${also}`;
  if (reason.length <= longestReason || (names.length === 1 && occasion === undefined)) return reason;
  return reasonOf(occasion, names.slice(0, -1));
}

interface Name {
  readonly name: string;
  readonly terms: readonly string[];
}

interface OtherName extends Name {
  readonly entity: string;
  readonly telling: number;
  /** Articles that name it. */
  readonly count: number;
}

function nameOf(name: string): Name {
  return { name, terms: readTerms(name).map(({ term }) => term) };
}

interface Known {
  readonly name: string;
  readonly kind?: EntityKind;
}

/** A person's surname, as news calls people, where no other that is known here has it or is called so. */
function surnames(known: Iterable<Known>): (one: Known) => string {
  const counts = new Map<string, number>();
  for (const { name } of known) for (const word of new Set(name.split(/\s+/))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return ({ name, kind }) => {
    const words = name.split(/\s+/);
    const surname = words.at(-1) ?? name;
    const isPlain = words.length > 1 && /^\p{Lu}[\p{L}'’-]{2,}$/u.test(surname) && !/^(?:II|III|IV|Jr|Sr)$/.test(surname);
    // "de la Cruz", "bin Salman": what belongs to the surname is not cut off.
    const hasParticle = words.slice(1).some((word) => /^\p{Ll}/u.test(word));
    return kind === 'person' && isPlain && !hasParticle && counts.get(surname) === 1 ? surname : name;
  };
}

function namesOf(scored: ScoredArticle, others: readonly OtherName[]): OtherName[] {
  const named = new Set(scored.covered.entities);
  return others.filter((other) => named.has(other.entity) && !isInHeadline(other, scored)).slice(0, mostNames);
}

/** A name of one or two words by either of them; more of a longer one: "fire" in a headline is not yet its Fire Department. */
function isInHeadline({ terms }: Name, { headline }: ScoredArticle): boolean {
  const there = terms.filter((term) => headline.has(term)).length;
  return terms.length > 2 ? 2 * there > terms.length : there > 0;
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
