import type { Word } from '../text/read-words';
import type { KnownEntity } from './known-entity';
import { common, isNoName, roles } from './name-words';
import type { BlockReading } from './read-document';
import { isCapital, type Span, type SpanCandidate } from './span';

/**
 * Leaves out the people of whom a single word is a piece, where it stands in somebody else's name: "Sessions" in "Mary
 * Sessions" is not Jeff, however often he is named. Others lose nothing: "Texas" in "Central Texas" may be the state.
 */
export function withoutStrangers(candidates: readonly SpanCandidate[], block: BlockReading | undefined, span: Span): readonly SpanCandidate[] {
  if (block === undefined || span.to - span.from !== 1 || !candidates.some(isPieceOf)) return candidates;
  const before = nameBefore(block, span);
  const behind = nameBehind(block, span);
  if (before === undefined && behind === undefined) return candidates;
  const isHere = (candidate: SpanCandidate): boolean =>
    !isPieceOf(candidate) || ((before === undefined || hasWord(candidate.known, before)) && (behind === undefined || hasWord(candidate.known, behind)));
  return candidates.every(isHere) ? candidates : candidates.filter(isHere);

  function isPieceOf({ known }: SpanCandidate): boolean {
    return known.isPerson && known.own !== span.key;
  }
}

/** The given name before a surname, initials between them passed over; the initial where there is nothing else. */
function nameBefore({ titled, words }: BlockReading, { from, key }: Span): string | undefined {
  let at = from - 1;
  while (at > 0 && words[at + 1]?.gap === 'space' && isInitial(words[at]) && words[at]?.gap === 'space' && isCapital(words[at - 1])) at -= 1;
  const word = words[at];
  if (words[at + 1]?.gap !== 'space' || !isCapital(word) || isTitleOrNone(word)) return undefined;
  // Anything may open a sentence with a capital; before a surname that is an everyday word it makes a phrase of both.
  const isPhrase = common.has(key) && word.opens;
  return common.has(word.key) && (word.opens || titled) && !isPhrase ? undefined : word.key;
}

/** What goes on behind a name: "Street", or the surname for which this was the given name. In a headline it is often a verb. */
function nameBehind({ titled, words }: BlockReading, { to }: Span): string | undefined {
  const word = words[to];
  return titled || word?.gap !== 'space' || !isCapital(word) || isTitleOrNone(word) || isInitial(word) ? undefined : word.key;
}

function isTitleOrNone({ key }: Word): boolean {
  return roles.has(key) || (key.length > 1 && isNoName(key));
}

function isInitial(word: Word | undefined): boolean {
  return word?.key.length === 1 && isCapital(word);
}

function hasWord(known: KnownEntity, word: string): boolean {
  return word.length === 1 ? known.nameWords.some((own) => own.startsWith(word)) : known.nameWords.includes(word);
}
