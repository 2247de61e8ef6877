import type { Database } from './database';
import { deleteTraces } from './delete-articles';
import type { ArticleRow } from './rows';

export function sourceOrigin(sourceId: string): string {
  return `source:${sourceId}`;
}

export function isSourceOrigin(origin: string): boolean {
  return origin.startsWith('source:');
}

/** The id of the source. */
export function sourceOf(origin: string): string {
  return origin.slice('source:'.length);
}

export function fileOrigin(file: number): string {
  return `file:${file}`;
}

/** Takes an origin off its articles; those that nothing else brought go. Within the caller's transaction over `deletionTables`. */
export function dropOrigin(database: Database, origin: string): Promise<void> {
  return dropFrom(database, origin, () => true);
}

/**
 * The same for those of its articles that were published before this moment, or came before it where they have no date,
 * except for what the reader saved. Returns the ids of those without a date.
 */
export async function dropOldArticles(database: Database, origin: string, { before, now }: { readonly before: string; readonly now: string }): Promise<string[]> {
  const undated: string[] = [];
  await dropFrom(database, origin, (row) => {
    if (row.published === undefined) row.seen ??= now;
    const isOld = row.saved === undefined && (row.published ?? row.seen ?? now) < before;
    if (isOld && row.published === undefined) undated.push(row.id);
    return isOld;
  });
  return undated;
}

async function dropFrom(database: Database, origin: string, isDropped: (row: ArticleRow) => boolean): Promise<void> {
  const orphans: ArticleRow[] = [];
  await database.articles.where('origins').equals(origin).modify((row, place) => {
    if (!isDropped(row)) return;
    const origins = row.origins.filter((other) => other !== origin);
    if (origins.length > 0) {
      row.origins = origins;
      return;
    }
    orphans.push(row);
    delete (place as { value?: ArticleRow }).value;
  });
  await deleteTraces(database, orphans);
}

/** Origins whose articles the reader does not want to see, though they are not swept out yet. */
export async function hiddenOrigins(database: Database): Promise<Set<string>> {
  const sources = await database.sources.toArray();
  return new Set(sources.flatMap(({ id, removed }) => (removed === undefined ? [] : [sourceOrigin(id)])));
}

export function isVisible({ origins }: Pick<ArticleRow, 'origins'>, hidden: ReadonlySet<string>): boolean {
  return origins.some((origin) => !hidden.has(origin));
}
