import type { BlockReading } from './read-document';
import { isCapital, type Span, type SpanCandidate } from './span';

/**
 * Leaves out the films, series, albums and books that are called by a single word, where the document is not about such things: "House" is
 * a chamber there, and "Bernie" a senator. A title with an article may stand anywhere with it: "shown The Duchess".
 */
export function withoutTitles(candidates: readonly SpanCandidate[], block: BlockReading, span: Span): readonly SpanCandidate[] {
  if (span.to - span.from !== 1 || !candidates.some(({ known }) => known.isWork)) return candidates;
  const article = block.words[span.from - 1];
  const isArticled = article?.key === 'the' && isCapital(article) && !article.opens && !block.titled;
  return candidates.filter(({ known }) => !known.isWork || (isArticled && known.own === `the ${span.key}`));
}
