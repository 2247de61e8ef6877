import type { BaseItem } from '../packs/base-lines';
import type { GatheredCopy, MarkedBase } from '../services/keep-safe';
import type { Database } from './database';
import { RestoredRows } from './restored-rows';
import { keptSource } from './sources';

/**
 * What the second copy holds at most: a tenth of a browser's patience with one value, and room for every edit that a
 * reader may make (`limits.edits`) with some words each.
 */
const mostBytes = 5_000_000;
const mostPacks = 50;

/** The database, as far as its own loss is noticed and made good. */
export function createMarkedBase(database: Database): MarkedBase {
  const { states } = database;
  return {
    mark: async () => (await states.get('mark'))?.count,
    async setMark(count) {
      await states.put({ name: 'mark', count });
    },
    gather: () => gather(database),
    takeIn: (items) =>
      // Dexie has to see an asynchronous function to follow it.
      database.transaction('rw', database.tables, async () => {
        await new RestoredRows(database, '').write(items);
      }),
  };
}

/** Sources first: what they report comes back by itself. Then what the reader said, the newest first. */
async function gather({ sources, entities, entityEdits, corrections, mergeSuggestions, packs }: Database): Promise<GatheredCopy> {
  const lines: string[] = [];
  const counts = { sources: 0, names: 0, corrections: 0 };
  let bytes = 0;
  let isWhole = true;
  const keep = (item: { readonly is: BaseItem['is'] } & Readonly<Record<string, unknown>>, counted?: keyof typeof counts): void => {
    const line = JSON.stringify(item);
    bytes += new TextEncoder().encode(line).length + 1;
    if (bytes > mostBytes) {
      isWhole = false;
      return;
    }
    lines.push(line);
    if (counted) counts[counted]++;
  };

  for (const row of await sources.toArray()) if (row.removed === undefined) keep({ is: 'source', source: keptSource(row) }, 'sources');
  for (const { text, url, is, not } of await corrections.reverse().toArray()) {
    keep({ is: 'correction', correction: { text, url, is, not } }, 'corrections');
  }
  const edits = (await entityEdits.toArray()).sort((one, other) => (one.changed < other.changed ? 1 : -1));
  const own = await entities.where('origin').equals('reader').toArray();
  // What coverage taught and the reader has spoken of has to be there for that to mean anything.
  const spokenOf = [...new Set(edits.flatMap(({ entity, mergedInto }) => (mergedInto === undefined ? [entity] : [entity, mergedInto])))];
  const learned = (await entities.bulkGet(spokenOf)).flatMap((row) => (row?.origin === 'learned' ? [row] : []));
  for (const entity of own) keep({ is: 'entity', entity }, 'names');
  for (const edit of edits) keep({ is: 'edit', edit }, 'names');
  for (const entity of learned) keep({ is: 'entity', entity });
  for (const suggestion of await mergeSuggestions.where('state').equals('declined').toArray()) keep({ is: 'suggestion', suggestion });
  const used = (await packs.orderBy('key').toArray()).filter(({ state }) => state === 'ready');
  return { lines, kept: { ...counts, packs: used.slice(0, mostPacks).map(({ title }) => title), isWhole } };
}
