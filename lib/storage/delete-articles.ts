import { countArticles } from './count-articles';
import type { Database } from './database';
import { followInLists } from './long-lists';
import type { ArticleRow } from './rows';

/** What `deleteTraces` needs in its caller's transaction. */
export function deletionTables({ articles, articleTexts, longLists, states, quotes, stories }: Database) {
  return [articles, articleTexts, longLists, states, quotes, stories];
}

/** Deletes all that is kept of articles whose rows went: their texts, what was said in them, their places in stories. */
export async function deleteTraces(database: Database, gone: readonly ArticleRow[]): Promise<void> {
  if (gone.length === 0) return;
  const { articleTexts, quotes, stories } = database;
  const ids = gone.map(({ id }) => id);
  await articleTexts.bulkDelete(ids);
  await followInLists(database, gone, []);
  await quotes.bulkDelete(await quotes.where('article').anyOf(ids).primaryKeys());
  const told = [...new Set(gone.flatMap(({ story }) => story ?? []))];
  const numbers = new Set(gone.map(({ number }) => number));
  const left = (await stories.bulkGet(told)).flatMap((story) =>
    story ? { ...story, articles: story.articles.filter((number) => !numbers.has(number)) } : [],
  );
  await stories.bulkPut(left.filter(({ articles }) => articles.length > 0));
  await stories.bulkDelete(left.flatMap(({ id, articles }) => (articles.length === 0 ? id : [])));
  await countArticles(database, { rows: -gone.length, characters: -gone.reduce((sum, { size }) => sum + size, 0) });
}
