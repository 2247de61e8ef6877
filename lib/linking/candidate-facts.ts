import type { Entity } from '../model/entity';

/** Facts of whoever may be meant, by number. A Map of entities is such; a storage reads no more of them than is asked for. */
export interface CandidateFacts extends Iterable<readonly [number, Entity]> {
  get(number: number): Entity | undefined;
  /** As `standingOf` has it, where that is known without reading the facts. */
  standing?(number: number): number | undefined;
}
