import type { Database } from './database';
import type { ArticleRow } from './rows';

export function sourceOrigin(sourceId: string): string {
  return `source:${sourceId}`;
}

export function fileOrigin(file: number): string {
  return `file:${file}`;
}

/** Takes an origin off its articles; those that nothing else brought go. Within the caller's transaction. */
export async function dropOrigin(database: Database, origin: string): Promise<void> {
  const orphans: ArticleRow[] = [];
  await database.articles.where('origins').equals(origin).modify((row, place) => {
    const origins = row.origins.filter((other) => other !== origin);
    if (origins.length > 0) {
      row.origins = origins;
      return;
    }
    orphans.push(row);
    delete (place as { value?: ArticleRow }).value;
  });
  await database.articleTexts.bulkDelete(orphans.map(({ id }) => id));
}

/** Origins whose articles the reader does not want to see, though they are not swept out yet. */
export async function hiddenOrigins(database: Database): Promise<Set<string>> {
  const sources = await database.sources.toArray();
  return new Set(sources.flatMap(({ id, removed }) => (removed === undefined ? [] : [sourceOrigin(id)])));
}

export function isVisible({ origins }: Pick<ArticleRow, 'origins'>, hidden: ReadonlySet<string>): boolean {
  return origins.some((origin) => !hidden.has(origin));
}
