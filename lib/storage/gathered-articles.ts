import type { KeptStory, StoryChanges } from '../coverage/stories';
import { limits } from '../model/limits';
import type { Gathered, GatherPorts, UngatheredBatch } from '../services/gather-articles';
import type { Database } from './database';
import type { ArticleRow, StoryRow } from './rows';

type GatheredStore = Pick<GatherPorts, 'take' | 'store' | 'remembered'>;

const articlesPerBatch = 32;
const tableKey = 'coverage/terms';
/** Stories that ended longer ago than this before the newest are not read back. */
const remembersDays = 60;

export function createGatheredStore(database: Database): GatheredStore {
  const { articles, articleTexts, stories, quotes, states, indexPages } = database;
  return {
    take: (base) =>
      database.transaction('rw', articles, articleTexts, states, async (): Promise<UngatheredBatch | undefined> => {
        if (base === 0) return undefined;
        if ((await states.get('gathered-base'))?.count !== base) {
          await states.bulkPut([{ name: 'gathered-base', count: base }, { name: 'gathered', count: 0 }]);
        }
        const from = (await states.get('gathered'))?.count ?? 0;
        const rows = await articles.where('number').above(from).limit(articlesPerBatch).toArray();
        // What is not linked yet waits, and so does what came after it.
        const waits = rows.findIndex(({ linked }) => linked === 0);
        const ready = waits === -1 ? rows : rows.slice(0, waits);
        const last = ready.at(-1);
        if (!last) return undefined;
        const texts = await articleTexts.bulkGet(ready.map(({ id }) => id));
        return {
          upTo: last.number,
          articles: ready.map((row, at) => ({ article: { ...row, text: texts[at]?.text }, entities: row.entities, hasStory: row.story !== undefined || row.placed === 1 })),
        };
      }),

    store: (batch, gathered) =>
      database.transaction('rw', [articles, stories, quotes, states, indexPages], async () => {
        await storeQuotes(database, batch, gathered);
        await storeStories(database, gathered.stories);
        await indexPages.put({ key: tableKey, bytes: gathered.table });
        await states.put({ name: 'gathered', count: batch.upTo });
      }),

    remembered: () =>
      database.transaction('r', stories, indexPages, async () => {
        const newest = (await stories.orderBy('newest').last())?.newest ?? '';
        const since = newest === '' ? '' : new Date(Date.parse(newest) - remembersDays * 86_400_000).toISOString();
        const rows = await stories.where('newest').aboveOrEqual(since).toArray();
        const numbers = (await stories.toCollection().primaryKeys()).map(numberOf);
        return {
          stories: rows.map(keptStory),
          next: numbers.reduce((most, number) => Math.max(most, number + 1), 0),
          table: (await indexPages.get(tableKey))?.bytes,
        };
      }),
  };
}

async function storeQuotes({ quotes }: Database, batch: UngatheredBatch, gathered: Gathered): Promise<void> {
  const ids = batch.articles.map(({ article }) => article.id);
  await quotes.where('article').anyOf(ids).delete();
  const byId = new Map(batch.articles.map(({ article }) => [article.id, article]));
  await quotes.bulkAdd(
    gathered.quotes.flatMap(({ article, speaker = '', attributed, text }) => {
      const facts = byId.get(article);
      if (!facts || text.length > limits.summaryLength) return [];
      const { outlet, url, title, published = '' } = facts;
      return [{ article, speaker, said: published, text, attributed, outlet, url, title }];
    }),
  );
}

/** Moves articles between stories, and stories into others. */
async function storeStories({ articles, stories }: Database, changes: StoryChanges): Promise<void> {
  const rows = await articles.where('id').anyOf([...changes.articles.keys()]).toArray();
  const touched = new Set([...rows.flatMap(({ story }) => story ?? []), ...changes.stories.map(({ number }) => idOf(number)), ...[...changes.merged].flat().map(idOf)]);
  const known = new Map((await stories.bulkGet([...touched])).flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const membersOf = new Map([...touched].map((id) => [id, new Set(known.get(id)?.articles ?? [])]));
  const moved: ArticleRow[] = [];
  for (const row of rows) {
    const number = changes.articles.get(row.id);
    if (number === undefined || row.placed === 1) continue;
    membersOf.get(row.story ?? '')?.delete(row.number);
    membersOf.get(idOf(number))?.add(row.number);
    moved.push({ ...row, story: idOf(number) });
  }
  await articles.bulkPut(moved);
  for (const [from, into] of changes.merged) {
    const left = [...(membersOf.get(idOf(from)) ?? [])];
    for (const number of left) membersOf.get(idOf(into))?.add(number);
    membersOf.delete(idOf(from));
    await articles.where('number').anyOf(left).modify({ story: idOf(into) });
    await stories.delete(idOf(from));
  }
  const kept = changes.stories.filter(({ number }) => membersOf.has(idOf(number)));
  await stories.bulkPut(kept.map((story) => storyRow(story, [...(membersOf.get(idOf(story.number)) ?? [])])));
  const written = new Set(kept.map(({ number }) => idOf(number)));
  // Those that only lost articles, and are not spoken of as changed: one that lost all of them is no story any more.
  for (const [id, members] of membersOf) {
    const row = known.get(id);
    if (!row || written.has(id) || members.size === row.articles.length) continue;
    if (members.size > 0) await stories.put({ ...row, articles: [...members] });
    else await stories.delete(id);
  }
}

function storyRow({ number, from, to, digest }: KeptStory, articles: number[]): StoryRow {
  return { id: idOf(number), first: momentOf(from), newest: momentOf(to), articles, digest };
}

function keptStory({ id, first, newest, articles, digest = new Uint8Array() }: StoryRow): KeptStory {
  return {
    number: numberOf(id),
    from: first === '' ? Infinity : Date.parse(first),
    to: newest === '' ? -Infinity : Date.parse(newest),
    articles: articles.length,
    digest,
  };
}

function momentOf(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString() : '';
}

function idOf(number: number): string {
  return `s${String(number)}`;
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}
