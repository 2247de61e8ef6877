import { Dexie } from 'dexie';
import type { Database } from './database';
import type { ArticleRow } from './rows';

/*
 * Which articles name an entity is an index of `articles`. IndexedDB walks along it at some thousand keys in ten
 * milliseconds, so of the few entities that are in the news always, the same keys stand in one row each as well.
 */

/** Fewer keys are read from the index in some milliseconds. */
export const leastLong = 1_000;
/** How many articles name an entity between two looks at whether it has become one of these: each look walks along the index. */
const askedEvery = leastLong / 4;

/** The keys of all articles that name an entity, ascending. Within the caller's transaction over `articles` and `longLists`, if any. */
export async function keysNaming(database: Database, entity: string): Promise<number[]> {
  const { articles, longLists } = database;
  const list = await longLists.get(entity);
  if (list) return Array.from(list.keys);
  const keys = await articles.where('entities').equals(entity).primaryKeys();
  if (keys.length >= leastLong) beginLater(database, entity);
  return keys;
}

/** As after an upgrade, or a restoring: whoever asks the next time does not wait so long. */
function beginLater(database: Database, entity: string): void {
  const { articles, longLists } = database;
  Dexie.ignoreTransaction(() => database.transaction('rw', articles, longLists, () => beginLists(database, [entity])))
    // Nobody waits for it, and who asks the next time tries again.
    .catch(() => undefined);
}

/**
 * Keeps the lists, within the caller's transaction over `longLists` in which rows of articles came, went, got another key
 * or mention others than before. A row that was replaced is given as it was and as it is.
 */
export async function followInLists({ longLists }: Database, gone: readonly ArticleRow[], come: readonly ArticleRow[]): Promise<void> {
  if (gone.length + come.length === 0) return;
  const kept = new Set(await longLists.toCollection().primaryKeys());
  if (kept.size === 0) return;
  const changes = new Map<string, { readonly gone: Set<number>; readonly come: Set<number> }>();
  for (const [how, rows] of [['gone', gone], ['come', come]] as const) {
    for (const { key, entities } of rows) {
      for (const entity of entities) {
        if (!kept.has(entity)) continue;
        const change = changes.get(entity) ?? { gone: new Set(), come: new Set() };
        changes.set(entity, change);
        change[how].add(key);
      }
    }
  }
  const changed = [...changes].filter(([, change]) => [...change.gone].some((key) => !change.come.has(key)) || [...change.come].some((key) => !change.gone.has(key)));
  const lists = await longLists.bulkGet(changed.map(([entity]) => entity));
  await longLists.bulkPut(
    lists.flatMap((list, at) => {
      const change = changed[at]?.[1];
      if (!list || !change) return [];
      const keys = new Set(list.keys);
      for (const key of change.gone) keys.delete(key);
      for (const key of change.come) keys.add(key);
      return { entity: list.entity, keys: Float64Array.from(keys).sort() };
    }),
  );
}

/**
 * Begins lists of those entities that many articles name and that have none yet, within the caller's transaction over
 * `articles` and `longLists`. Walks along the index once for each that is given.
 */
export async function beginLists({ articles, longLists }: Database, entities: readonly string[], least = leastLong): Promise<void> {
  if (entities.length === 0) return;
  const kept = new Set(await longLists.toCollection().primaryKeys());
  const asked = entities.filter((entity) => !kept.has(entity));
  const found = await Promise.all(asked.map((entity) => articles.where('entities').equals(entity).primaryKeys()));
  await longLists.bulkPut(found.flatMap((keys, at) => (keys.length < least ? [] : { entity: asked[at] ?? '', keys: Float64Array.from(keys) })));
}

/** Tells who was named so often since the background began, or since that was asked, that a list may be worth it. */
export function createOftenNamed(): (named: Iterable<string>) => string[] {
  const counts = new Map<string, number>();
  return (named) => {
    const often: string[] = [];
    for (const entity of named) {
      const count = (counts.get(entity) ?? 0) + 1;
      counts.set(entity, count % askedEvery);
      if (count === askedEvery) often.push(entity);
    }
    return often;
  };
}
