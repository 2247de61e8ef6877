import { articleIdOf } from '../model/address';
import type { Database } from './database';
import type { ArticleRow } from './rows';

/**
 * Takes an article into the story of a page, or out of it, on the reader's word: the row says so, and whatever is found
 * later moves it only together with its whole story. The article's id; undefined where one of the two is not kept, or the
 * page has no story to belong to.
 */
export function placeInStory(database: Database, url: string, { page, belongs }: { readonly page: string; readonly belongs: boolean }): Promise<string | undefined> {
  const { articles, stories } = database;
  return database.transaction('rw', articles, stories, async () => {
    const [row, beside] = await Promise.all([articles.get({ id: articleIdOf(url) }), articles.get({ id: articleIdOf(page) })]);
    const into = belongs && beside?.story !== undefined ? await stories.get(beside.story) : undefined;
    if (!row || !beside || (belongs && !into)) return undefined;
    await leaveStory(database, row);
    if (into) await stories.update(into.id, { articles: [...into.articles.filter((number) => number !== row.number), row.number] });
    if (!belongs) await takeWordsBack(database, row);
    await articles.put({ ...row, story: into?.id, placed: 1, together: belongs ? row.together : undefined });
    return row.id;
  });
}

/** Whatever the reader had said it to be one event with. */
async function takeWordsBack({ articles }: Database, { id, together = [] }: ArticleRow): Promise<void> {
  const others = await Promise.all(together.map((other) => articles.get({ id: other })));
  await articles.bulkPut(others.flatMap((other) => (other ? { ...other, together: other.together?.filter((each) => each !== id) } : [])));
}

async function leaveStory({ stories }: Database, { story: id, number }: ArticleRow): Promise<void> {
  const story = id === undefined ? undefined : await stories.get(id);
  if (!story) return;
  const left = story.articles.filter((each) => each !== number);
  if (left.length > 0) await stories.update(story.id, { articles: left });
  else await stories.delete(story.id);
}
