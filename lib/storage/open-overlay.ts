import type { Entity } from '../model/entity';
import { decodeEntity } from './entity-page';
import { lookUpId } from './id-index';
import type { OverlayRow } from './overlay-row';

/** What was found or edited beside the packs, read in place: a fact is parsed when it is asked for. */
export class OpenOverlay {
  readonly #row: OverlayRow;
  readonly #into: ReadonlyMap<string, string>;
  readonly #known = new Map<number, Entity>();

  constructor(row: OverlayRow) {
    this.#row = row;
    this.#into = new Map(row.merged);
  }


  /** Facts of the entity with this number, where the overlay speaks of it. */
  entity(number: number): Entity | undefined {
    const known = this.#known.get(number);
    if (known) return known;
    const { numbers } = this.#row;
    let low = 0;
    for (let high = numbers.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((numbers[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    const entity = numbers[low] === number ? decodeEntity(this.#row, low) : undefined;
    if (entity) this.#known.set(number, entity);
    return entity;
  }

  entityWithId(id: string): Entity | undefined {
    const number = this.numberOf(id);
    return number === undefined ? undefined : this.entity(number);
  }

  numberOf(id: string): number | undefined {
    return lookUpId(this.#row.ids, id).find((number) => this.entity(number)?.id === id);
  }

  /** The id that stands for this one since the reader merged them. */
  standsFor(id: string): string {
    let at = id;
    for (let steps = 0; steps < this.#into.size; steps++) at = this.#into.get(at) ?? at;
    return at;
  }
}
