import type { EntityKind } from '../model/entity';
import type { Example } from './article-names';

/**
 * What has been read so far: counts, no text. Plain data of bounded size that a structured clone keeps; records are never
 * changed but replaced, so an older state stays what it was.
 */
export interface LearningState {
  readonly version: 1;
  /** How many articles were learned from; the clock by which candidates age. */
  readonly articles: number;
  /** Outlets by number; see `limits.outlets`. */
  readonly outlets: readonly string[];
  /** Fingerprints of articles that were learned from, oldest first. */
  readonly seen: ReadonlySet<number>;
  readonly names: ReadonlyMap<string, NameRecord>;
  readonly topics: ReadonlyMap<string, TopicRecord>;
  /** For each word in how many articles it stands in lower case, and with a capital amid a sentence. */
  readonly lower: ReadonlyMap<string, number>;
  readonly capital: ReadonlyMap<string, number>;
  /** People's names that are entities, by what variants of a name have in common; see `variantKey`. */
  readonly people: ReadonlyMap<string, readonly string[]>;
}

export type Tally = readonly (readonly [string, number])[];

interface Evidenced {
  /** The article, counted from the first, that had it last. */
  readonly last: number;
  /** Articles with it, and those with it in their title. */
  readonly articles: number;
  readonly titles: number;
  /** Numbers of the outlets, no more than `evidence.outlets`. */
  readonly outlets: readonly number[];
  /** The first places where it stands. */
  readonly examples: readonly Example[];
  /** Set when it became an entity; it is not proposed again. */
  readonly entity?: string;
  /** The knowledge base had it when it would have become an entity. */
  readonly known?: true;
}

export interface NameRecord extends Evidenced {
  /** The ways to write it, with their articles. */
  readonly written: Tally;
  /** Articles in which it neither is part of a longer name nor may be short for one. */
  readonly alone: number;
  readonly inside: number;
  /** Articles in which its capitals say something. */
  readonly firm: number;
  readonly roles: number;
  /** Articles with each cue of `cueKinds`, and with "the" before it. */
  readonly cues: readonly number[];
  readonly the: number;
  /** The longer names it was short for. */
  readonly shortFor: Tally;
  /** What stands in brackets behind it and is made of its first letters. */
  readonly acronyms: Tally;
  readonly parts: readonly string[];
  /** What was said of it when it became an entity, or since. */
  readonly kind?: EntityKind;
  readonly aliases?: readonly string[];
}

export interface TopicRecord extends Evidenced {
  /** Articles that have it more than once. */
  readonly repeated: number;
  /** Articles in which it stands by itself, not within a longer row of content words. */
  readonly free: number;
}

/**
 * Where the state stops to grow. A map that has passed its limit by a quarter drops what is in fewest articles, and of
 * these what was seen longest ago: a name that comes once in ten thousand articles is forgotten before it comes again,
 * and is not missed.
 */
export const limits = { names: 30_000, topics: 8_000, words: 30_000, seen: 200_000, outlets: 5_000 } as const;

/** How much of its evidence a record keeps. */
export const kept = { outlets: 8, examples: 3, written: 3, shortFor: 6 } as const;

export function emptyLearning(): LearningState {
  return {
    version: 1, articles: 0, outlets: [], seen: new Set(), names: new Map(), topics: new Map(), lower: new Map(),
    capital: new Map(), people: new Map(),
  };
}
