import { finalStory, type KeptStory, type StoryChanges } from '../coverage/stories';
import type { Database } from './database';
import type { ArticleRow, StoryRow } from './rows';
import { followMerge } from './story-groups';

/** Moves articles between stories, and stories into others. Those of `placed` have their stories in their rows already. */
export async function storeStories(database: Database, changes: StoryChanges, placed: readonly ArticleRow[] = []): Promise<void> {
  const { articles, stories } = database;
  const there = new Set(placed.map(({ id }) => id));
  const others = [...changes.articles.keys()].filter((id) => !there.has(id));
  const rows = (await Promise.all(others.map((id) => articles.get({ id })))).filter((row) => row !== undefined);
  const touched = new Set([...rows.flatMap(({ story }) => story ?? []), ...changes.stories.map(({ number }) => idOf(number)), ...[...changes.merged].flat().map(idOf)]);
  // Most stories of articles that come are new, and are not there to be read.
  const older = [...touched].filter((id) => numberOf(id) < changes.firstNew);
  const known = new Map((await stories.bulkGet(older)).flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const membersOf = new Map([...touched].map((id) => [id, new Set(known.get(id)?.articles ?? [])]));
  for (const { story = '', number } of placed) membersOf.get(story)?.add(number);
  const moved: ArticleRow[] = [];
  for (const row of rows) {
    const number = changes.articles.get(row.id);
    // To look at all again is to say of most that they stay.
    if (number === undefined || row.placed === 1 || row.story === idOf(number)) continue;
    membersOf.get(row.story ?? '')?.delete(row.number);
    membersOf.get(idOf(number))?.add(row.number);
    moved.push({ ...row, story: idOf(number) });
  }
  await articles.bulkPut(moved);
  for (const [from, into] of changes.merged) {
    const left = [...(membersOf.get(idOf(from)) ?? [])];
    for (const number of left) membersOf.get(idOf(into))?.add(number);
    membersOf.delete(idOf(from));
    const followed = (await Promise.all(left.map((number) => articles.get({ number })))).filter((row) => row !== undefined);
    await articles.bulkPut(followed.map((row) => ({ ...row, story: idOf(into) })));
    await stories.delete(idOf(from));
  }
  const kept = changes.stories.filter(({ number }) => membersOf.has(idOf(number)));
  await stories.bulkPut(kept.map((story) => ({ ...storyRow(story, [...(membersOf.get(idOf(story.number)) ?? [])]), with: known.get(idOf(story.number))?.with })));
  const written = new Set(kept.map(({ number }) => idOf(number)));
  // Those that only lost articles, and are not spoken of as changed: one that lost all of them is no story any more.
  for (const [id, members] of membersOf) {
    const row = known.get(id);
    if (!row || written.has(id) || members.size === row.articles.length) continue;
    if (members.size > 0) await stories.put({ ...row, articles: [...members] });
    else await stories.delete(id);
  }
  // Now that those are written that they were merged into.
  for (const [from, into] of changes.merged) await followMerge(database, known.get(idOf(from)), idOf(finalStory(into, changes.merged)));
}

function storyRow({ number, from, to, digest, square }: KeptStory, articles: number[]): StoryRow {
  return { id: idOf(number), first: momentOf(from), newest: momentOf(to), articles, digest, square };
}

export function keptStory({ id, first, newest, articles, digest = new Uint8Array(), square }: StoryRow): KeptStory {
  return {
    number: numberOf(id),
    from: first === '' ? Infinity : Date.parse(first),
    to: newest === '' ? -Infinity : Date.parse(newest),
    articles: articles.length,
    digest,
    square,
  };
}

function momentOf(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString() : '';
}

/** The id of the story with this number. */
export function idOf(number: number): string {
  return `s${String(number)}`;
}

export function numberOf(id: string): number {
  return Number(id.slice(1));
}
