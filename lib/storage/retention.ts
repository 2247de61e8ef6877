import { articleCounts } from './count-articles';
import type { Database } from './database';
import { deleteTraces, deletionTables } from './delete-articles';
import type { ArticleRow } from './rows';
import { withMembers } from './merged-members';
import { storageFailure } from './storage-failure';

/** How much coverage the reader wants to keep. */
export interface RetentionBudget {
  readonly articles: number;
  readonly megabytes: number;
}

export interface CoverageSize {
  readonly articles: number;
  /** By what its texts and their rows and indexes take, as far as that can be told without reading them. */
  readonly megabytes: number;
}

const rowsAtOnce = 200;
/** What a row and its entries in indexes take beside its text, and a character of it. */
const bytesPerRow = 1_500;
const bytesPerCharacter = 1.1;
/** Of the articles, what goes at once where storage is full. */
const shareForRoom = 0.1;

/** How much coverage there is. Reads two counters. */
export async function coverageSize(database: Database): Promise<CoverageSize> {
  const { rows, characters } = await articleCounts(database);
  return { articles: rows, megabytes: (rows * bytesPerRow + characters * bytesPerCharacter) / 1e6 };
}

/**
 * Deletes the oldest articles until the rest is within the budget; those that the reader saved, and those that mention
 * whom the reader follows, stay. Articles without a date count as old. Returns how many went.
 */
export async function prune(database: Database, budget: RetentionBudget): Promise<number> {
  const { articles, megabytes } = await coverageSize(database);
  let tooMany = articles - budget.articles;
  let tooLarge = (megabytes - budget.megabytes) * 1e6;
  return deleteOldest(database, ({ size }) => {
    if (tooMany <= 0 && tooLarge <= 0) return false;
    tooMany--;
    tooLarge -= bytesPerRow + size * bytesPerCharacter;
    return true;
  });
}

/** Deletes a tenth of the articles, the oldest. False where none may go. */
export async function makeRoom(database: Database): Promise<boolean> {
  let left = Math.ceil((await articleCounts(database)).rows * shareForRoom);
  return (await deleteOldest(database, () => left-- > 0)) > 0;
}

/** How often room is made for one thing. More would give up most of the coverage to a disk that others fill. */
export const mostRooms = 3;

/** Does it, after making room where storage is full; what is left to fail after that is the reader's to help. */
export async function withRoom<T>(database: Database, task: () => Promise<T>): Promise<T> {
  for (let rooms = 0; ; rooms++) {
    try {
      return await task();
    } catch (error) {
      const isFull = storageFailure(error).kind === 'storage-full';
      if (!isFull || rooms === mostRooms || !(await makeRoom(database))) throw error;
    }
  }
}

/** Asks for each article that may go, oldest first, whether it goes, until that is denied. */
async function deleteOldest(database: Database, goes: (row: ArticleRow) => boolean): Promise<number> {
  const { articles, entityEdits } = database;
  let deleted = 0;
  for (let after = Number.NEGATIVE_INFINITY; ; ) {
    const rows = await database.transaction('rw', [...deletionTables(database), entityEdits], async () => {
      const some = await articles.where('key').above(after).limit(rowsAtOnce).toArray();
      const followed = new Set(await withMembers(database, await entityEdits.where('followed').equals(1).primaryKeys()));
      const mayGo = some.filter(({ saved, entities }) => saved !== 1 && !entities.some((entity) => followed.has(entity)));
      const end = mayGo.findIndex((row) => !goes(row));
      const gone = end === -1 ? mayGo : mayGo.slice(0, end);
      await articles.bulkDelete(gone.map(({ key }) => key));
      await deleteTraces(database, gone);
      deleted += gone.length;
      return end === -1 ? some : [];
    });
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return deleted;
    after = last.key;
  }
}
