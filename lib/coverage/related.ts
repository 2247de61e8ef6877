import type { Article } from '../model/article';

/** An article and the entities that it names. */
export interface CoveredArticle {
  readonly article: Article;
  readonly entities: readonly string[];
}

export interface RelateInput {
  /** What is being read; its text where it is known. */
  readonly page: { readonly url: string; readonly title: string; readonly published?: string; readonly text?: string };
  readonly entity: string;
  /** The other entities that the page names. */
  readonly alongside: readonly string[];
  /** Articles that name the entity. */
  readonly candidates: readonly CoveredArticle[];
  /** Names of the entity and of those alongside. */
  readonly names: ReadonlyMap<string, string>;
  /** How many of all articles name an entity; those missing count as seldom named. */
  readonly articlesNaming: ReadonlyMap<string, number>;
  /** How many articles there are in all. */
  readonly articles: number;
}

export interface RelatedArticle {
  readonly article: Article;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** One line: what this article has to do with the page beyond its headline. */
  readonly reason: string;
  /** Other outlets with the same article. */
  readonly alsoIn: readonly string[];
}

export interface RelatedCoverage {
  /** Best first. */
  readonly before: readonly RelatedArticle[];
  readonly since: readonly RelatedArticle[];
}
