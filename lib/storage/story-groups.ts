import { articleIdOf } from '../model/address';
import type { Database } from './database';
import type { ArticleRow, StoryRow } from './rows';

/*
 * Stories that the reader said are one. What is found goes on for each of them, so that the word can be taken back at any time;
 * they are shown as one. Each of a group lists all others, so that none is lost with another.
 */

/** Beyond it, nobody means one event any more. */
const mostInGroup = 50;

/** Ids of the stories that are shown as one with it, its own first. */
export function groupOf({ id, with: others = [] }: StoryRow): string[] {
  return [id, ...others];
}

/**
 * The article of the first address reports the event of the page: their stories are one from now on, on the reader's word. Ids of
 * the stories that came to the page's, none where they were one before; undefined where one of the two is not kept or has no story.
 */
export function joinStories(database: Database, url: string, page: string): Promise<string[] | undefined> {
  const { articles, stories } = database;
  return database.transaction('rw', articles, stories, async () => {
    const [row, beside] = await Promise.all([articles.get({ id: articleIdOf(url) }), articles.get({ id: articleIdOf(page) })]);
    if (row?.story === undefined || beside?.story === undefined) return undefined;
    const came = await unite(database, row.story, beside.story);
    // They stay where they are found now: it is of them that the reader spoke.
    if (came && came.length > 0) await articles.bulkPut([spokenOf(row, beside), spokenOf(beside, row)]);
    return came;
  });
}

/** Takes that back: these stories, which came to the page's, are another event again. */
export function partStories(database: Database, came: readonly string[], page: string): Promise<boolean> {
  const { articles, stories } = database;
  return database.transaction('rw', articles, stories, async () => {
    const beside = await articles.get({ id: articleIdOf(page) });
    const story = beside?.story === undefined ? undefined : await stories.get(beside.story);
    if (!story) return false;
    const all = await rowsOf(database, groupOf(story));
    const gone = all.filter(({ id }) => came.includes(id) && id !== story.id);
    const left = all.filter((each) => !gone.includes(each));
    await stories.bulkPut([...linked(gone), ...linked(left)]);
    const [leaving, staying] = await Promise.all([membersOf(database, gone), membersOf(database, left)]);
    await articles.bulkPut([...withoutWord(leaving, staying), ...withoutWord(staying, leaving)]);
    return true;
  });
}

/** Joins the stories of articles that were joined before their stories were found, as when a base is restored. Within the caller's transaction. */
export async function joinAsSaid(database: Database, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const row = await database.articles.get({ id });
    for (const other of row?.together ?? []) {
      const beside = await database.articles.get({ id: other });
      if (row?.story === undefined || beside?.story === undefined) continue;
      await unite(database, row.story, beside.story);
      await database.articles.bulkPut([row, beside].map((each) => ({ ...each, placed: 1 as const })));
    }
  }
}

/** A story turned out to be another: whatever was joined with it is joined with that one. Within the caller's transaction. */
export async function followMerge(database: Database, from: StoryRow | undefined, into: string): Promise<void> {
  if (from?.with === undefined || from.with.length === 0) return;
  const others = from.with.filter((id) => id !== into);
  const story = await database.stories.get(into);
  const group = await rowsOf(database, [...new Set([into, ...(story?.with ?? []), ...others])].filter((id) => id !== from.id));
  await database.stories.bulkPut(linked(group));
}

/** Ids of the stories that came to the second one's; undefined where that would be too many. */
async function unite(database: Database, story: string, other: string): Promise<string[] | undefined> {
  const [row, beside] = await Promise.all([database.stories.get(story), database.stories.get(other)]);
  if (!row || !beside) return undefined;
  const [came, there] = [groupOf(row), groupOf(beside)];
  if (there.includes(row.id)) return [];
  const all = await rowsOf(database, [...there, ...came]);
  if (all.length > mostInGroup) return undefined;
  await database.stories.bulkPut(linked(all));
  return came;
}

function linked(group: readonly StoryRow[]): StoryRow[] {
  const ids = group.map(({ id }) => id);
  return group.map((row) => ({ ...row, with: ids.filter((id) => id !== row.id) }));
}

/** Those of which the reader said something, without what was said of them and the others. */
function withoutWord(rows: readonly ArticleRow[], others: readonly ArticleRow[]): ArticleRow[] {
  const apart = new Set(others.map(({ id }) => id));
  return rows.flatMap((row) => (row.together ? { ...row, together: row.together.filter((id) => !apart.has(id)) } : []));
}

function spokenOf(row: ArticleRow, other: ArticleRow): ArticleRow {
  return { ...row, placed: 1, together: [...new Set([...(row.together ?? []), other.id])] };
}

async function rowsOf({ stories }: Database, ids: readonly string[]): Promise<StoryRow[]> {
  return (await stories.bulkGet([...ids])).filter((row) => row !== undefined);
}

function membersOf({ articles }: Database, stories: readonly StoryRow[]): Promise<ArticleRow[]> {
  return articles.where('number').anyOf(stories.flatMap((story) => story.articles)).toArray();
}
