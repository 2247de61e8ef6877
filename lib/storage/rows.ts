import type { Evidence, MergeReason } from '../discovery/changes';
import type { Article } from '../model/article';
import type { Correction } from '../model/correction';
import type { Entity, EntityKind } from '../model/entity';
import type { Source } from '../model/source';
import type { BadLines, RestoringSoFar } from './read-file';

/*
 * What stands in IndexedDB. A row costs seventy times what its share of a page of a thousand costs, so what comes in
 * bulk and is never changed piece by piece (a pack's entities, a coverage file on its way in) is stored in pages, and
 * what the reader or a feed touches in rows. See docs/decisions for the measurements behind it.
 */

export interface SourceRow extends Source {
  /** When the reader removed it; undone by taking this away, until it is swept out for good. */
  removed?: string;
  /** Hashes of the ids of articles without a date that went by their age and stood in the feed since: they are not stored again. */
  dropped?: string[];
}

/** An article without its text, which is long and seldom needed. */
export interface ArticleRow extends Omit<Article, 'text'> {
  /** Moment and number (`article-key.ts`): rows, and the entries of each index, stand in the order of time. */
  key: number;
  /** Counted up from 1 and never given twice: a short name for use in packed lists. */
  number: number;
  /** Who brought it: `source:ID`, `file:KEY` or `read`. Gone when the last of them is. */
  origins: string[];
  /** `SOURCE guid` of each feed that gave it one: how a feed finds its own article again under a new address. */
  guids: string[];
  /** Grows with every change of what it says, so that links made from the older wording are not stored. */
  revision: number;
  /** The `base` of the knowledge that it was linked with, 0 before the first time and where it is to be linked anew. */
  linked: number;
  /** The `base` for which it was counted as evidence of what names mean. */
  counted: number;
  /** Ids of the entities that it mentions: the index from entity to articles. */
  entities: string[];
  mentions: ArticleMentionRow[];
  /** Length of all its text in UTF-16 units, this row and its text together. */
  size: number;
  /** When it came, of one without a date: that is how old it is. Absent in what was kept formerly. */
  seen?: string;
  /** Its page was asked for its text. */
  pageAsked?: 1;
  /** Its page is on this host, which the reader had not allowed when it was asked for. */
  pageHost?: string;
  /** The reader keeps it: it is never pruned. */
  saved?: 1;
  /** Id of the story that it belongs to. */
  story?: string;
  /** The reader said that it belongs there, or that it stands alone: what is found later leaves it where it is. */
  placed?: 1;
  /** Ids of articles that report the same event, as the reader said. */
  together?: string[];
}

export interface ArticleMentionRow {
  entity: string;
  /** How often it is named, and how sure the surest of these is. */
  count: number;
  confidence: number;
  inTitle: boolean;
}

/** Of an entity that very many articles name. It begins when that is noticed, and is kept for good (`long-lists.ts`). */
export interface LongListRow {
  entity: string;
  /** Of all of these articles, ascending. */
  keys: Float64Array;
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
  /** The restoring of a whole knowledge base that brings it. */
  job?: string;
}

export interface EntityPageRow {
  number: number;
  /** `key` of the pack. */
  pack: number;
  /** Where each entity's JSON ends in `bytes`. */
  ends: Uint32Array;
  bytes: Uint8Array;
}

/** What is known now: which pages, numbered how. Small; read with every page that is annotated. */
export interface KnowledgeRow {
  name: 'current';
  /** Grows with every change of what is known. */
  version: number;
  /** The version at which packs last changed. Articles that were linked with an older one are linked anew. */
  base: number;
  /** Numbers of the entity pages in use. Entity n is at n mod PAGE of the page at n div PAGE here. */
  pages: number[];
  /** Pairs of entity numbers with the same id: the one that stands for both, and the other. */
  same: Uint32Array;
  /** Learned entities whose name one of the packs has, each with the one there; absent in rows of an older Sidelight. */
  twins?: readonly (readonly [learned: string, packed: string])[];
  entities: number;
  names: number;
  /** Up to which change found entities and edits are in the overlay; 0 where there is none. */
  overlay: number;
  /** The version at which the overlay's names were last merged into this base's gazetteer. */
  merged?: number;
}

/**
 * Made from the entity pages for one `base`; can be made again at any time. `names` is made when first needed, `facts` is missing
 * where an older Sidelight made the rest, `merged` (`merged-names.ts`) says what of the overlay is in the gazetteer too.
 */
export interface KnowledgePartRow {
  name: 'gazetteer' | 'ids' | 'facts' | 'names' | 'merged';
  /** The `base`. */
  version: number;
  blob: Blob;
}

/** An entity that no pack has: learned from coverage, or made by the reader. */
export interface FoundEntityRow extends Entity {
  origin: 'learned' | 'reader';
  since: string;
  /** What coverage said of it when it was learned. */
  evidence?: Evidence;
}

/**
 * What the reader changed of an entity, applied over what packs and learning say of it (`edited-entity.ts`), whether or
 * not it is there at the moment: a pack that is imported again meets its corrections.
 */
export interface EntityEditRow {
  /** Id of the entity. */
  entity: string;
  name?: string;
  kind?: EntityKind;
  description?: string;
  addedAliases: string[];
  removedAliases: string[];
  /** Id of the entity that stands for this one too. */
  mergedInto?: string;
  /** Not to be known at all. */
  removed?: 1;
  followed?: 1;
  /** Known, so that its name means nobody else, but never marked. */
  muted?: 1;
  changed: string;
}

/** Two that may be one. For the reader to say. */
export interface MergeSuggestionRow {
  /** Both names, folded, in order: what was suggested once is not suggested again. */
  pair: string;
  a: SuggestedEntity;
  b: SuggestedEntity;
  because: MergeReason;
  state: 'open' | 'merged' | 'declined';
  since: string;
}

/** Without an id it is one that a pack brought, to be found by its name. */
export interface SuggestedEntity {
  id?: string;
  name: string;
  articles: number;
}

/** Articles of several outlets about one event. */
export interface StoryRow {
  id: string;
  /** Moments of its first and its newest article; empty where none has a date. */
  first: string;
  newest: string;
  /** Numbers of its articles. */
  articles: number[];
  /** What joining it is decided by, as its module packs it, and the square of its length. */
  digest?: Uint8Array;
  square?: number;
  /** Ids of the stories that are one with it, as the reader said (`story-groups.ts`). */
  with?: string[];
}

/** Direct speech. Rows stand by speaker in the order of time. */
export interface QuoteRow {
  number: number;
  /** Id of the article. */
  article: string;
  /** Id of the entity that speaks; empty while nobody knows. */
  speaker: string;
  /** When it was said, else when it was published; empty where nobody knows. */
  said: string;
  text: string;
  /** As the article calls the speaker. */
  attributed: string;
  /** Of the article, so that a list of quotes is read in one go. */
  outlet: string;
  url: string;
  title: string;
}

/** A piece of an index that is kept as bytes: postings of terms, or what its module makes of them. */
export interface IndexPageRow {
  /** `INDEX/PIECE`. */
  key: string;
  bytes: Uint8Array;
}

/** An import that goes on after the page, the background or the browser was stopped. */
export interface JobRow extends RestoringSoFar {
  id: string;
  kind: 'pack' | 'coverage' | 'everything';
  /** The file's name. */
  title: string;
  since: string;
  /** Lines of the file that are done for good, and what they brought. */
  lines: number;
  items: number;
  badLines: BadLines;
  /** `key` of the pack or coverage file that it writes. */
  target?: number;
}

/** What a job reads: kept here, since nobody but the reader can open the reader's file again. */
export interface JobFileRow {
  job: string;
  file: Blob;
}

/** A piece of what discovery remembers: the pieces of a snapshot, then what each batch changed since. */
export interface LearningPieceRow {
  number: number;
  kind: 'snapshot' | 'delta';
  bytes: Uint8Array;
}

/** Counts of what names meant in articles: one packed table, then what each batch added since. */
export interface EvidencePieceRow {
  number: number;
  kind: 'table' | 'delta';
  /** The `base` whose articles it counts. */
  base: number;
  bytes: Uint8Array;
}

/**
 * What is counted together with the rows it speaks of: numbers given to articles, how many there are, characters in all of
 * them, changes made to found entities and edits; up to which article quotes and stories were gathered, with which `base`, and
 * whether all are to be looked at again; for each entity read about, up to which article; for each host that wants to be left
 * alone, until which millisecond since 1970. `mark` also stands outside: without it this is another database (`keep-safe.ts`).
 */
export interface StateRow {
  name: 'articles' | 'rows' | 'characters' | 'found' | 'gathered' | 'gathered-base' | 'unsettled' | 'mark' | `read:${string}` | `wait:${string}`;
  count: number;
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
