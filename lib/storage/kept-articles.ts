import type { Database } from './database';
import { articleOf, type EntityArticle } from './entity-details';

const mostListed = 500;

/** What the reader keeps, newest first, and how much that is in all. */
export async function keptArticles({ articles }: Database): Promise<{ readonly total: number; readonly newest: readonly EntityArticle[] }> {
  // One key of the index, whose rows stand in the order of time.
  const kept = articles.where('saved').equals(1);
  const [total, rows] = await Promise.all([kept.count(), kept.clone().reverse().limit(mostListed).toArray()]);
  return { total, newest: rows.map(articleOf) };
}
