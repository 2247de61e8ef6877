import type { CandidateFacts } from '../linking/candidate-facts';
import type { Entity } from '../model/entity';
import { entityAt, withOthers } from './paged-entities';
import type { NumberedEntity } from './compile-overlay';
import { entitiesPerPage } from './entity-page';
import { FactsIndex } from './facts-index';
import { lookUpId } from './id-index';
import { LazyFacts } from './lazy-facts';
import { reading } from './native-base';
import type { OpenOverlay } from './open-overlay';
import { Recent } from './recent';
import type { EntityPageRow, KnowledgePartRow, KnowledgeRow } from './rows';

/** Pages kept in memory, some 80 kB each, so that what asks for entities again and again does not read them each time. */
const keptPages = 32;
/** Entities likewise. The linker remembers what it made of an entity for as long as it is given the same object. */
const keptEntities = 16_384;

/** The entities that packs brought, as of one base. Everything is undefined once a newer base has taken its place. */
export class OpenBase {
  readonly #database: IDBDatabase;
  readonly #row: KnowledgeRow;
  readonly #factsPart: KnowledgePartRow | undefined;
  readonly #others: ReadonlyMap<number, readonly number[]>;
  readonly #pages = new Recent<number, EntityPageRow>(keptPages);
  readonly #entities = new Recent<number, Entity>(keptEntities);
  /** The same without links. */
  readonly #candidates = new Recent<number, Entity>(keptEntities);
  #ids: Uint32Array | undefined;
  #facts: Promise<FactsIndex | undefined> | undefined;

  /** @param facts what was read of them already; only a handle of their file */
  constructor(database: IDBDatabase, row: KnowledgeRow, facts?: KnowledgePartRow) {
    this.#database = database;
    this.#row = row;
    this.#factsPart = facts;
    this.#others = pairsOf(row.same);
  }

  async entities(numbers: Iterable<number>): Promise<Map<number, Entity> | undefined> {
    const found = new Map<number, Entity>();
    const missing: number[] = [];
    for (const number of numbers) {
      const entity = this.#entities.get(number);
      if (entity) found.set(number, entity);
      else missing.push(number);
    }
    if (missing.length === 0) return found;
    const pages = await this.#readPages(missing.flatMap((number) => [number, ...(this.#others.get(number) ?? [])]));
    if (!pages) return undefined;
    for (const number of missing) {
      const entity = entityAt(pages, number);
      if (!entity) continue;
      const merged = withOthers(entity, this.#others.get(number), pages);
      this.#entities.set(number, merged);
      found.set(number, merged);
    }
    return found;
  }

  /** Begins to read what `candidates` is going to be asked for. */
  expectCandidates(): void {
    this.#facts ??= this.#readFacts();
    // A failure is for whoever asks for them.
    this.#facts.catch(() => undefined);
  }

  /**
   * What linking needs to know of entities: all but their links. With what is laid over them, which counts first. Each is
   * made when it is asked for, where facts are there; nothing changes under whoever has them.
   */
  async candidates(numbers: Iterable<number>, laid?: Pick<OpenOverlay, 'entity'>): Promise<CandidateFacts | undefined> {
    const facts = await (this.#facts ??= this.#readFacts());
    if (facts) return new LazyFacts(numbers, { entity: (number) => this.#candidate(facts, number), standing: (number) => facts.standing(number) }, laid);
    const packed = await this.entities(laid ? [...numbers].filter((number) => !laid.entity(number)) : numbers);
    return packed && new LazyFacts(numbers, { entity: (number) => packed.get(number), standing: () => undefined }, laid);
  }

  #candidate(facts: FactsIndex, number: number): Entity | undefined {
    const before = this.#candidates.get(number);
    if (before) return before;
    const entity = facts.entity(number);
    if (entity) this.#candidates.set(number, entity);
    return entity;
  }

  /** By id, those that there are. From `candidates`, if these were read already, their links are left out. */
  async withIds(wanted: readonly string[], from?: 'candidates'): Promise<Map<string, NumberedEntity> | undefined> {
    if (wanted.length === 0) return new Map();
    const index = (this.#ids ??= await this.#readIds());
    if (!index) return undefined;
    const numbers = wanted.map((id) => lookUpId(index, id));
    const asked = new Set(numbers.flat());
    const found = await (from && this.#facts ? this.candidates(asked) : this.entities(asked));
    if (!found) return undefined;
    const numbered = new Map<string, NumberedEntity>();
    for (const [at, id] of wanted.entries()) {
      // The lowest number of an id is the one that stands for all that have it, and comes first.
      const number = numbers[at]?.find((candidate) => found.get(candidate)?.id === id);
      const entity = number === undefined ? undefined : found.get(number);
      if (number !== undefined && entity) numbered.set(id, { number, entity });
    }
    return numbered;
  }

  /** Sparse, in the order of the knowledge's row. */
  async #readPages(numbers: readonly number[]): Promise<(EntityPageRow | undefined)[] | undefined> {
    const places = new Set(numbers.map((number) => Math.floor(number / entitiesPerPage)));
    const pages: (EntityPageRow | undefined)[] = [];
    const missing: number[] = [];
    for (const place of places) {
      pages[place] = this.#pages.get(place);
      if (!pages[place]) missing.push(place);
    }
    if (missing.length === 0) return pages;
    const { knowledge, entityPages } = reading(this.#database, 'knowledge', 'entityPages');
    const now = knowledge.get('current');
    const read = await Promise.all(missing.map((place) => entityPages.get(this.#row.pages[place] ?? -1)));
    if ((await now)?.base !== this.#row.base) return undefined;
    for (const [at, place] of missing.entries()) {
      const page = read[at];
      pages[place] = page;
      if (page) this.#pages.set(place, page);
    }
    return pages;
  }

  async #readFacts(): Promise<FactsIndex | undefined> {
    const part = this.#factsPart ?? (await this.#part('facts'));
    const buffer = await readPart(part, this.#row);
    return buffer && FactsIndex.open(buffer);
  }

  #part(name: 'facts' | 'ids'): Promise<KnowledgePartRow | undefined> {
    return reading(this.#database, 'knowledgeParts').knowledgeParts.get(name);
  }

  async #readIds(): Promise<Uint32Array | undefined> {
    const buffer = await readPart(await this.#part('ids'), this.#row);
    return buffer && new Uint32Array(buffer);
  }
}

/** Undefined where there is no such part of this base. */
export async function readPart(part: KnowledgePartRow | undefined, { base }: KnowledgeRow): Promise<ArrayBuffer | undefined> {
  return part?.version === base ? readBlob(part.blob) : undefined;
}

export async function readBlob(blob: Blob): Promise<ArrayBuffer | undefined> {
  try {
    return await blob.arrayBuffer();
  } catch {
    // The row is there, and the file that the browser kept for its blob is not.
    return undefined;
  }
}

function pairsOf(same: Uint32Array): Map<number, number[]> {
  const others = new Map<number, number[]>();
  for (let at = 0; at < same.length; at += 2) {
    const first = same[at] ?? 0;
    others.set(first, [...(others.get(first) ?? []), same[at + 1] ?? 0]);
  }
  return others;
}
