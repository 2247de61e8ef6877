import type { BaseItem, KeptArticle, KeptStoryRow } from '../packs/base-lines';
import type { Correction } from '../model/correction';
import type { Entity } from '../model/entity';
import type { Source } from '../model/source';
import { articleKey } from './article-key';
import { fromBase64 } from './base64';
import { countArticles } from './count-articles';
import type { Database } from './database';
import { encodeEntities, entitiesPerPage } from './entity-page';
import { isLearningPiece } from './learning-schema';
import { followInLists } from './long-lists';
import { withStandIns } from './merged-members';
import { isSourceOrigin, sourceOf, sourceOrigin } from './origins';
import type { RestoringSoFar } from './read-file';
import type { ArticleRow } from './rows';
import { RestoredStories } from './restored-stories';
import { noteFound } from './update-overlay';

/** Makes rows of the lines of a file with everything. What is there already stays as it is. */
export class RestoredRows {
  readonly #database: Database;
  readonly #job: string;
  /** The pack whose entities come next; 0 before the first. */
  pack: number;
  /** Sources of the file that are here under another id, with that. */
  readonly sourceIds: Map<string, string>;
  readonly stories: RestoredStories;
  /** Corrections that are there, read when the first comes. */
  #said: Set<string> | undefined;

  /** @param from where an earlier restoring of the same file got to */
  constructor(database: Database, job: string, from?: RestoringSoFar & { readonly target?: number }) {
    this.#database = database;
    this.#job = job;
    this.pack = from?.target ?? 0;
    this.sourceIds = new Map(from?.sourceIds);
    this.stories = new RestoredStories(database, from?.numbered);
  }

  /** Within the caller's transaction over all tables. */
  async write(items: readonly BaseItem[]): Promise<void> {
    let packed: Entity[] = [];
    const articles: KeptArticle[] = [];
    const stories: KeptStoryRow[] = [];
    const found: string[] = [];
    for (const item of items) {
      if (item.is === 'packed') {
        packed.push(item.entity);
        if (packed.length < entitiesPerPage) continue;
      }
      // Not awaited for nothing: after a hundred such awaits Dexie no longer knows its transaction.
      if (packed.length > 0) await this.#writePage(packed);
      packed = [];
      if (item.is === 'article') articles.push(item.article);
      else if (item.is === 'story') stories.push(item.story);
      else if (item.is === 'entity' || item.is === 'edit') found.push(...(await this.#writeFound(item)));
      else if (item.is !== 'packed') await this.#writeOne(item);
    }
    await this.#writePage(packed);
    await this.stories.write(stories);
    await this.#writeArticles(articles);
    // The articles that come with them are linked to them already.
    const hasArticles = (await this.#database.articles.toCollection().lastKey()) !== undefined;
    if (found.length > 0) await noteFound(this.#database, hasArticles ? found : []);
  }

  async #writePage(entities: readonly Entity[]): Promise<void> {
    if (entities.length > 0) await this.#database.entityPages.add({ pack: this.pack, ...encodeEntities(entities) });
  }

  async #writeFound(item: Extract<BaseItem, { is: 'entity' | 'edit' }>): Promise<string[]> {
    const { entities, entityEdits } = this.#database;
    if (item.is === 'entity') {
      if (await entities.get(item.entity.id)) return [];
      await entities.add(item.entity);
      return [item.entity.id];
    }
    const { entity, mergedInto } = item.edit;
    if (await entityEdits.get(entity)) return [];
    // Here the other stands for it, or for one that it stands for.
    const isCircle = mergedInto !== undefined && (await withStandIns(this.#database, mergedInto)).includes(entity);
    await entityEdits.add(isCircle ? { ...item.edit, mergedInto: undefined } : item.edit);
    return [entity];
  }

  async #writeOne(item: BaseItem): Promise<void> {
    const { corrections, mergeSuggestions, packs, evidence, learning, knowledge } = this.#database;
    switch (item.is) {
      case 'source':
        await this.#writeSource(item.source);
        return;
      case 'correction':
        if (!(await this.#isSaid(item.correction))) await corrections.add(item.correction);
        return;
      case 'suggestion':
        if (!(await mergeSuggestions.get(item.suggestion.pair))) await mergeSuggestions.add(item.suggestion);
        return;
      case 'pack':
        this.pack = await packs.add({ ...item.pack, state: 'importing', job: this.#job });
        return;
      case 'evidence': {
        const base = (await knowledge.get('current'))?.base ?? 0;
        const isCounted = (await evidence.filter((piece) => piece.base === base).count()) > 0;
        if (!isCounted) await evidence.add({ kind: 'table', base, bytes: fromBase64(item.bytes) });
        return;
      }
      case 'learning':
        // Only where nothing was learned yet: two memories cannot be joined.
        if ((await learning.count()) === item.part) await this.#writeLearning(fromBase64(item.bytes));
        return;
      case 'stories':
        return this.stories.begin(item);
      // Written with others of their kind, or nothing to be written.
      case 'article':
      case 'story':
      case 'entity':
      case 'edit':
      case 'packed':
      case 'settings':
      case 'linking':
      case 'end':
    }
  }

  /** One that was removed and not swept out yet comes back under the id that its articles know. */
  async #writeSource(source: Source): Promise<void> {
    const { sources } = this.#database;
    const [there, sameId] = await Promise.all([sources.get({ url: source.url }), sources.get(source.id)]);
    if (there && there.id !== source.id) this.sourceIds.set(source.id, there.id);
    if (there?.removed !== undefined) await sources.put({ ...source, id: there.id });
    // It may have moved to another address since the file was made.
    else if (!there && (sameId === undefined || sameId.removed !== undefined)) await sources.put(source);
  }

  /** What is no such memory is left out, with the parts behind it: learning goes on from what it has. */
  async #writeLearning(bytes: Uint8Array): Promise<void> {
    if (isLearningPiece(bytes)) await this.#database.learning.add({ kind: 'snapshot', bytes });
  }

  #idHere(source: string): string {
    return this.sourceIds.get(source) ?? source;
  }

  async #isSaid({ text, url, is, not }: Correction): Promise<boolean> {
    this.#said ??= new Set((await this.#database.corrections.toArray()).map(wordsOf));
    const words = wordsOf({ text, url, is, not });
    if (this.#said.has(words)) return true;
    this.#said.add(words);
    return false;
  }

  async #writeArticles(kept: readonly KeptArticle[]): Promise<void> {
    const { articles, articleTexts, states, knowledge } = this.#database;
    if (kept.length === 0) return;
    const base = (await knowledge.get('current'))?.base ?? 0;
    const there = await Promise.all(kept.map(({ id }) => articles.get({ id })));
    const fresh = kept.filter((_, at) => !there[at]);
    let number = (await states.get('articles'))?.count ?? 0;
    const placed = await this.stories.place(fresh, () => ++number);
    const rows = placed.map(({ linked, counted, ...article }): ArticleRow => ({
      ...withoutText(article),
      origins: article.origins.map((origin) => (isSourceOrigin(origin) ? sourceOrigin(this.#idHere(sourceOf(origin))) : origin)),
      guids: article.guids.map((guid) => guid.replace(/^\S+/, (id) => this.#idHere(id))),
      key: articleKey(article),
      linked: linked ? base : 0,
      counted: counted ? base : 0,
      entities: article.mentions.map(({ entity }) => entity),
    }));
    await articles.bulkAdd(rows);
    await followInLists(this.#database, [], rows);
    await articleTexts.bulkPut(fresh.flatMap(({ id, text }) => (text === undefined ? [] : { article: id, text })));
    await states.put({ name: 'articles', count: number });
    await countArticles(this.#database, { rows: rows.length, characters: rows.reduce((sum, { size }) => sum + size, 0) });
  }
}

function wordsOf({ text, url = '', is = '', not = '' }: Correction): string {
  return JSON.stringify([text, url, is, not]);
}

function withoutText<T extends { text?: string }>(article: T): Omit<T, 'text'> {
  const row = { ...article };
  delete row.text;
  return row;
}
