import { compileGazetteer } from '../gazetteer/compile-gazetteer';
import { openGazetteer } from '../gazetteer/open-gazetteer';
import { aliasEntries } from '../linking/alias-entries';
import type { Entity } from '../model/entity';
import type { Database } from './database';
import { keysNaming } from './long-lists';
import type { ArticleRow } from './rows';

/** The newest articles that are looked through for a name that came new, and those of an entity that are linked anew. */
const articlesBack = 2_000;
const rowsAtOnce = 200;

/**
 * Finds the articles that may mean otherwise what was found or edited since they were linked, and has them linked anew:
 * those that mention such an entity, unless it was only learned, and newer ones in which one of its names stands. False
 * where nothing was to be done.
 */
export async function lookBack(
  database: Database,
  entitiesWithIds: (ids: readonly string[]) => Promise<readonly Entity[]>,
): Promise<boolean> {
  const asked = await database.lookBacks.toArray();
  if (asked.length === 0) return false;
  const ids = asked.map(({ entity }) => entity);
  for (const { entity, isLearned } of asked) {
    if (isLearned === true) continue;
    const keys = await keysNaming(database, entity);
    await linkAnew(database, keys.slice(-articlesBack));
  }
  const learned = new Set(asked.flatMap(({ entity, isLearned }) => (isLearned === true ? entity : [])));
  await linkAnewWhereNamed(database, await entitiesWithIds(ids), learned);
  await database.transaction('rw', database.lookBacks, async () => {
    const newest = Math.max(...asked.map(({ change }) => change));
    const now = await database.lookBacks.bulkGet(ids);
    // What was changed again meanwhile is looked for again.
    await database.lookBacks.bulkDelete(now.flatMap((row) => (row && row.change <= newest ? row.entity : [])));
  });
  return true;
}

/** @param learned ids of those that were known as they are when an article that mentions them was linked */
async function linkAnewWhereNamed(database: Database, entities: readonly Entity[], learned: ReadonlySet<string>): Promise<void> {
  const entries = entities.flatMap((entity, at) => aliasEntries(entity, at)).filter(({ form }) => form !== 'part');
  const opened = openGazetteer(compileGazetteer(entries));
  if (!opened.ok || entries.length === 0) return;
  const { articles, articleTexts } = database;
  let before = Number.POSITIVE_INFINITY;
  for (let seen = 0; seen < articlesBack; seen += rowsAtOnce) {
    const rows = await articles.where('key').below(before).reverse().limit(rowsAtOnce).toArray();
    const texts = await articleTexts.bulkGet(rows.map(({ id }) => id));
    const named = rows.filter(({ title, summary = '', linked, entities: mentioned }, at) => {
      if (linked === 0) return false;
      const matches = [title, texts[at]?.text ?? summary].flatMap((text) => Array.from(opened.value.spot(text)));
      const ids = matches.flatMap(({ candidates }) => candidates.flatMap(({ entity }) => entities[entity]?.id ?? []));
      return ids.some((id) => !(learned.has(id) && mentioned.includes(id)));
    });
    await linkAnew(database, named.map(({ key }) => key));
    if (rows.length < rowsAtOnce) return;
    before = rows.at(-1)?.key ?? 0;
  }
}

async function linkAnew(database: Database, keys: readonly number[]): Promise<void> {
  const { articles } = database;
  for (let from = 0; from < keys.length; from += rowsAtOnce) {
    await database.transaction('rw', articles, async () => {
      const rows = await articles.bulkGet(keys.slice(from, from + rowsAtOnce));
      await articles.bulkPut(rows.flatMap((row): ArticleRow[] => (row && row.linked > 0 ? [{ ...row, linked: 0 }] : [])));
    });
  }
}
