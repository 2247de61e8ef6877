import type { CoveredArticle } from '../coverage/related';
import type { SaidQuote } from '../coverage/said-before';
import { articleIdOf } from '../model/address';
import type { CoverageSource, EntityCoverage, PageStory } from '../services/show-coverage';
import { countByMonth, firstKeyAt, numberOfKey } from './article-key';
import { createNamingCounter } from './count-naming';
import type { Database } from './database';
import { hiddenOrigins, isVisible } from './origins';
import { keysNaming } from './long-lists';
import { besideStory } from './beside-story';
import { placeInStory } from './place-in-story';
import type { ArticleRow } from './rows';
import { groupOf, joinStories, partStories } from './story-groups';

/** Up to so many, all articles of an entity are considered; beyond, the newest, those around the page's date, and those that share a rare name. */
const most = { all: 500, newest: 120, before: 160, since: 80, shared: 160 };
/** Names shared by more articles than this tell little; of those that few or none have, few articles are to be looked at. */
const rareNames = { most: 4, articles: 3_000, unknown: 12, each: 40 };
const mostQuotes = 120;
const storyArticles = 30;

/** The coverage that the reader's sources brought. `articlesOf` reads the newest of an entity whole, texts and all. */
export function createCoverageSource(database: Database, countNaming = createNamingCounter(database)): CoverageSource & { articlesOf(entity: string, options: { readonly limit: number }): Promise<CoveredArticle[]> } {
  const { sources, articles, articleTexts, longLists, quotes, stories, states } = database;
  const keysOf = (entity: string): Promise<number[]> => keysNaming(database, entity);
  return {
    async coverageOf(entity, { url, published, alongside }) {
      const { articles: all, naming } = await countNaming(alongside);
      return database.transaction('r', sources, articles, longLists, stories, states, async (): Promise<EntityCoverage> => {
        const [hidden, keys, read, [story, ...joined]] = await Promise.all([hiddenOrigins(database), keysOf(entity), states.get(`read:${entity}`), storiesOf(url)]);
        const chosen = new Set(chosenOf(keys, published));
        if (keys.length > most.all) for (const key of await sharedKeys(keys, naming)) chosen.add(key);
        const rows = (await articles.bulkGet([...chosen])).filter((row) => row !== undefined).filter((row) => isVisible(row, hidden));
        return {
          candidates: rows.map((row) => ({ article: articleOf(row), entities: row.entities, story: joined.includes(row.story ?? '') ? story : row.story })),
          story,
          naming,
          months: countByMonth(keys),
          fresh: new Set(read === undefined ? [] : rows.filter(({ number }) => number > read.count).map(({ id }) => id)),
          freshCount: read === undefined ? 0 : keys.filter((key) => numberOfKey(key) > read.count).length,
          articles: all,
        };
      });
    },

    articlesOf: (entity, { limit }) =>
      database.transaction('r', sources, articles, articleTexts, longLists, async () => {
        const hidden = await hiddenOrigins(database);
        const keys = await keysOf(entity);
        const rows = (await articles.bulkGet(keys.slice(-limit).reverse())).filter((row) => row !== undefined).filter((row) => isVisible(row, hidden));
        const texts = await articleTexts.bulkGet(rows.map(({ id }) => id));
        return rows.map((row, at): CoveredArticle => ({ article: { ...articleOf(row), text: texts[at]?.text }, entities: row.entities }));
      }),

    async textsOf(ids) {
      const rows = await articleTexts.bulkGet([...ids]);
      return new Map(rows.flatMap((row) => (row ? [[row.article, row.text] as const] : [])));
    },

    textOf: async (url) => (await articleTexts.get(articleIdOf(url)))?.text,

    quotesOf: (entity) =>
      database.transaction('r', sources, articles, quotes, async () => {
        const rows = await quotes.where('[speaker+said]').between([entity, ''], [entity, '\uffff']).reverse().limit(mostQuotes).toArray();
        const visible = await visibleOf(rows.map(({ article }) => article));
        return rows
          .filter(({ article }) => visible?.has(article) !== false)
          .map(({ text, said, outlet, url, title }): SaidQuote => ({ text, said: said === '' ? undefined : said, outlet, url, title }));
      }),

    storyOf: (url) =>
      database.transaction('r', sources, articles, stories, async (): Promise<PageStory | undefined> => {
        const row = await articles.get({ id: articleIdOf(url) });
        const story = row?.story === undefined ? undefined : await stories.get(row.story);
        const group = story && (await stories.bulkGet(groupOf(story)));
        const numbers = (group ?? []).flatMap((each) => each?.articles ?? []).sort((one, other) => one - other);
        if (numbers.length < 2) return undefined;
        const hidden = await hiddenOrigins(database);
        const members = (await articles.where('number').anyOf(numbers.slice(-storyArticles)).toArray()).filter((each) => isVisible(each, hidden));
        members.sort((one, other) => one.key - other.key);
        return { articles: members.map(articleOf), total: numbers.length };
      }),

    placeInStory: (url, word) => placeInStory(database, url, word),
    joinStories: (url, page) => joinStories(database, url, page),
    partStories: (came, page) => partStories(database, came, page),
    besideStory: (url) => besideStory(database, url),

    readAbout: (entity) =>
      database.transaction('rw', states, async () => {
        const newest = (await states.get('articles'))?.count ?? 0;
        await states.put({ name: `read:${entity}`, count: newest });
      }),
  };

  /** The story of a page that is kept, and those that the reader said are one with it. */
  async function storiesOf(url: string | undefined): Promise<string[]> {
    const page = url === undefined ? undefined : await articles.get({ id: articleIdOf(url) });
    const story = page?.story === undefined ? undefined : await stories.get(page.story);
    return story ? groupOf(story) : [];
  }

  /** Of the entity's articles those that also name one of the rarest others of the page, newest first. */
  async function sharedKeys(keys: readonly number[], naming: ReadonlyMap<string, number>): Promise<number[]> {
    const rare = [...naming].filter(([, count]) => count > 0 && count <= rareNames.articles).sort((one, other) => one[1] - other[1]);
    const unknown = [...naming].filter(([, count]) => count === 0);
    const own = new Set(keys);
    const lists = await Promise.all([
      ...rare.slice(0, rareNames.most).map(([entity]) => keysOf(entity)),
      ...unknown.slice(0, rareNames.unknown).map(([entity]) => articles.where('entities').equals(entity).limit(rareNames.each).primaryKeys()),
    ]);
    return lists.flatMap((list) => list.filter((key) => own.has(key)).slice(-most.shared / rareNames.most));
  }

  /** Ids of those that the reader sees; undefined where nothing is hidden, since looking up ids one by one takes long. */
  async function visibleOf(ids: readonly string[]): Promise<ReadonlySet<string> | undefined> {
    const hidden = await hiddenOrigins(database);
    if (hidden.size === 0) return undefined;
    const kept = await articles.where('id').anyOf([...new Set(ids)]).toArray();
    return new Set(kept.filter((row) => isVisible(row, hidden)).map(({ id }) => id));
  }
}

/** By time alone, from keys in its order. */
function chosenOf(keys: readonly number[], published: string | undefined): number[] {
  if (keys.length <= most.all) return [...keys].reverse();
  const newest = keys.slice(-most.newest);
  if (published === undefined) return newest.reverse();
  const at = firstAtOrAfter(keys, firstKeyAt(published));
  return [...keys.slice(Math.max(0, at - most.before), at + most.since), ...newest].reverse();
}

function articleOf({ id, url, title, outlet, published, summary, language, authors }: ArticleRow): CoveredArticle['article'] {
  return { id, url, title, outlet, published, summary, language, authors };
}

function firstAtOrAfter(keys: readonly number[], first: number): number {
  let low = 0;
  for (let high = keys.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
