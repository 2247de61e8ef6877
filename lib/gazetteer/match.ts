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
  readonly candidates: readonly MatchCandidate[];
}
