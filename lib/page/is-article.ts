import type { PageDescription } from './page-facts';
import type { ArticleText } from './read-blocks';

const declaredItem = ['Article', 'NewsArticle', 'ReportageNewsArticle', 'BlogPosting']
  .map((type) => `[itemscope][itemtype$="schema.org/${type}"]`)
  .join(', ');

/**
 * Whether a page is one article, by what it declares; undefined where it declares nothing, and its text has to decide.
 * Front pages are left alone unless they name themselves an article in full.
 */
export function isDeclaredArticle(document: Document, { structured, meta }: PageDescription): boolean | undefined {
  if (structured.kind) return structured.kind === 'article';
  if (isFrontPage(document.location.pathname)) return false;
  if (meta.get('og:type')?.toLowerCase() === 'article' || meta.has('article:published_time')) return true;
  // A list of stories has an item for each.
  return document.querySelectorAll(declaredItem).length === 1 || undefined;
}

/** Long paragraphs count, each with the root of what it has beyond a teaser's length: as Readability's test goes. */
export function readsLikeArticle({ blocks }: ArticleText): boolean {
  return blocks.reduce((sum, { text, isHeading }) => sum + (isHeading ? 0 : Math.sqrt(Math.max(0, text.length - teaserLength))), 0) > leastSum;
}

const teaserLength = 140;
const leastSum = 20;

/** `/`, `/en/`, `/pt-br/index.html` */
function isFrontPage(path: string): boolean {
  return /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|default)\.\w+)?$/i.test(path);
}
