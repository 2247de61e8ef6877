import type { Article } from '../model/article';
import type { ArticleMention } from '../services/index-articles';
import type { Database } from './database';
import type { ArticleRow } from './rows';

export interface Arrival {
  readonly article: Article;
  readonly origin: string;
  /** As in the row's `guids`. */
  readonly guid?: string;
  /** What it mentions, where it was linked on its way here. */
  readonly links?: Links;
}

export interface Links {
  readonly version: number;
  readonly mentions: readonly ArticleMention[];
}

export interface UpsertedRow {
  readonly row: ArticleRow;
  readonly outcome: 'added' | 'updated' | 'kept';
}

/**
 * Writes an article, or what it changes in the one that is there: that of the same id, else of the same guid. What
 * the new one leaves open is kept. One that changed is to be linked again from its row, for that may say more. Within the caller's transaction, over `articles` and `articleTexts`.
 */
export async function upsertArticle(database: Database, arrival: Arrival): Promise<UpsertedRow> {
  const existing = await findRow(database, arrival);
  const upserted = existing ? await updated(database, existing, arrival) : added(arrival);
  if (existing && existing.key !== upserted.row.key) await database.articles.delete(existing.key);
  await database.articles.put(upserted.row);
  const { text } = arrival.article;
  if (text !== undefined && upserted.outcome !== 'kept') {
    await database.articleTexts.put({ article: upserted.row.id, text });
  }
  return upserted;
}

async function findRow(database: Database, { article, guid }: Arrival): Promise<ArticleRow | undefined> {
  const sameId = await database.articles.get({ id: article.id });
  if (sameId || guid === undefined) return sameId;
  return database.articles.get({ guids: guid });
}

function added({ article, origin, guid, links = { version: 0, mentions: [] } }: Arrival): UpsertedRow {
  const { id, url, title, outlet, published, summary, language, authors } = article;
  const row: ArticleRow = {
    ...{ id, url, title, outlet, published, summary, language, authors },
    key: keyOf(article),
    origins: [origin],
    guids: guid === undefined ? [] : [guid],
    revision: 1,
    linked: 0,
    entities: [],
    mentions: [],
  };
  return { row: withLinks(row, links), outcome: 'added' };
}

export function withLinks(row: ArticleRow, { version, mentions }: Links): ArticleRow {
  return { ...row, linked: version, mentions: [...mentions], entities: mentions.map(({ entity }) => entity) };
}

async function updated(database: Database, existing: ArticleRow, arrival: Arrival): Promise<UpsertedRow> {
  const { article, origin, guid } = arrival;
  const row: ArticleRow = {
    ...existing,
    url: article.url,
    title: article.title,
    outlet: article.outlet,
    published: article.published ?? existing.published,
    summary: article.summary ?? existing.summary,
    language: article.language ?? existing.language,
    authors: article.authors ?? existing.authors,
    origins: withItem(existing.origins, origin),
    guids: guid === undefined ? existing.guids : withItem(existing.guids, guid),
  };
  row.key = keyOf(row);
  const text = article.text === undefined ? undefined : (await database.articleTexts.get(existing.id))?.text;
  if (saysTheSame(existing, row) && text === article.text) return { row, outcome: 'kept' };
  return { row: { ...row, revision: existing.revision + 1, linked: 0 }, outcome: 'updated' };
}

/** Articles without a date come before all others, so that no list of the newest begins with them. */
function keyOf({ id, published = '' }: Pick<Article, 'id' | 'published'>): string {
  return `${published} ${id}`;
}

function saysTheSame(one: ArticleRow, other: ArticleRow): boolean {
  const said = ({ url, title, outlet, published, summary, language, authors }: ArticleRow) =>
    JSON.stringify([url, title, outlet, published, summary, language, authors]);
  return said(one) === said(other);
}

function withItem(items: string[], item: string): string[] {
  return items.includes(item) ? items : [...items, item];
}
