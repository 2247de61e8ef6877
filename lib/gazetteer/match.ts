/**
 * What kind of writing an alias is, which decides how it must be written to match and how much it counts:
 * `name`, the entity's own name; `alias`, another full way to write it; `part`, a piece of a person's or an
 * organisation's name that needs support from elsewhere ("Sessions"); `topic`, words that match in any case.
 */
export type AliasForm = 'name' | 'alias' | 'part' | 'topic';

/** One way to write one entity, as it goes into a gazetteer. Entities are small integers there. */
export interface AliasEntry {
  readonly alias: string;
  readonly entity: number;
  readonly form: AliasForm;
}

export interface MatchCandidate {
  readonly entity: number;
  readonly form: AliasForm;
}

/** A place in a text where an alias stands. Offsets are UTF-16, into the original text; `end` is exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Whom it may mean, never nobody. */
  readonly candidates: readonly MatchCandidate[];
}

/**
 * The matches of a text, left to right, none over another, in columns. Objects are made of those alone that are asked for as
 * such: most are of words that the linker passes over, and the same names come again and again.
 */
export interface Matches extends Iterable<Match> {
  readonly length: number;
  startAt(index: number): number;
  endAt(index: number): number;
  /** How many entities a match may mean, by ascending number, and which these are. */
  meaningCountAt(index: number): number;
  entityAt(index: number, which: number): number;
  candidatesAt(index: number): MatchCandidate[];
  /** Adds whoever any match may mean. */
  addEntities(entities: Set<number>): void;
}
