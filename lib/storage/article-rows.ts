import { isAnotherArticle } from '../feeds/same-article';
import { boundedId } from '../model/address';
import type { Article } from '../model/article';
import type { ArticleMention } from '../services/index-ports';
import { articleKey } from './article-key';
import { countArticles } from './count-articles';
import type { Database } from './database';
import { followInLists } from './long-lists';
import { mergeArticle, ownerOf } from './merge-article';
import { sourceOf } from './origins';
import type { ArticleRow } from './rows';
import { rowsWithIds } from './rows-with-ids';

export interface Arrival {
  readonly article: Article;
  readonly origin: string;
  /** As in the row's `guids`. */
  readonly guid?: string;
  /** As `ArrivedArticle` has it. */
  readonly isAhead?: boolean;
  /** When it came, ISO 8601, where that is kept of what has no date. */
  readonly seen?: string;
  /** What it mentions, where it was linked on its way here. */
  readonly links?: Links;
}

export interface Links {
  /** The knowledge's base. */
  readonly base: number;
  readonly mentions: readonly ArticleMention[];
  /** Id of the story that a new article begins or joins. */
  readonly story?: string;
}

export interface UpsertedRow {
  readonly row: ArticleRow;
  readonly outcome: 'added' | 'updated' | 'kept';
  /** The text that is there stays, whatever came. */
  readonly isTextKept?: boolean;
}

/** What `upsertArticles` needs in its caller's transaction. */
export function articleTables({ articles, articleTexts, longLists, states }: Database) {
  return [articles, articleTexts, longLists, states];
}

/**
 * Writes articles, or what they change in those that are there: of the same id, else of the same guid. What the new
 * one leaves open is kept. One that changed is to be linked again from its row, for that may say more. Within the
 * caller's transaction, over `articleTables`.
 */
export async function upsertArticles(database: Database, arrivals: readonly Arrival[]): Promise<UpsertedRow[]> {
  return upsertAmong(await RowsAtHand.of(database, arrivals), arrivals);
}

/** The same for articles of which the caller knows that none is there yet, so that none is looked for. */
export async function addArticles(database: Database, arrivals: readonly Arrival[]): Promise<UpsertedRow[]> {
  return upsertAmong(await RowsAtHand.none(database), arrivals);
}

async function upsertAmong(rows: RowsAtHand, arrivals: readonly Arrival[]): Promise<UpsertedRow[]> {
  const upserted: UpsertedRow[] = [];
  for (const arrival of arrivals) {
    const existing = rows.find(arrival);
    // Not awaited: after a hundred awaits without a request in between, Dexie no longer knows its transaction.
    const one = existing ? updated(existing, arrival, rows.textOf(existing.id)) : added(rows.named(arrival), rows.nextNumber());
    rows.put(one, one.isTextKept === true ? undefined : arrival.article.text);
    upserted.push(one);
  }
  await rows.write();
  return upserted;
}

/** The rows that a batch meets, read at once and written at once: one by one they would cost several times as much. */
class RowsAtHand {
  readonly #database: Database;
  readonly #byId = new Map<string, ArticleRow>();
  readonly #byGuid = new Map<string, ArticleRow>();
  readonly #changed = new Map<string, ArticleRow>();
  readonly #old: ReadonlyMap<string, ArticleRow>;
  readonly #texts = new Map<string, string>();
  readonly #oldTexts: ReadonlyMap<string, string>;
  readonly #firstNumber: number;
  #lastNumber: number;
  #grown = 0;

  private constructor(database: Database, rows: Iterable<ArticleRow>, { oldTexts, lastNumber }: { readonly oldTexts: ReadonlyMap<string, string>; readonly lastNumber: number }) {
    this.#database = database;
    this.#oldTexts = oldTexts;
    this.#firstNumber = this.#lastNumber = lastNumber;
    this.#old = new Map(Array.from(rows, (row) => [row.id, row]));
    for (const row of this.#old.values()) this.#remember(row);
  }

  static async of(database: Database, arrivals: readonly Arrival[]): Promise<RowsAtHand> {
    const { articles, articleTexts, states } = database;
    const sameId = await rowsWithIds(database, arrivals.map(({ article: { id } }) => id));
    const guids = arrivals.flatMap((arrival, at) => (arrival.guid === undefined || isSame(sameId[at], arrival) ? [] : arrival.guid));
    // Of several that a feed gave one name, the newest has it.
    const sameGuid = await Promise.all(guids.map((guid) => articles.where('guids').equals(guid).last()));
    const state = await states.get('articles');
    const rows = [...sameId, ...sameGuid].filter((row) => row !== undefined);
    const isTextTold = arrivals.some(({ article: { text } }) => text !== undefined);
    const texts = isTextTold ? await articleTexts.bulkGet(rows.map(({ id }) => id)) : [];
    const oldTexts = new Map(texts.flatMap((row) => (row ? [[row.article, row.text] as const] : [])));
    return new RowsAtHand(database, rows, { oldTexts, lastNumber: state?.count ?? 0 });
  }

  static async none(database: Database): Promise<RowsAtHand> {
    return new RowsAtHand(database, [], { oldTexts: new Map(), lastNumber: (await database.states.get('articles'))?.count ?? 0 });
  }

  /** As it was before these came. */
  textOf(id: string): string | undefined {
    return this.#oldTexts.get(id);
  }

  /** What the arrival is a newer wording of. */
  find(arrival: Arrival): ArticleRow | undefined {
    const { article, guid = '' } = arrival;
    const [sameId, sameGuid] = [this.#byId.get(article.id), this.#byGuid.get(guid)];
    if (isSame(sameId, arrival)) return sameId;
    return sameGuid && !isAnotherArticle(sameGuid, article) ? sameGuid : undefined;
  }

  /** The arrival under an id that no other article has: neither the address, which has become another's, nor the guid, which may. */
  named(arrival: Arrival): Arrival {
    const { article, guid } = arrival;
    return guid === undefined || !this.#byId.has(article.id) ? arrival : { ...arrival, article: { ...article, id: boundedId(`${guid} ${article.published ?? ''}`) } };
  }

  nextNumber(): number {
    return ++this.#lastNumber;
  }

  put({ row, outcome }: UpsertedRow, text: string | undefined): void {
    this.#grown += row.size - (this.#byId.get(row.id)?.size ?? 0);
    this.#remember(row);
    this.#changed.set(row.id, row);
    if (text !== undefined && outcome !== 'kept') this.#texts.set(row.id, text);
  }

  async write(): Promise<void> {
    const { articles, articleTexts, states } = this.#database;
    const now = [...this.#changed.values()];
    const before = now.flatMap(({ id }) => this.#old.get(id) ?? []);
    const moved = before.filter(({ id, key }) => this.#changed.get(id)?.key !== key).map(({ key }) => key);
    if (moved.length > 0) await articles.bulkDelete(moved);
    await Promise.all([
      articles.bulkPut(now),
      followInLists(this.#database, before, now),
      this.#texts.size > 0 && articleTexts.bulkPut([...this.#texts].map(([article, text]) => ({ article, text }))),
      // Which asks for what was counted before it would count the rows themselves: they are written by then.
      countArticles(this.#database, { rows: this.#lastNumber - this.#firstNumber, characters: this.#grown }),
      this.#lastNumber > this.#firstNumber && states.put({ name: 'articles', count: this.#lastNumber }),
    ]);
  }

  #remember(row: ArticleRow): void {
    this.#byId.set(row.id, row);
    for (const guid of row.guids) {
      const holder = this.#byGuid.get(guid);
      // Of several that a feed gave one name, the newest keeps it, whichever is met last.
      if (!holder || holder.id === row.id || holder.key < row.key) this.#byGuid.set(guid, row);
    }
  }
}

/** Of the same address, unless its feed has put another article there and says so by another guid. */
function isSame(row: ArticleRow | undefined, { article, origin, guid }: Arrival): boolean {
  if (!row || guid === undefined || row.guids.includes(guid)) return row !== undefined;
  const isNamedOtherwise = row.guids.some((other) => other.startsWith(`${sourceOf(origin)} `));
  return !isNamedOtherwise || !isAnotherArticle(row, article);
}

function added({ article, origin, guid, seen, links = { base: 0, mentions: [] } }: Arrival, number: number): UpsertedRow {
  const { id, url, title, outlet, published, summary, language, authors } = article;
  const row: ArticleRow = {
    ...{ id, url, title, outlet, published, summary, language, authors },
    key: articleKey({ published, number }),
    number,
    origins: [origin],
    guids: guid === undefined ? [] : [guid],
    revision: 1,
    linked: 0,
    counted: 0,
    entities: [],
    mentions: [],
    size: sizeOf(article),
    ...(links.story === undefined ? {} : { story: links.story }),
    ...(seen === undefined || published !== undefined ? {} : { seen }),
  };
  return { row: withLinks(row, links), outcome: 'added' };
}

export function withLinks(row: ArticleRow, { base, mentions }: Links): ArticleRow {
  const counted = base > 0 ? base : row.counted;
  return { ...row, linked: base, counted, mentions: [...mentions], entities: mentions.map(({ entity }) => entity) };
}

/** @param oldText what is stored as its text */
function updated(existing: ArticleRow, arrival: Arrival, oldText: string | undefined): UpsertedRow {
  const { article } = arrival;
  const row = mergeArticle(existing, arrival);
  // On its way here it was counted, though it is linked from its row.
  if (arrival.links && arrival.links.base > 0) row.counted = arrival.links.base;
  row.key = articleKey(row);
  const text = article.text === undefined ? undefined : oldText;
  const hasOwner = ownerOf(existing) !== undefined && ownerOf(existing) !== arrival.origin;
  // Another feed's version of the text, or a feed's beside that of the page, counts only if there is more of it.
  const isTextKept = text === article.text || ((hasOwner || existing.pageAsked === 1) && (text?.length ?? 0) >= (article.text?.length ?? 0));
  if (saysTheSame(existing, row) && isTextKept) return { row, outcome: 'kept' };
  row.size = article.text === undefined || isTextKept ? existing.size - sizeOf(existing) + sizeOf(row) : sizeOf({ ...row, text: article.text });
  return { row: { ...row, revision: existing.revision + 1, linked: 0 }, outcome: 'updated', isTextKept };
}

function sizeOf({ title, summary = '', text = '' }: Pick<Article, 'title' | 'summary' | 'text'>): number {
  return title.length + summary.length + text.length;
}

function saysTheSame(one: ArticleRow, other: ArticleRow): boolean {
  const said = ({ url, title, outlet, published, summary, language, authors }: ArticleRow) =>
    JSON.stringify([url, title, outlet, published, summary, language, authors]);
  return said(one) === said(other);
}

