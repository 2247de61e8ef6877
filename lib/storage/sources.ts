import type { SourceStore } from '../services/refresh-sources';
import type { Database } from './database';
import { dropOrigin, sourceOrigin } from './origins';
import type { SourceRow } from './rows';

export interface SourceRepository extends SourceStore {
  /** Takes it and its articles out of sight, to be swept out later. */
  remove(id: string, now: string): Promise<void>;
  /** Undoes a removal; false when it was swept out already. */
  restore(id: string): Promise<boolean>;
  /** Deletes what was removed before this moment, and the articles that no other source has. */
  sweep(before: string): Promise<void>;
}

export function createSourceRepository(database: Database): SourceRepository {
  const { sources, sourceStates, articles, articleTexts } = database;
  return {
    async list() {
      const all = await sources.toArray();
      return all.filter(isThere).sort((one, other) => (one.added < other.added ? -1 : 1));
    },

    states: () => sourceStates.toArray(),

    // Adding what was removed a moment ago brings back its articles too.
    async add(source) {
      await sources.put(source);
    },

    async saveState(state) {
      await database.transaction('rw', sources, sourceStates, async () => {
        // It may have been removed while it was fetched.
        if (await sources.get(state.sourceId)) await sourceStates.put(state);
      });
    },

    async remove(id, now) {
      await sources.update(id, { removed: now });
    },

    async restore(id) {
      return (await sources.update(id, { removed: undefined })) > 0;
    },

    async sweep(before) {
      await database.transaction('rw', [sources, sourceStates, articles, articleTexts], async () => {
        for (const { id, removed } of await sources.toArray()) {
          if (removed === undefined || removed >= before) continue;
          await dropOrigin(database, sourceOrigin(id));
          await sources.delete(id);
          await sourceStates.delete(id);
        }
      });
    },
  };
}

function isThere({ removed }: SourceRow): boolean {
  return removed === undefined;
}
