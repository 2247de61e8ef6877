import { boundedId, feedKey, hash } from '../model/address';
import { limits } from '../model/limits';
import type { Source } from '../model/source';
import type { SourceStore } from '../services/refresh-sources';
import type { Database } from './database';
import { deletionTables } from './delete-articles';
import { dropOldArticles, dropOrigin, sourceOrigin } from './origins';
import type { SourceRow } from './rows';

/** What the reader may say of a source. */
export type SourceSettings = Pick<Source, 'title' | 'folder' | 'paused' | 'keepDays' | 'fullText'>;

export interface SourceRepository extends SourceStore {
  /** Those of them that are not there yet, whatever was said of the others; returns the ids of what was added. */
  addAll(sources: readonly Source[]): Promise<string[]>;
  change(id: string, changes: Partial<SourceSettings>): Promise<void>;
  /** Takes them and their articles out of sight, to be swept out later. */
  remove(ids: readonly string[], now: string): Promise<void>;
  /** Undoes a removal; false when one of them was swept out already. */
  restore(ids: readonly string[]): Promise<boolean>;
  /** Deletes what was removed before this moment, and the articles that no other source has. */
  sweep(before: string): Promise<void>;
  /** Deletes articles that are older than their source's reader wants to keep them. */
  prune(now: Date): Promise<void>;
}

export function createSourceRepository(database: Database): SourceRepository {
  const { sources, sourceStates } = database;
  return {
    async list() {
      const all = await sources.toArray();
      // Those of one list came at the same moment; engines ask of two in either order.
      return all.filter(isThere).sort((one, other) => Number(one.added > other.added) - Number(one.added < other.added));
    },

    states: () => sourceStates.toArray(),
    state: (sourceId) => sourceStates.get(sourceId),

    // Adding what was removed a moment ago brings back its articles too, and what the reader had said of it.
    add: (source) =>
      database.transaction('rw', sources, async () => {
        const [there, sameId] = await Promise.all([sources.get({ url: source.url }), sources.get(source.id)]);
        const isTaken = sameId !== undefined && isThere(sameId) && sameId.url !== source.url;
        const row = { ...source, ...saidOf(there, source), id: there?.id ?? (isTaken ? freshId(source) : source.id) };
        await sources.put(row);
        return row;
      }),

    addAll: (added) =>
      database.transaction('rw', sources, async () => {
        const all = await sources.toArray();
        const there = all.filter(isThere);
        const [ids, urls] = [new Set(there.map(({ id }) => id)), new Set(there.map(({ url }) => feedKey(url)))];
        const fresh = added.filter(({ url }) => {
          const isNew = !urls.has(feedKey(url));
          urls.add(feedKey(url));
          return isNew;
        });
        // One that was removed may have that address under another id, since it moved there: it comes back.
        const removed = new Map(all.filter((row) => !isThere(row)).map((row) => [row.url, row]));
        const rows = fresh.map((source) => ({ ...source, ...saidOf(removed.get(source.url), source), id: removed.get(source.url)?.id ?? (ids.has(source.id) ? freshId(source) : source.id) }));
        await sources.bulkPut(rows);
        return rows.map(({ id }) => id);
      }),

    async change(id, changes) {
      await sources.update(id, changes);
    },

    move: (id, url) =>
      database.transaction('rw', sources, async () => {
        const other = await sources.get({ url });
        if (other && other.id !== id) return isThere(other) ? 'taken' : 'later';
        await sources.update(id, { url });
        return 'moved';
      }),

    async saveState(state) {
      await database.transaction('rw', sources, sourceStates, async () => {
        // It may have been removed while it was fetched.
        if (await sources.get(state.sourceId)) await sourceStates.put(state);
      });
    },

    claim: (state, nextFetch) =>
      database.transaction('rw', sources, sourceStates, async () => {
        const stored = await sourceStates.get(state.sourceId);
        if (stored?.nextFetch !== nextFetch || !(await sources.get(state.sourceId))) return false;
        await sourceStates.put(state);
        return true;
      }),

    async remove(ids, now) {
      await sources.where('id').anyOf(ids).modify({ removed: now });
    },

    async restore(ids) {
      return (await sources.where('id').anyOf(ids).modify((row) => delete row.removed)) === ids.length;
    },

    async sweep(before) {
      await database.transaction('rw', [sources, sourceStates, ...deletionTables(database)], async () => {
        for (const { id, removed } of await sources.toArray()) {
          if (removed === undefined || removed >= before) continue;
          await dropOrigin(database, sourceOrigin(id));
          await sources.delete(id);
          await sourceStates.delete(id);
        }
      });
    },

    async prune(now) {
      for (const { id, keepDays, dropped = [] } of (await sources.toArray()).filter(isThere)) {
        if (keepDays === undefined) continue;
        await database.transaction('rw', [sources, ...deletionTables(database)], async () => {
          const undated = await dropOldArticles(database, sourceOrigin(id), { before: oldestKept(keepDays, now), now: now.toISOString() });
          if (undated.length > 0) await sources.update(id, { dropped: [...dropped, ...undated.map(hash)].slice(-limits.articlesPerFeed) });
        });
      }
    },
  };
}

/** The source as the reader knows it. */
export function keptSource(row: SourceRow): Source {
  const source = { ...row };
  delete source.removed;
  delete source.dropped;
  return source;
}

/** The moment before which articles are not kept. */
export function oldestKept(keepDays: number, now: Date): string {
  return new Date(now.getTime() - keepDays * 86_400_000).toISOString();
}

/** For a source whose address was that of another, which moved on and keeps its id. */
function freshId({ url, added }: SourceRow): string {
  return boundedId(`${url}#${added}`);
}

/** All but that it is paused: who adds a source wants it fetched. */
function saidOf(former: SourceRow | undefined, { folder }: Source): Partial<SourceSettings> {
  return former ? { title: former.title, folder: former.folder ?? folder, keepDays: former.keepDays, fullText: former.fullText } : {};
}

function isThere({ removed }: SourceRow): boolean {
  return removed === undefined;
}
