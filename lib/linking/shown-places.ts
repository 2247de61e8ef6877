import { itemAt, unitAt } from '../text/at';
import type { Word } from '../text/read-words';
import { isAddressed } from './addressed';
import { roles } from './name-words';
import type { BlockReading, DocumentReading } from './read-document';
import { isCapital, type Span, type SpanCandidate } from './span';

const longestName = 4;

/** What stands behind a word that is not all of a name: "Jordan's", "Jordan-based". */
const goesOn: ReadonlySet<number> = new Set(Array.from("'’-", (sign) => sign.charCodeAt(0)));

/** Single words that the document shows to be places, by who holds an office there: "King Abdullah of Jordan". */
export function shownPlaces({ blocks }: DocumentReading): ReadonlySet<string> {
  const places = new Set<string>();
  for (const block of blocks) {
    if (block.titled) continue;
    const { words } = block;
    // By numbers, since pairs of place and word would be an object for each word of a page.
    for (let at = 1; at < words.length - 1; at += 1) {
      if (words[at]?.key === 'of' && isPlaceBehind(block, at)) places.add(words[at + 1]?.key ?? '');
    }
  }
  return places;
}

function isPlaceBehind({ text, words }: BlockReading, of: number): boolean {
  const place = itemAt(words, of + 1);
  const next = itemAt(words, of + 2);
  if (place?.gap !== 'space' || place.shape !== 'capital' || goesOn.has(unitAt(text, place.end)) || (next?.gap === 'space' && isCapital(next))) return false;
  return words[of]?.gap === 'space' && isOfficeholder(words, of);
}

/** Whether an office and a name end here. */
function isOfficeholder(words: readonly Word[], to: number): boolean {
  for (let at = to - 1; at >= Math.max(0, to - longestName) && isCapital(words[at]); at -= 1) {
    if (at < to - 1 && roles.has(words[at]?.key ?? '')) return true;
    if (words[at]?.gap !== 'space') return false;
  }
  return false;
}

/**
 * Leaves out the people whose surname is also such a place, where nothing says that a person is meant: beside "King Abdullah of
 * Jordan" Jim Jordan is "Mr. Jordan", or who "said", and "Jordan's borders" are not his.
 */
export function withoutNamesakesOf(places: ReadonlySet<string>, candidates: readonly SpanCandidate[], { block, span }: { block: BlockReading; span: Span }): readonly SpanCandidate[] {
  if (span.to - span.from !== 1 || !places.has(span.key) || isAddressed(block, span)) return candidates;
  const kept = candidates.filter(({ known }) => !known.isPerson || known.own === span.key);
  return kept.length === candidates.length ? candidates : kept;
}
