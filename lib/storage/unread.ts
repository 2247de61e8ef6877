import { numberOfKey } from './article-key';
import type { Database } from './database';

/** An article that came late for its date stands further back; so far is looked. */
const newest = 20;

/** Of these entities those of which an article came since the reader last read about them. Of who was never read about, nothing is new. */
export async function withNews({ articles, states }: Database, entities: readonly string[]): Promise<Set<string>> {
  const reads = await states.bulkGet(entities.map((entity) => `read:${entity}` as const));
  const found = await Promise.all(
    reads.map(async (read, at) => {
      const entity = entities[at];
      if (read === undefined || entity === undefined) return [];
      const keys = await articles.where('entities').equals(entity).reverse().limit(newest).primaryKeys();
      return keys.some((key) => numberOfKey(key) > read.count) ? [entity] : [];
    }),
  );
  return new Set(found.flat());
}
