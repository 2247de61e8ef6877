import type { SettledNames } from './likely-candidates';
import type { BlockReading } from './read-document';
import type { NamePlace, Span, SpanCandidate } from './span';

interface Place {
  readonly block: BlockReading;
  readonly names: SettledNames;
}

/**
 * Leaves out the people named in full whose surname a stranger has whom the sentence before named: behind "Bryan Adams sang." a
 * sentence about Adams is not about Gerry. Amid a sentence it is said of the better known too ("the Trump campaign"), and where
 * the sentence before was about him already ("Perdue, a cousin of Sonny Perdue, won.") so is this one.
 */
export function withoutLeft(candidates: readonly SpanCandidate[], span: Span, { block: { words }, names }: Place): readonly SpanCandidate[] {
  if (span.to - span.from > 1 || words[span.from]?.opens !== true) return candidates;
  const stranger = lastBefore(names.claimed.get(span.key), span);
  if (stranger === undefined || words[stranger.from]?.shape !== 'capital') return candidates;
  let sentence = span.from - 1;
  while (sentence > 0 && words[sentence]?.opens !== true) sentence -= 1;
  if (sentence > stranger.from || words.slice(sentence, stranger.from).some(({ key }) => key === span.key)) return candidates;
  const given = words[stranger.from]?.key ?? '';
  // "David Coleman Headley" is no stranger to David Headley.
  const isOther = ({ entity, known }: SpanCandidate): boolean =>
    known.isPerson && known.own !== span.key && !known.nameWords.includes(given) && (lastBefore(names.inFull.get(entity), span)?.from ?? -1) < stranger.from;
  return candidates.filter((candidate) => !isOther(candidate));
}

/** The last of these places, which are in reading order, that is in the paragraph before the span. */
function lastBefore(places: readonly NamePlace[] = [], { block, from }: Span): NamePlace | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = places[middle];
    if (place !== undefined && (place.block < block || (place.block === block && place.from < from))) low = middle + 1;
    else high = middle;
  }
  const last = places[low - 1];
  return last?.block === block ? last : undefined;
}
