import { inlineMarkup, inlineWords } from '../inline-text';
import { markup, type Markup } from '../markup';
import type { Addresses } from '../addresses';
import type { Outlet } from '../outlets';
import type { StandArticle } from '../stand-article';
import { linkerFor } from '../link-target';

/** What a feed of the stand is made of. */
export interface FeedContent {
  readonly outlet: Outlet;
  /** Newest first; those of the outlet. */
  readonly articles: readonly StandArticle[];
  /** Of all outlets, for the links between them. */
  readonly allArticles: readonly StandArticle[];
  readonly addresses: Addresses;
}

/** Stays the same when the stand is served on another port tomorrow. */
export function lastingId(article: StandArticle): string {
  return `tag:${article.outlet.host},${article.published.slice(0, 4)}:${article.slug}`;
}

export function feedNote(outlet: Outlet): string {
  return `${outlet.motto}. Sample articles written for Sidelight; the outlet is invented.`;
}

export function articleMarkup(article: StandArticle, { allArticles, addresses }: FeedContent): Markup {
  const linkTo = linkerFor(allArticles, addresses);
  return markup`${article.blocks.map(({ kind, source }) => {
    const inside = inlineMarkup(source, linkTo);
    return kind === 'heading' ? markup`<h2>${inside}</h2>` : markup`<p>${inside}</p>`;
  })}`;
}

export function articleWords(article: StandArticle): string {
  return article.blocks.map(({ source }) => inlineWords(source)).join('\n\n');
}
