import type { Addresses } from '../addresses';
import type { Linker } from '../inline-text';
import type { Outlet } from '../outlets';
import type { StandArticle } from '../stand-article';

/** What a design is given to draw a page of its outlet. */
export interface Site {
  readonly outlet: Outlet;
  /** Of the outlet, newest first. */
  readonly articles: readonly StandArticle[];
  readonly addresses: Addresses;
  readonly linkTo: Linker;
}

/** What the site would offer beneath an article: the three before it, or the oldest ones. */
export function earlierArticles(article: StandArticle, { articles }: Site): readonly StandArticle[] {
  const after = articles.indexOf(article) + 1;
  const earlier = articles.slice(after, after + 3);
  return earlier.length > 0 ? earlier : articles.filter((one) => one !== article).slice(-3);
}

/** For "most read" lists: always the same, so that screenshots stay the same. */
export function popularArticles(article: StandArticle | undefined, { articles }: Site): readonly StandArticle[] {
  return articles
    .filter((one) => one !== article)
    .toSorted((a, b) => a.slug.length - b.slug.length)
    .slice(0, 5);
}

/** "Tuesday, November 14, 2017" where the outlet is. */
export function longDate(published: string): string {
  return format(published, { dateStyle: 'full' });
}

/** "Nov 14, 2017, 4:48 PM" where the outlet is. */
export function dateAndTime(published: string): string {
  return format(published, { dateStyle: 'medium', timeStyle: 'short' });
}

function format(published: string, style: Intl.DateTimeFormatOptions): string {
  // The offset is the outlet's: with it cut off and read as UTC, the fields are its local ones.
  const local = new Date(`${published.slice(0, 19)}Z`);
  return new Intl.DateTimeFormat('en-US', { ...style, timeZone: 'UTC' }).format(local).replaceAll('\u202f', ' ');
}
