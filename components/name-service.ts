import type { Result } from '../lib/errors/failure';
import type { MergeReason } from '../lib/discovery/changes';
import type { Correction } from '../lib/model/correction';
import type { Entity, EntityKind } from '../lib/model/entity';
import type { EntityEdit, KnowledgeChange, OwnEntity } from '../lib/model/entity-edit';
import type { Outcome, Watch } from './watch';

export interface NameFilter {
  /** Beginnings of words of its names. */
  readonly text: string;
  readonly kind?: EntityKind;
  /** Who brought it: a pack, coverage, or the reader. */
  readonly origin?: 'pack' | 'learned' | 'reader';
  /** The id of one pack, whose names alone are wanted. One that is not there any more is no filter. */
  readonly pack?: string;
  readonly attention?: 'followed' | 'muted';
}

export interface FoundNames {
  readonly count: number;
  /** Those at these places; `to` is exclusive. One that is gone meanwhile is undefined. */
  rows(from: number, to: number): Promise<Result<readonly (Entity | undefined)[]>>;
}

export type NamesAtHand =
  /** No pack, nothing learned, nothing added. */
  | { readonly state: 'empty' }
  /** Once after packs have changed: what they are found by is being made. */
  | { readonly state: 'making'; readonly share: number }
  | { readonly state: 'ready'; readonly total: number; readonly packs: readonly { readonly id: string; readonly title: string }[]; readonly find: (filter: NameFilter) => FoundNames };

/** All about one entity. */
export interface EntityDetails {
  readonly entity: Entity;
  /** Titles of the packs that have it. */
  readonly packs: readonly string[];
  /** Where no pack has it: how it came. */
  readonly found?: {
    readonly origin: 'learned' | 'reader';
    readonly since: string;
    /** What coverage said of it when it was learned. */
    readonly evidence?: { readonly articles: number; readonly outlets: readonly string[]; readonly examples: readonly ListedArticle[] };
  };
  readonly edit?: EntityEdit;
  /** Those that the reader merged into it. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly corrections: readonly (Correction & { readonly number: number })[];
  /** How many articles name it in each month that has any, in order. */
  readonly months: readonly { readonly month: string; readonly articles: number }[];
  readonly articles: number;
  readonly newest: readonly KeepableArticle[];
}

export interface ListedArticle {
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published?: string;
}

/** One that the reader may want to stay, however old it becomes. */
export interface KeepableArticle extends ListedArticle {
  readonly id: string;
  readonly isKept: boolean;
}

/** Two that may be one. Without an id it is one that a pack brought, to be found by its name. */
export interface MergeSuggestion {
  readonly pair: string;
  readonly a: { readonly id?: string; readonly name: string; readonly articles: number };
  readonly b: { readonly id?: string; readonly name: string; readonly articles: number };
  readonly because: MergeReason;
}

export interface NameService {
  readonly watch: Watch<NamesAtHand>;
  readonly watchCount: Watch<number>;
  /** The same watch for the same id. Undefined where nothing has it. */
  watchEntity(id: string): Watch<EntityDetails | undefined>;
  readonly watchSuggestions: Watch<readonly MergeSuggestion[]>;
  /** What the reader took away, by name. */
  readonly watchForgotten: Watch<readonly { readonly id: string; readonly name: string }[]>;
  /** What the reader keeps: the newest, and how many there are. */
  readonly watchKept: Watch<{ readonly total: number; readonly newest: readonly KeepableArticle[] }>;
  /** How many articles name each of these, in their order. */
  articlesNaming(ids: readonly string[]): Outcome<readonly number[]>;
  /** Makes the changes; what leads back is changes as well. */
  change(changes: readonly KnowledgeChange[]): Outcome<readonly KnowledgeChange[]>;
  add(facts: Omit<OwnEntity, 'id'>): Outcome<{ readonly id: string; readonly undo: readonly KnowledgeChange[] }>;
}
