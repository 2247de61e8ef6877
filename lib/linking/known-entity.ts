import type { Entity } from '../model/entity';
import { normaliseName } from '../text/normalise';
import { bareName, echoKeys, initialsOf, surnameOf } from './name-parts';

/** What the linker derives from an entity's facts once, since one is a candidate at many places. */
export interface KnownEntity {
  readonly facts: Entity;
  /** The own name, normalised; the same without a leading article; its words. */
  readonly own: string;
  readonly ownWithoutArticle: string;
  readonly ownWords: readonly string[];
  /** The own name without legal form; that without "Party", "University" or "United States". */
  readonly bare: string;
  readonly near: string;
  readonly initials: string;
  readonly echoes: ReadonlySet<string>;
  /** A person's surname, normalised, particles included; empty for others. */
  readonly surname: string;
  /** Log odds, bounded and flattened above a half, where packs tell little apart. */
  readonly popularity: number;
  /** Words of its description that say something. */
  readonly described: readonly string[];
  readonly isPerson: boolean;
  readonly isPlace: boolean;
  readonly isTeam: boolean;
  readonly isLowerCase: boolean;
  readonly isUndocumented: boolean;
  /** Beginnings of its names from which an adjective can be made: "ken" of Kenya. */
  readonly stems: ReadonlySet<string>;
}

const known = new WeakMap<Entity, KnownEntity>();

export function knowEntity(facts: Entity): KnownEntity {
  const before = known.get(facts);
  if (before) return before;
  const entity = derive(facts);
  known.set(facts, entity);
  return entity;
}

const adjectiveEnd = /(an|ish|ese|i|ch|sh|ic)$/;

/** "Kenyan" for Kenya, "Chinese" for what is also called China. A plural is a people and not meant. */
export function isAdjectiveOf(key: string, { stems, own }: KnownEntity): boolean {
  return adjectiveEnd.test(key) && key !== own && stems.has(key.slice(0, 3));
}

function derive(facts: Entity): KnownEntity {
  const { name, aliases, kind, description = '' } = facts;
  const own = normaliseName(name);
  const bare = normaliseName(bareName(name));
  const isPlace = kind === 'place';
  return {
    facts,
    own,
    ownWithoutArticle: own.replace(/^the /, ''),
    ownWords: own.split(' '),
    bare,
    near: bare.replace(/ (party|university)$/, '').replace(/^united states /, ''),
    initials: initialsOf(own.split(' ')),
    echoes: echoKeys(facts),
    surname: normaliseName(surnameOf(facts) ?? ''),
    popularity: logOdds(facts.popularity ?? 0.4),
    described: [...new Set(normaliseName(description).split(' '))].filter((word) => word.length > 3),
    isPerson: kind === 'person',
    isPlace,
    isTeam: /\b(F\.?C|A\.?F\.?C|club|team|United F|rugby|cricket|football)\b/i.test(`${name} ${description}`),
    isLowerCase: /^\p{Ll}/u.test(name) && !/\p{Lu}/u.test(name),
    isUndocumented: kind === undefined && facts.description === undefined,
    stems: isPlace ? stemsOf([name, ...aliases]) : new Set(),
  };
}

function stemsOf(names: readonly string[]): Set<string> {
  return new Set(
    names
      .map((name) => name.toLowerCase())
      .filter((name) => name.length >= 4 && !name.includes(' ') && !/(an|ish|ese|i|ch|sh|ic)s?$/.test(name))
      .map((name) => name.slice(0, 3)),
  );
}

function logOdds(popularity: number): number {
  const bounded = Math.min(0.9999, Math.max(0.02, popularity));
  return Math.log(bounded / (1 - bounded)) / (bounded > 0.5 ? 2 : 1);
}
