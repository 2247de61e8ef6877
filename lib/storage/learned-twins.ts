import type { Entity } from '../model/entity';
import type { FoundEntityRow } from './rows';

/** Which of those that were learned packs have by now, under the same name: had the packs come first, they had not been learned. */
export class LearnedTwins {
  readonly #names: ReadonlyMap<string, string>;
  readonly #byName = new Map<string, string>();
  readonly #byAlias = new Map<string, string>();

  constructor(found: readonly FoundEntityRow[]) {
    this.#names = new Map(found.flatMap(({ origin, name, id }) => (origin === 'learned' ? [[name, id]] : [])));
  }

  /** To be called with each entity of the packs, in their order. */
  meet({ id, name, aliases }: Entity): void {
    if (this.#names.size === 0) return;
    this.#note(this.#byName, name, id);
    for (const alias of aliases) this.#note(this.#byAlias, alias, id);
  }

  /** Each with the first that is called so, or has that for another name. */
  found(): [learned: string, packed: string][] {
    return [...new Map([...this.#byAlias, ...this.#byName])];
  }

  #note(twins: Map<string, string>, name: string, id: string): void {
    const learned = this.#names.get(name);
    if (learned !== undefined && !twins.has(learned)) twins.set(learned, id);
  }
}
