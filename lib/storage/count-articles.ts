import type { Database } from './database';

export interface ArticleCounts {
  readonly rows: number;
  /** Of all their text. */
  readonly characters: number;
}

/** How many articles there are, and how long all of them are together. Reads two counters: IndexedDB counts by walking along. */
export async function articleCounts({ articles, states }: Database): Promise<ArticleCounts> {
  const [rows, characters] = await Promise.all([states.get('rows'), states.get('characters')]);
  return { rows: rows?.count ?? (await articles.count()), characters: characters?.count ?? 0 };
}

/** Keeps both counts, within the caller's transaction over `articles` and `states`, in which the rows came or went already. */
export async function countArticles({ articles, states }: Database, more: ArticleCounts): Promise<void> {
  if (more.characters === 0 && more.rows === 0) return;
  const [rows, characters] = await Promise.all([states.get('rows'), states.get('characters')]);
  await states.bulkPut([
    // An older Sidelight did not count them.
    { name: 'rows', count: rows ? rows.count + more.rows : await articles.count() },
    { name: 'characters', count: Math.max(0, (characters?.count ?? 0) + more.characters) },
  ]);
}
