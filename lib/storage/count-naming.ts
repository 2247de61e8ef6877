import type { IndexMemory } from '../services/index-ports';
import type { Database } from './database';

export interface NamingCounts {
  /** How many articles there are of anything. */
  readonly articles: number;
  /** For each entity, how many articles name it. */
  readonly naming: ReadonlyMap<string, number>;
}

export type CountNaming = (entities: readonly string[]) => Promise<NamingCounts>;

/** Up to so many articles, IndexedDB counts them one by one as fast as the reader could wish. */
const mostCounted = 3_000;

/**
 * How often articles name entities. IndexedDB counts by walking along, which takes a tenth of a second for 100,000 articles
 * and again for the names that are in the news always: in a larger base it is told by what was counted as evidence, which
 * a background that annotates pages has in memory. There, names that few articles have may count as none.
 */
export function createNamingCounter(database: Database, evidence?: IndexMemory['evidence']): CountNaming {
  const { articles, states, knowledge } = database;

  async function counted(entities: readonly string[]): Promise<NamingCounts> {
    const [all, ...counts] = await Promise.all([articles.count(), ...entities.map((entity) => articles.where('entities').equals(entity).count())]);
    return { articles: all, naming: new Map(entities.map((entity, at) => [entity, counts[at] ?? 0])) };
  }

  return async (entities) => {
    const [given, known] = await Promise.all([states.get('articles'), knowledge.get('current')]);
    if (!evidence || !known || (given?.count ?? 0) <= mostCounted) return counted(entities);
    const told = (await evidence(known.base))((at) => entities[at]);
    return { articles: told.articles, naming: new Map(entities.map((entity, at) => [entity, told.withEntity(at)])) };
  };
}
