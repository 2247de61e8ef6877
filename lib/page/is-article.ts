import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import type { PageDescription } from './page-facts';

const declaredItem = ['Article', 'NewsArticle', 'ReportageNewsArticle', 'BlogPosting']
  .map((type) => `[itemscope][itemtype$="schema.org/${type}"]`)
  .join(', ');

/**
 * Whether a page is one article. What it declares comes first; Readability's test decides where it declares nothing.
 * Front pages are left alone unless they name themselves an article in full.
 */
export function isArticlePage(document: Document, { structured, meta }: PageDescription): boolean {
  if (structured.kind) return structured.kind === 'article';
  if (isFrontPage(document.location.pathname)) return false;
  if (meta.get('og:type')?.toLowerCase() === 'article' || meta.has('article:published_time')) return true;
  // A list of stories has an item for each.
  if (document.querySelectorAll(declaredItem).length === 1) return true;
  return isProbablyReaderable(document);
}

/** `/`, `/en/`, `/pt-br/index.html` */
function isFrontPage(path: string): boolean {
  return /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|default)\.\w+)?$/i.test(path);
}
