/**
 * What the coverage that a knowledge base has seen says about names and entities. The linker asks it synchronously, so
 * whoever calls the linker has loaded what the document's candidates need before. Names are normalised.
 */
export interface CoverageEvidence {
  /** How many articles there are. */
  readonly articles: number;
  /** Articles with this name, whoever it means there, and those in which it surely meant the entity. */
  withName(name: string): number;
  withMeaning(name: string, entity: number): number;
  /** Articles that surely mention the entity, and those that mention both. */
  withEntity(entity: number): number;
  withBoth(a: number, b: number): number;
}

/** What one article adds. Adding the same with a minus takes it away again, so coverage can be kept as it comes and goes. */
export interface ArticleEvidence {
  readonly names: ReadonlyMap<string, readonly number[]>;
  readonly entities: readonly number[];
}

/** Counts over articles, in memory. A storage keeps the same counts and loads those that a document needs. */
export class CoverageCounts implements CoverageEvidence {
  articles = 0;
  readonly #names = new Map<string, number>();
  readonly #meanings = new Map<string, number>();
  readonly #entities = new Map<number, number>();
  readonly #pairs = new Map<number, number>();

  add({ names, entities }: ArticleEvidence, sign: 1 | -1 = 1): void {
    this.articles += sign;
    for (const [name, meanings] of names) {
      count(this.#names, name, sign);
      for (const entity of meanings) count(this.#meanings, `${entity} ${name}`, sign);
    }
    for (const [i, entity] of entities.entries()) {
      count(this.#entities, entity, sign);
      for (const other of entities.slice(i + 1)) count(this.#pairs, pairKey(entity, other), sign);
    }
  }

  withName(name: string): number {
    return this.#names.get(name) ?? 0;
  }

  withMeaning(name: string, entity: number): number {
    return this.#meanings.get(`${entity} ${name}`) ?? 0;
  }

  withEntity(entity: number): number {
    return this.#entities.get(entity) ?? 0;
  }

  withBoth(a: number, b: number): number {
    return this.#pairs.get(pairKey(a, b)) ?? 0;
  }
}

/** Both numbers in one that a double still holds exactly: entities are below 2^26. */
function pairKey(a: number, b: number): number {
  return Math.min(a, b) * 0x4000000 + Math.max(a, b);
}

function count<K>(counts: Map<K, number>, key: K, by: number): void {
  const sum = (counts.get(key) ?? 0) + by;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}
