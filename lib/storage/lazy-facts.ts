import type { CandidateFacts } from '../linking/candidate-facts';
import type { Entity } from '../model/entity';

interface FactsAtHand {
  entity(number: number): Entity | undefined;
  standing(number: number): number | undefined;
}

/**
 * Facts that are made into objects when they are asked for: of a page's candidates, most are passed over for others of
 * their name.
 */
export class LazyFacts implements CandidateFacts {
  readonly #numbers: Iterable<number>;
  readonly #packed: FactsAtHand;
  readonly #laid: Pick<FactsAtHand, 'entity'> | undefined;

  /**
   * @param numbers of all candidates, not gone through until all are asked for
   * @param laid what counts before what the packs say
   */
  constructor(numbers: Iterable<number>, packed: FactsAtHand, laid?: Pick<FactsAtHand, 'entity'>) {
    this.#numbers = numbers;
    this.#packed = packed;
    this.#laid = laid;
  }

  get(number: number): Entity | undefined {
    return this.#laid?.entity(number) ?? this.#packed.entity(number);
  }

  standing(number: number): number | undefined {
    return this.#laid?.entity(number) ? undefined : this.#packed.standing(number);
  }

  *[Symbol.iterator](): Iterator<readonly [number, Entity]> {
    for (const number of this.#numbers) {
      const entity = this.get(number);
      if (entity) yield [number, entity];
    }
  }
}
