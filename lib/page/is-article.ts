import { isDense } from './find-article';
import type { PageDescription } from './page-facts';
import type { ArticleText } from './read-blocks';

/** Schema.org has many kinds of article, whose names all end so. */
const declaredItem = '[itemtype$=Article],[itemtype$=BlogPosting]';

/**
 * Whether a page is one article, by what it declares; undefined where it declares nothing, and its text has to decide.
 * Front pages are left alone unless they name themselves an article in full.
 */
export function isDeclaredArticle(document: Document, { structured, meta }: PageDescription): boolean | undefined {
  if (structured.kind) return structured.kind === 'article';
  if (isFrontPage(document.location.pathname)) return false;
  const type = meta.get('og:type')?.toLowerCase() ?? '';
  if (type === 'article' || meta.has('article:published_time')) return true;
  if (/^pro(duct|file)/.test(type)) return false;
  // A list of stories has an item for each.
  return document.querySelectorAll(declaredItem).length === 1 || undefined;
}

/**
 * Long paragraphs count, each with the square root of what it has beyond a line or two, as in Readability's test. Where as many
 * headings lead elsewhere, they are the teasers of a list; as many rows, messages or cards are those of an app.
 */
export function readsLikeArticle({ core, blocks }: ArticleText): boolean {
  let sum = 0;
  let paragraphs = 0;
  for (const { text, isHeading } of blocks) {
    const beyond = text.length * (isDense(text) ? 3 : 1) - shortLength;
    if (isHeading || beyond < 0) continue;
    sum += Math.sqrt(beyond);
    paragraphs++;
  }
  return sum > leastSum && core.querySelectorAll(`${heading} ${link},${link} ${heading},${piece}`).length < paragraphs;
}

const heading = ':is(h2,h3,h4)';
const link = 'a[href]:not([href^="#"])';
const piece = '[role=row],[role=listitem],[role=article],[draggable=true]';
const shortLength = 100;
const leastSum = 20;

/** `/`, `/en/`, `/pt-br/index.html` */
function isFrontPage(path: string): boolean {
  return /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|default)\.\w+)?$/i.test(path);
}
