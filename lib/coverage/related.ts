import type { Article } from '../model/article';
import type { EntityKind } from '../model/entity';

/** An article and the entities that it names. */
export interface CoveredArticle {
  readonly article: Article;
  readonly entities: readonly string[];
  /** Of the articles of one event; absent where that is not known. */
  readonly story?: string;
}

export interface RelateInput {
  /** What is being read; its text and its story where they are known. */
  readonly page: { readonly url: string; readonly title: string; readonly published?: string; readonly text?: string; readonly story?: string };
  readonly entity: string;
  /** The other entities that the page names. */
  readonly alongside: readonly string[];
  /** Articles that name the entity. */
  readonly candidates: readonly CoveredArticle[];
  /** The entity and those alongside, by id. */
  readonly known: ReadonlyMap<string, { readonly name: string; readonly kind?: EntityKind }>;
  /** How many of all articles name an entity; those missing count as seldom named. */
  readonly articlesNaming: ReadonlyMap<string, number>;
  /** How many articles there are in all. */
  readonly articles: number;
  /** The most that are shown in either list. */
  readonly shown: number;
}

export interface RelatedArticle {
  readonly article: Article;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** One line: what this article has to do with the page beyond its headline. */
  readonly reason: string;
  /** Other outlets that reported the same event. */
  readonly alsoIn: readonly string[];
}

export interface RelatedList {
  /** Best first. */
  readonly items: readonly RelatedArticle[];
  /** How many there are in all; at least the number of items. */
  readonly total: number;
}

export interface RelatedCoverage {
  readonly before: RelatedList;
  readonly since: RelatedList;
}
