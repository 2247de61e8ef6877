import { changeKnowledge } from './change-knowledge';
import type { Database } from './database';
import { jobTargets } from './job-targets';
import type { PackRow } from './rows';

export interface PackRepository {
  /** Those in use, in the order in which they were imported. */
  list(): Promise<PackRow[]>;
  /** Takes a pack out of what is known, to be swept out later. */
  remove(key: number, now: string): Promise<void>;
  /** Undoes a removal; false when it was swept out, or the pack was imported again meanwhile. */
  restore(key: number, now: string): Promise<boolean>;
  /** Deletes what was removed, and what was left half imported, before this moment. */
  sweep(before: string): Promise<void>;
}

export function createPackRepository(database: Database): PackRepository {
  const { packs, entityPages } = database;

  async function setState(key: number, state: PackRow['state'], since: string): Promise<void> {
    await changeKnowledge(database, (all) => all.map((pack) => (pack.key === key ? { ...pack, state, since } : pack)));
  }

  return {
    async list() {
      const all = await packs.orderBy('key').toArray();
      return all.filter(({ state }) => state === 'ready');
    },

    remove: (key, now) => setState(key, 'removed', now),

    async restore(key, now) {
      if ((await packs.get(key))?.state !== 'removed') return false;
      await setState(key, 'ready', now);
      return true;
    },

    sweep: (before) =>
      database.transaction('rw', packs, entityPages, database.jobs, async () => {
        const targets = await jobTargets(database, 'pack');
        for (const { key, state, since } of await packs.toArray()) {
          if (state === 'ready' || since >= before || targets.has(key)) continue;
          await packs.delete(key);
          await entityPages.where('pack').equals(key).delete();
        }
      }),
  };
}
