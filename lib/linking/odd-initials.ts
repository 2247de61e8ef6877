import { shortestTelling } from './explained';
import type { DocumentReading } from './read-document';
import type { KnownEntity } from './known-entity';
import type { Span, SpanCandidate } from './span';

/**
 * Of several whose initials capitals are, leaves out those of whose names the document has no word where it has all of another's: beside
 * "associated" and "press" "AP" is no Andhra Pradesh.
 */
export function withoutOddInitials(candidates: readonly SpanCandidate[], { key, from, to, block }: Span, { inFull, reading }: Place): readonly SpanCandidate[] {
  const { blocks, capital, lower } = reading;
  if (candidates.length < 2 || to - from !== 1 || blocks[block]?.words[from]?.shape !== 'caps') return candidates;
  const shares = candidates.map(({ known }) => (known.own === key || known.isVouched(key) || !known.hasInitials(key) ? NaN : shareWritten(known)));
  return shares.includes(1) ? candidates.filter(({ entity }, i) => shares[i] !== 0 || inFull.has(entity)) : candidates;

  function shareWritten({ ownWords }: KnownEntity): number {
    const telling = ownWords.filter(({ length }) => length >= shortestTelling);
    return telling.filter((word) => lower.has(word) || capital.has(word)).length / telling.length;
  }
}

interface Place {
  readonly reading: DocumentReading;
  /** Whose name stands in full. */
  readonly inFull: ReadonlyMap<number, unknown>;
}
