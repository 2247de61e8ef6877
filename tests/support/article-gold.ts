import type { Block } from '../../lib/page/read-blocks';

/** What of a saved page is its article, marked by hand; the innermost element that a selector finds decides. */
export interface ArticleGold {
  /** Why it was marked so. */
  readonly explained: string;
  readonly article: readonly string[];
  /** Foreign inside the article; all that no selector finds is foreign anyway. */
  readonly foreign: readonly string[];
  /** What nobody misses and nobody minds: it counts neither way. */
  readonly either: readonly string[];
}

export interface GoldComparison {
  /** Words of the article that can be seen, and how many of them were read. */
  readonly wanted: number;
  readonly found: number;
  /** Words that were read, and how many of them are no part of the article. */
  readonly read: number;
  readonly foreign: number;
  /** The beginnings of what was missed and of what is foreign, for whoever has to find out why. */
  readonly missed: readonly string[];
  readonly strange: readonly string[];
}

/** By text node: one that was read counts with all its words. */
export function compareWithGold(gold: ArticleGold, blocks: readonly Block[]): GoldComparison {
  const readNodes = new Set<Node>(blocks.flatMap(({ pieces }) => pieces.map(({ node }) => node)));
  const counts = { wanted: 0, found: 0, read: 0, foreign: 0 };
  const [missed, strange]: [string[], string[]] = [[], []];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('script, style, noscript, template')) continue;
    const words = wordsIn(node.nodeValue ?? '');
    const verdict = verdictOn(parent, gold);
    const isRead = readNodes.has(node);
    if (words === 0 || verdict === 'either') continue;
    if (verdict === 'article' && parent.checkVisibility()) {
      counts.wanted += words;
      if (isRead) counts.found += words;
      else missed.push(beginning(node));
    }
    if (!isRead) continue;
    counts.read += words;
    if (verdict === 'foreign') {
      counts.foreign += words;
      strange.push(beginning(node));
    }
  }
  return { ...counts, missed, strange };
}

function verdictOn(element: Element, gold: ArticleGold): 'article' | 'foreign' | 'either' {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const here: Element = at;
    const matches = (selectors: readonly string[]) => selectors.some((selector) => here.matches(selector));
    if (matches(gold.foreign)) return 'foreign';
    if (matches(gold.either)) return 'either';
    if (matches(gold.article)) return 'article';
  }
  return 'foreign';
}

function wordsIn(text: string): number {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
  return words;
}

function beginning(node: Node): string {
  return (node.nodeValue ?? '').trim().slice(0, 30);
}
