import type { Article } from '../model/article';
import type { Correction } from '../model/correction';
import type { Source } from '../model/source';

/*
 * What stands in IndexedDB. A row costs seventy times what its share of a page of a thousand costs, so what comes in
 * bulk and is never changed piece by piece (a pack's entities, a coverage file on its way in) is stored in pages, and
 * what the reader or a feed touches in rows. See docs/decisions for the measurements behind it.
 */

export interface SourceRow extends Source {
  /** When the reader removed it; undone by taking this away, until it is swept out for good. */
  removed?: string;
}

/** An article without its text, which is long and seldom needed. */
export interface ArticleRow extends Omit<Article, 'text'> {
  /** Moment and id: rows, and the entries of each index, stand in the order of time without a sort. */
  key: string;
  /** Who brought it: `source:ID` or `file:KEY`. Gone when the last of them is. */
  origins: string[];
  /** `SOURCE guid` of each feed that gave it one: how a feed finds its own article again under a new address. */
  guids: string[];
  /** Grows with every change of what it says, so that links made from the older wording are not stored. */
  revision: number;
  /** The knowledge version that it was linked with, 0 before the first time. */
  linked: number;
  /** Ids of the entities that it mentions: the index from entity to articles. */
  entities: string[];
  mentions: ArticleMentionRow[];
}

export interface ArticleMentionRow {
  entity: string;
  /** How often it is named, and how sure the surest of these is. */
  count: number;
  confidence: number;
  inTitle: boolean;
}

export interface ArticleTextRow {
  /** Id of the article. */
  article: string;
  text: string;
}

/** Anything imported from a file is seen whole or not at all: it only counts from `ready` on. */
export type ImportState = 'importing' | 'ready' | 'removed';

export interface PackRow {
  /** One for each import, so that a new one can be written beside the one it replaces. */
  key: number;
  /** The id that the pack gives itself. */
  id: string;
  title: string;
  licence?: string;
  language?: string;
  state: ImportState;
  /** When the state was reached, or `importing` was last seen alive. */
  since: string;
  entities: number;
  badLines: number;
}

export interface EntityPageRow {
  number: number;
  /** `key` of the pack. */
  pack: number;
  /** Where each entity's JSON ends in `bytes`. */
  ends: Uint32Array;
  bytes: Uint8Array;
}

/** What is known now: which pages, numbered how. Small; the version is read with every page that is annotated. */
export interface KnowledgeRow {
  name: 'current';
  version: number;
  /** Numbers of the entity pages in use. Entity n is at n mod PAGE of the page at n div PAGE here. */
  pages: number[];
  /** Pairs of entity numbers with the same id: the one that stands for both, and the other. */
  same: Uint32Array;
  entities: number;
  names: number;
}

/** Made from the entity pages for one knowledge version; can be made again at any time. */
export interface KnowledgePartRow {
  name: 'gazetteer' | 'ids';
  version: number;
  blob: Blob;
}

export interface CoverageFileRow {
  key: number;
  state: ImportState;
  since: string;
  articles: number;
  badLines: number;
}

/** Articles of a coverage file that are not linked and stored yet. */
export interface StagedPageRow {
  number: number;
  file: number;
  articles: Article[];
}

export interface CorrectionRow extends Correction {
  number: number;
}
