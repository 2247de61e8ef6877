import type { BaseItem, KeptArticle, KeptStoryRow } from '../packs/base-lines';
import { readStoryMemory } from '../coverage/story-memory';
import { fromBase64 } from './base64';
import type { Database } from './database';
import { memoryKey, tableKey } from './gathered-articles';

/**
 * Brings stories back as they were, with the numbers that they know their articles by. Only where no articles are: among others,
 * stories are found anew. Within the caller's transactions, over all tables.
 */
export class RestoredStories {
  readonly #database: Database;
  /** Articles up to this number keep theirs; undefined where stories are not taken in. */
  numbered: number | undefined;

  constructor(database: Database, numbered: number | undefined) {
    this.#database = database;
    this.numbered = numbered;
  }

  async begin({ came, table, memory, isUnsettled }: Extract<BaseItem, { is: 'stories' }>): Promise<void> {
    const { states, articles, stories, indexPages } = this.#database;
    const counts = [(await states.get('articles'))?.count ?? 0, await articles.count(), await stories.count()];
    if (counts.some((count) => count > 0)) return;
    this.numbered = came;
    // What comes meanwhile has numbers behind theirs, and waits to be gathered until all of them are.
    await states.bulkPut([{ name: 'articles', count: came }, { name: 'unsettled', count: isUnsettled ? 1 : 0 }]);
    const pages = [{ key: tableKey, bytes: bytesOf(table) }, { key: memoryKey, bytes: bytesOf(memory) }];
    await indexPages.bulkPut(pages.flatMap(({ key, bytes }) => (bytes && (key !== memoryKey || readStoryMemory(bytes)) ? { key, bytes } : [])));
  }

  async write(kept: readonly KeptStoryRow[]): Promise<void> {
    const { stories } = this.#database;
    if (this.numbered === undefined || kept.length === 0) return;
    const there = await stories.bulkGet(kept.map(({ id }) => id));
    await stories.bulkPut(kept.filter((_, at) => !there[at]).map(({ digest, ...story }) => ({ ...story, digest: bytesOf(digest) })));
  }

  /** These articles, which are new here, each with its number and where it belongs. */
  async place(kept: readonly KeptArticle[], nextNumber: () => number): Promise<(KeptArticle & { readonly number: number })[]> {
    const { numbered = 0 } = this;
    const { articles, states } = this.#database;
    const taken = new Set((await articles.where('number').anyOf(kept.flatMap(({ number }) => number ?? [])).toArray()).map(({ number }) => number));
    // What came and was gathered while these were on their way is gathered again, behind them.
    if (numbered > 0) await states.put({ name: 'gathered-base', count: 0 });
    return kept.map((article) => {
      const { number = 0, story, placed } = article;
      const isKept = number > 0 && number <= numbered && !taken.has(number);
      taken.add(number);
      if (isKept) return { ...article, number };
      // The reader's word on a story that is not here means nothing.
      return { ...article, number: nextNumber(), story: undefined, placed: story === undefined ? placed : undefined };
    });
  }
}

function bytesOf(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : fromBase64(text);
}
