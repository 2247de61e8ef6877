import { Dexie } from 'dexie';
import type { Article } from '../model/article';
import type { IndexedBatch, IndexMemory, UnlinkedArticles, UnlinkedBatch } from '../services/index-ports';
import { addArticles, articleTables, upsertArticles, withLinks } from './article-rows';
import type { Links } from './article-rows';
import type { Database } from './database';
import type { EvidenceStore } from './evidence-store';
import { createLearningStore } from './learning-store';
import type { KnowledgeBase } from './knowledge-base';
import { gatheredTables, gatheredUpTo, isAllGathered, storeGathered, storeQuotesAnew } from './gathered-articles';
import { beginLists, createOftenNamed, followInLists } from './long-lists';
import { lookBack } from './look-back';
import { fileOrigin } from './origins';
import type { ArticleRow, StagedPageRow } from './rows';
import { rowsWithIds } from './rows-with-ids';
import { learnedTables, storeLearned } from './store-learned';
import { idOf } from './story-rows';
import { updateOverlay } from './update-overlay';

/** Articles that are linked together and stored in one transaction. What is remembered is compared once a batch, so few would be dear. */
const articlesPerBatch = 256;

interface TakenBatch extends UnlinkedBatch {
  /** Where they come from: rows that are there already, or a page of a coverage file. */
  readonly from: { readonly rows: readonly ArticleRow[] } | { readonly page: number; readonly file: number; readonly numbered: number };
}

export interface IndexStore {
  readonly unlinked: UnlinkedArticles<TakenBatch>;
  readonly memory: IndexMemory;
}

interface IndexPorts {
  readonly knowledge: Pick<KnowledgeBase, 'entities'>;
  readonly evidence: EvidenceStore;
  readonly now: () => string;
}

/** What indexing reads and writes, with what it remembers between batches kept in memory. */
export function createIndexStore(database: Database, { knowledge, evidence, now }: IndexPorts): IndexStore {
  const { articles, articleTexts, coverageFiles, stagedPages } = database;
  const learning = createLearningStore(database);
  const oftenNamed = createOftenNamed();

  async function take(base: number): Promise<TakenBatch | undefined> {
    const next = await takeNext(base);
    if (next) return next;
    // Looking back takes the names from what is known.
    await updateOverlay(database);
    while (await lookBack(database, knowledge.entities)) {
      const found = await takeNext(base);
      if (found) return found;
    }
    return undefined;
  }

  async function takeNext(base: number): Promise<TakenBatch | undefined> {
    return database.transaction('r', [articles, articleTexts, coverageFiles, stagedPages, database.states], async () => {
      if (base > 0) {
        // The newest of those never linked come first: they are what a reader waits for.
        const fresh = await articles.where('linked').equals(0).reverse().limit(articlesPerBatch).toArray();
        if (fresh.length > 0) return fromRows(database, fresh, base);
        const behind = await articles.where('linked').below(base).reverse().limit(articlesPerBatch).toArray();
        if (behind.length > 0) return fromRows(database, behind, base);
      }
      return firstPage(database, base);
    });
  }

  /**
   * Only of a file's articles, none of which is there yet: what is there may have changed by then. Where all of one page were new,
   * those of the next are taken for new as well, since to look for each costs as much as to store it: if one is not, they are not
   * stored, for no two articles have one id, and are taken again.
   */
  async function after({ from, articles: before, isNext }: TakenBatch): Promise<TakenBatch | undefined> {
    if (!('page' in from) || isNext !== true) return undefined;
    const page = await database.transaction('r', [coverageFiles, stagedPages], () => stagedAfter(database, from.page));
    if (!page || !areDifferent([...before, ...page.articles])) return undefined;
    return batchOf(page, { isNew: page.articles.map(() => true), isNext: true, numbered: from.numbered + before.length });
  }

  async function store(batch: TakenBatch, indexed: IndexedBatch): Promise<boolean> {
    const { base, changes } = indexed;
    evidence.expect(base, indexed.evidence);
    const often = oftenNamed(indexed.mentions.flat().map(({ entity }) => entity));
    const tables = [...articleTables(database), ...gatheredTables(database), stagedPages, database.evidence, database.learning, ...learnedTables(database)];
    const isStored = await database
      .transaction('rw', tables, async () => {
        const stored = await storeRows(database, batch, indexed);
        // Somebody else has moved this page already, and counted it.
        if (!stored) return true;
        // None of these waits for another: each answer comes only when linking, which goes on meanwhile, pauses.
        const [isCounted, isLearned] = await Promise.all([
          evidence.add(database.evidence, base, indexed.evidence),
          learning.write(indexed.learning),
          storeLearned(database, changes, now()),
          beginLists(database, often),
        ]);
        if (!isCounted || !isLearned) throw new Outdated();
        return true;
      })
      .catch((error: unknown) => {
        settle(false);
        if (error instanceof Outdated) return false;
        throw error;
      });
    settle(isStored);
    return isStored;
  }

  function settle(isStored: boolean): void {
    evidence.settle(isStored);
    learning.settle(isStored);
  }

  return {
    unlinked: { take, after, store },
    memory: {
      learning: learning.state,
      evidence: evidence.forLinking,
    },
  };
}

class Outdated extends Error {}

/** One of them is there, against what was taken for granted: an index has its id. */
function outdatedWhereThere(error: unknown): never {
  if (error instanceof Dexie.BulkError && error.failures.some(({ name }) => name === 'ConstraintError')) throw new Outdated();
  throw error;
}

async function fromRows(database: Database, rows: ArticleRow[], base: number): Promise<TakenBatch> {
  const upTo = await gatheredUpTo(database, base);
  const texts = await database.articleTexts.bulkGet(rows.map(({ id }) => id));
  return {
    articles: rows.map((row, at) => ({ ...row, text: texts[at]?.text })),
    isNew: rows.map(({ counted }) => counted !== base),
    isGathered: rows.map(({ number }) => number <= upTo),
    from: { rows },
  };
}

/** The next page of a file that was read in whole. */
async function stagedAfter({ coverageFiles, stagedPages }: Database, number: number): Promise<StagedPageRow | undefined> {
  const ready = new Set(await coverageFiles.where('state').equals('ready').primaryKeys());
  return stagedPages.where('number').above(number).filter(({ file }) => ready.has(file)).first();
}

function areDifferent(articles: readonly Article[]): boolean {
  return new Set(articles.map(({ id }) => id)).size === articles.length;
}

/** @param how what holds of its articles, and how many had come before them */
function batchOf({ number, file, articles }: StagedPageRow, { numbered, ...how }: Pick<TakenBatch, 'isNew' | 'isNext'> & { readonly numbered: number }): TakenBatch {
  return { articles, ...how, from: { page: number, file, numbered } };
}

async function firstPage(database: Database, base: number): Promise<TakenBatch | undefined> {
  const page = await stagedAfter(database, 0);
  if (!page) return undefined;
  const known = await rowsWithIds(database, page.articles.map(({ id }) => id));
  const isNew = known.map((row) => row?.counted !== base);
  const areOther = known.every((row) => row === undefined) && areDifferent(page.articles);
  const isNext = areOther && base > 0 && (await isAllGathered(database, base));
  const numbered = (await database.states.get('articles'))?.count ?? 0;
  return batchOf(page, { isNew, isNext, numbered });
}

async function storeRows(database: Database, batch: TakenBatch, { base, mentions, gathered, quotes }: IndexedBatch): Promise<boolean> {
  const { from, articles, isGathered = [] } = batch;
  const links = articles.map(({ id }, at): Links => {
    const story = gathered?.stories.articles.get(id);
    return { base, mentions: mentions[at] ?? [], story: story === undefined ? undefined : idOf(story) };
  });
  if ('page' in from) return storePage(database, { ...from, articles }, { base, links, gathered });
  await linkRows(database, from.rows, links);
  if (quotes) await storeQuotesAnew(database, articles.filter((_, at) => isGathered[at] === true), quotes);
  // Their quotes were found meanwhile, by the links that they had.
  const upTo = await gatheredUpTo(database, base);
  if (from.rows.some(({ number }, at) => (number <= upTo) !== isGathered[at])) throw new Outdated();
  return true;
}

async function linkRows(database: Database, rows: readonly ArticleRow[], links: readonly Links[]): Promise<void> {
  const { articles } = database;
  const present = await articles.bulkGet(rows.map(({ key }) => key));
  const linked = present.flatMap((row, at) => {
    const found = links[at];
    return row && found && row.revision === rows[at]?.revision ? [withLinks(row, found)] : [];
  });
  // What was learned and counted speaks of all of them as they were.
  if (linked.length < rows.length) throw new Outdated();
  await articles.bulkPut(linked);
  await followInLists(database, rows, linked);
}

interface TakenPage {
  readonly page: number;
  readonly file: number;
  /** How many articles had come when it was taken. */
  readonly numbered: number;
  readonly articles: readonly Article[];
}

interface LinkedPage extends Pick<IndexedBatch, 'base' | 'gathered'> {
  readonly links: readonly Links[];
}

async function storePage(database: Database, { page, file, numbered, articles }: TakenPage, { base, links, gathered }: LinkedPage): Promise<boolean> {
  const [staged, last, isGathered] = await Promise.all([database.stagedPages.get(page), database.states.get('articles'), isAllGathered(database, base)]);
  if (!staged) return false;
  const origin = fileOrigin(file);
  const arrivals = articles.map((article, at) => ({ article, origin, links: links[at] }));
  if (gathered) {
    // Others came meanwhile: the stories that were found know nothing of them.
    if ((last?.count ?? 0) !== numbered || !isGathered) throw new Outdated();
    const added = await addArticles(database, arrivals).catch(outdatedWhereThere);
    await storeGathered(database, added.map(({ row }) => row), { base, gathered });
  } else {
    await upsertArticles(database, arrivals);
  }
  await database.stagedPages.delete(page);
  return true;
}
