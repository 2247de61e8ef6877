import { compileGazetteer } from '../gazetteer/compile-gazetteer';
import { openGazetteer } from '../gazetteer/open-gazetteer';
import { aliasEntries } from '../linking/alias-entries';
import type { Entity } from '../model/entity';
import type { Database } from './database';
import { keysNaming } from './long-lists';
import type { ArticleRow } from './rows';

/** The newest articles that are looked through for a name that was only learned, and those of an entity that are linked anew. */
const articlesBack = 2_000;
const rowsAtOnce = 200;

/**
 * Finds the articles that may mean otherwise what was found or edited since they were linked, and has them linked anew:
 * those that mention such an entity, unless it was only learned, and those in which one of its names stands. For names that
 * were only learned these are among the newest; for what the reader changed, and may have changed back, any that does not
 * mention it yet. Goes a step further with each call, newest articles first, so that whoever is killed goes on from there.
 * False where nothing was to be done.
 */
export async function lookBack(
  database: Database,
  entitiesWithIds: (ids: readonly string[]) => Promise<readonly Entity[]>,
): Promise<boolean> {
  const asked = await database.lookBacks.toArray();
  if (asked.length === 0) return false;
  const ids = asked.map(({ entity }) => entity);
  const before = Math.max(...asked.map(({ before = Number.POSITIVE_INFINITY }) => before));
  for (const { entity, isLearned, before } of asked) {
    if (isLearned === true || before !== undefined) continue;
    const keys = await keysNaming(database, entity);
    await linkAnew(database, keys.slice(-articlesBack));
  }
  const learned = new Set(asked.flatMap(({ entity, isLearned }) => (isLearned === true ? entity : [])));
  const reached = await linkAnewWhereNamed(database, await entitiesWithIds(ids), { learned, before });
  await database.transaction('rw', database.lookBacks, async () => {
    const newest = Math.max(...asked.map(({ change }) => change));
    // What was changed again meanwhile is looked for again.
    const done = (await database.lookBacks.bulkGet(ids)).flatMap((row) => (row && row.change <= newest ? row : []));
    const left = reached === undefined ? [] : done.filter(({ isLearned }) => isLearned !== true);
    await database.lookBacks.bulkDelete(done.map(({ entity }) => entity));
    await database.lookBacks.bulkPut(left.map((row) => ({ ...row, before: Math.min(reached ?? 0, row.before ?? Number.POSITIVE_INFINITY) })));
  });
  return true;
}

interface Step {
  /** Ids of those that were known as they are when an article that mentions them was linked. */
  readonly learned: ReadonlySet<string>;
  /** Key of the oldest article that was looked through already. */
  readonly before: number;
}

/** Returns the key of the oldest article that was looked through, undefined where there is none before it. */
async function linkAnewWhereNamed(database: Database, entities: readonly Entity[], { learned, before }: Step): Promise<number | undefined> {
  // Who is well known is named by the last name alone, in articles that say no more.
  const entries = entities.flatMap((entity, at) => aliasEntries(entity, at).filter(({ form }) => form !== 'part' || !learned.has(entity.id)));
  const opened = openGazetteer(compileGazetteer(entries));
  if (!opened.ok || entries.length === 0) return undefined;
  const { articles, articleTexts } = database;
  const isNewest = before === Number.POSITIVE_INFINITY;
  let reached = before;
  for (let seen = 0; seen < articlesBack; seen += rowsAtOnce) {
    const rows = await articles.where('key').below(reached).reverse().limit(rowsAtOnce).toArray();
    const texts = await articleTexts.bulkGet(rows.map(({ id }) => id));
    const named = rows.filter(({ title, summary = '', linked, entities: mentioned }, at) => {
      if (linked === 0) return false;
      const matches = [title, texts[at]?.text ?? summary].flatMap((text) => Array.from(opened.value.spot(text)));
      const ids = matches.flatMap(({ candidates }) => candidates.flatMap(({ entity }) => entities[entity]?.id ?? []));
      return ids.some((id) => !mentioned.includes(id) || (isNewest && !learned.has(id)));
    });
    await linkAnew(database, named.map(({ key }) => key));
    if (rows.length < rowsAtOnce) return undefined;
    reached = rows.at(-1)?.key ?? 0;
  }
  return reached;
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
