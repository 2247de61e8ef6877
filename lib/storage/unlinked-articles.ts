import type { Article } from '../model/article';
import type { UnlinkedArticles } from '../services/index-articles';
import { articleTables, upsertArticles, withLinks } from './article-rows';
import type { Links } from './article-rows';
import type { Database } from './database';
import { fileOrigin } from './origins';
import type { ArticleRow } from './rows';

/** Articles that are linked together and stored in one transaction. */
const articlesPerBatch = 32;

interface UnlinkedBatch {
  readonly articles: readonly Article[];
  /** Where they come from: rows that are there already, or a page of a coverage file. */
  readonly from: { readonly rows: readonly ArticleRow[] } | { readonly page: number; readonly file: number };
}

export function createUnlinkedArticles(database: Database): UnlinkedArticles<UnlinkedBatch> {
  const { articles, articleTexts, coverageFiles, stagedPages } = database;
  return {
    take: (base) =>
      database.transaction('r', [articles, articleTexts, coverageFiles, stagedPages], async () => {
        if (base > 0) {
          // The newest of those never linked come first: they are what a reader waits for.
          const fresh = await articles.where('linked').equals(0).reverse().limit(articlesPerBatch).toArray();
          if (fresh.length > 0) return fromRows(database, fresh);
          const behind = await articles.where('linked').below(base).reverse().limit(articlesPerBatch).toArray();
          if (behind.length > 0) return fromRows(database, behind);
        }
        return fromPages(database);
      }),

    store: (batch, mentions, base) =>
      database.transaction('rw', [...articleTables(database), stagedPages], async () => {
        const links = batch.articles.map((_, at) => ({ base, mentions: mentions[at] ?? [] }));
        const { from } = batch;
        await ('rows' in from
          ? storeRows(database, from.rows, links)
          : storePage(database, { ...from, articles: batch.articles }, links));
      }),
  };
}

async function fromRows(database: Database, rows: ArticleRow[]): Promise<UnlinkedBatch> {
  const texts = await database.articleTexts.bulkGet(rows.map(({ id }) => id));
  return { articles: rows.map((row, at) => ({ ...row, text: texts[at]?.text })), from: { rows } };
}

async function fromPages(database: Database): Promise<UnlinkedBatch | undefined> {
  const ready = new Set(await database.coverageFiles.where('state').equals('ready').primaryKeys());
  const page = await database.stagedPages.orderBy('number').filter(({ file }) => ready.has(file)).first();
  return page && { articles: page.articles, from: { page: page.number, file: page.file } };
}

async function storeRows(
  { articles }: Database,
  rows: readonly ArticleRow[],
  links: readonly Links[],
): Promise<void> {
  const present = await articles.bulkGet(rows.map(({ key }) => key));
  const unchanged = present.flatMap((row, at) => {
    const linked = links[at];
    return row && linked && row.revision === rows[at]?.revision ? [withLinks(row, linked)] : [];
  });
  await articles.bulkPut(unchanged);
}

interface TakenPage {
  readonly page: number;
  readonly file: number;
  readonly articles: readonly Article[];
}

async function storePage(
  database: Database,
  { page, file, articles }: TakenPage,
  links: readonly Links[],
): Promise<void> {
  // Somebody else has moved this page already.
  if (!(await database.stagedPages.get(page))) return;
  const origin = fileOrigin(file);
  await upsertArticles(database, articles.map((article, at) => ({ article, origin, links: links[at] })));
  await database.stagedPages.delete(page);
}
