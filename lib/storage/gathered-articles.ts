import type { Article } from '../model/article';
import { readStoryMemory, type StoryMemory } from '../coverage/story-memory';
import { limits } from '../model/limits';
import type { Gathered, GatheredQuote, GatherPorts, UngatheredBatch } from '../services/gather-articles';
import type { Database } from './database';
import type { ArticleRow, QuoteRow } from './rows';
import { keptStory, numberOf, storeStories } from './story-rows';
import { joinAsSaid } from './story-groups';

type GatheredStore = Pick<GatherPorts, 'take' | 'store' | 'remembered' | 'isUnsettled'>;

/** As many as are stored together; fewer where they are long. The words' rarities are written with each batch. */
const mostPerBatch = { articles: 256, characters: 1_000_000 };
export const tableKey = 'coverage/terms';
export const memoryKey = 'coverage/stories';
/** Stories that ended longer ago than this before the newest are over, where nothing else is remembered. */
const remembersDays = 60;

export function createGatheredStore(database: Database): GatheredStore {
  const { articles, articleTexts, stories, states, indexPages } = database;
  return {
    take: (base) =>
      database.transaction('rw', articles, articleTexts, states, async (): Promise<UngatheredBatch | undefined> => {
        if (base === 0) return undefined;
        if ((await states.get('gathered-base'))?.count !== base) {
          await states.bulkPut([{ name: 'gathered-base', count: base }, { name: 'gathered', count: 0 }]);
        }
        const from = (await states.get('gathered'))?.count ?? 0;
        const rows = await articles.where('number').above(from).limit(mostPerBatch.articles).toArray();
        // What is not linked yet waits, and so does what came after it.
        const waits = rows.findIndex(({ linked }) => linked === 0);
        const ready = rows.slice(0, Math.min(waits === -1 ? Infinity : waits, shortEnough(rows)));
        const last = ready.at(-1);
        if (!last) return undefined;
        const texts = await articleTexts.bulkGet(ready.map(({ id }) => id));
        return {
          upTo: last.number,
          articles: ready.map((row, at) => ({ article: { ...row, text: texts[at]?.text }, entities: row.entities, hasStory: row.story !== undefined || row.placed === 1, isJoined: (row.together ?? []).length > 0 })),
        };
      }),

    store: (batch, gathered) =>
      database.transaction('rw', [articles, ...gatheredTables(database), states], async () => {
        await storeQuotesAnew(database, batch.articles.map(({ article }) => article), gathered.quotes);
        await storeStories(database, gathered.stories);
        await joinAsSaid(database, batch.articles.flatMap(({ article, isJoined }) => (isJoined === true ? article.id : [])));
        await keepMemory(database, gathered);
        if (batch.upTo !== undefined) await states.put({ name: 'gathered', count: batch.upTo });
      }),

    remembered: () =>
      database.transaction('r', stories, indexPages, async () => {
        const [table, kept] = await indexPages.bulkGet([tableKey, memoryKey]);
        const memory = readStoryMemory(kept?.bytes) ?? (await rememberedOf(database));
        const since = Number.isFinite(memory.since) ? new Date(memory.since).toISOString() : '';
        const dated = await stories.where('newest').aboveOrEqual(since || ' ').toArray();
        // Their keys first: without dates, those that were let go stand among them.
        const undated = await stories.where('newest').equals('').primaryKeys();
        const open = await stories.bulkGet(undated.filter((id) => numberOf(id) >= memory.firstOpen));
        const rows = [...dated.filter(({ id }) => numberOf(id) >= memory.firstOpen), ...open.filter((row) => row !== undefined)];
        return { stories: rows.map(keptStory), table: table?.bytes, memory };
      }),

    isUnsettled: async () => ((await states.get('unsettled'))?.count ?? 0) > 0,
  };
}

async function keepMemory({ indexPages, states }: Database, { table, memory, isUnsettled }: Gathered): Promise<void> {
  await Promise.all([
    indexPages.bulkPut([{ key: tableKey, bytes: table }, { key: memoryKey, bytes: memory }]),
    states.put({ name: 'unsettled', count: isUnsettled ? 1 : 0 }),
  ]);
}

/** Of a base that was filled before this was kept, or where it was damaged: what the stories themselves say. */
async function rememberedOf({ stories }: Database): Promise<StoryMemory> {
  const latest = (await stories.orderBy('newest').last())?.newest ?? '';
  const newest = latest === '' ? -Infinity : Date.parse(latest);
  const numbers = (await stories.toCollection().primaryKeys()).map(numberOf);
  const next = numbers.reduce((most, number) => Math.max(most, number + 1), 0);
  return { next, newest, since: newest - remembersDays * 86_400_000, firstOpen: 0, unsettled: 0, members: [] };
}

/** How many of the first are read together: at least one. */
function shortEnough(rows: readonly ArticleRow[]): number {
  let characters = 0;
  const tooMany = rows.findIndex(({ size }) => (characters += size) > mostPerBatch.characters);
  return tooMany === -1 ? rows.length : Math.max(1, tooMany);
}

/** What `storeGathered` needs in its caller's transaction, beside articles and states. */
export function gatheredTables({ stories, quotes, indexPages }: Database) {
  return [stories, quotes, indexPages];
}

/** Number of the last article whose quotes and stories were gathered with this base. */
export async function gatheredUpTo({ states }: Pick<Database, 'states'>, base: number): Promise<number> {
  const [gathered, gatheredBase] = await Promise.all([states.get('gathered'), states.get('gathered-base')]);
  return gatheredBase?.count === base ? (gathered?.count ?? 0) : 0;
}

/** Whether whatever is stored was gathered with this base, so that what comes next is next to be gathered. */
export async function isAllGathered({ states }: Database, base: number): Promise<boolean> {
  const [articles, upTo] = await Promise.all([states.get('articles'), gatheredUpTo({ states }, base)]);
  return articles === undefined || upTo === articles.count;
}

/** Stores what came of new articles, whose rows have their stories already, within the caller's transaction. */
export async function storeGathered(database: Database, rows: readonly ArticleRow[], { base, gathered }: { readonly base: number; readonly gathered: Gathered }): Promise<void> {
  await Promise.all([
    database.quotes.bulkAdd(quoteRows(rows, gathered.quotes)),
    storeStories(database, gathered.stories, rows),
    keepMemory(database, gathered),
    database.states.bulkPut([{ name: 'gathered-base', count: base }, { name: 'gathered', count: rows.at(-1)?.number ?? 0 }]),
  ]);
}

/** In place of those that were found before, whose numbers they take over. Within the caller's transaction. */
export async function storeQuotesAnew({ quotes }: Database, articles: readonly Article[], found: readonly GatheredQuote[]): Promise<void> {
  // Asked all at once: a cursor would wait for each before it goes to the next.
  const keys = await Promise.all(articles.map(({ id }) => quotes.where('article').equals(id).primaryKeys()));
  const numbers = new Map(articles.map(({ id }, at) => [id, keys[at] ?? []]));
  await quotes.bulkPut(
    quoteRows(articles, found).map((row) => {
      const number = numbers.get(row.article)?.shift();
      return number === undefined ? row : { ...row, number };
    }),
  );
  const left = [...numbers.values()].flat();
  if (left.length > 0) await quotes.bulkDelete(left);
}

function quoteRows(articles: readonly Article[], found: readonly GatheredQuote[]): Omit<QuoteRow, 'number'>[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return found.flatMap(({ article, speaker = '', attributed, text }) => {
    const facts = byId.get(article);
    if (!facts || text.length > limits.summaryLength) return [];
    const { outlet, url, title, published = '' } = facts;
    return [{ article, speaker, said: published, text, attributed, outlet, url, title }];
  });
}
