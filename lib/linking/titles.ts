import { itemAt } from '../text/at';
import type { BlockReading, DocumentReading } from './read-document';
import { isCapital, type Span, type SpanCandidate } from './span';

/**
 * Leaves out the films, series, albums and books that are called by a single word, where the document is not about such things: "House" is
 * a chamber there, and "Bernie" a senator. A title with an article may stand anywhere with it ("shown The Duchess"), and any where the
 * reader follows somebody of that name.
 */
export function withoutTitles(candidates: readonly SpanCandidate[], span: Span, { block, reading, followed }: Place): readonly SpanCandidate[] {
  if (reading.isCultural || !candidates.some(isTitle)) return candidates;
  if (followed !== undefined && candidates.some(({ entity }) => followed.has(entity))) return candidates;
  const article = itemAt(block.words, span.from - 1);
  const isArticled = article?.key === 'the' && isCapital(article) && !article.opens && !block.titled;
  return candidates.filter((one) => !isTitle(one) || (isArticled && one.known.own === `the ${span.key}`));

  function isTitle({ known }: SpanCandidate): boolean {
    return known.isWork && (span.to - span.from === 1 || known.own === `the ${span.key}`);
  }
}

interface Place {
  readonly block: BlockReading;
  readonly reading: DocumentReading;
  readonly followed?: ReadonlySet<number>;
}
