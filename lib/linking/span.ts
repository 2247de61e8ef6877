import type { AliasForm } from '../gazetteer/match';
import type { Word } from '../text/read-words';
import { isAscii } from '../text/ascii';
import type { KnownEntity } from './known-entity';

/** `echo`: a piece of a name that stands in full elsewhere in the document. */
export type CandidateForm = AliasForm | 'echo';

export interface SpanCandidate {
  readonly entity: number;
  readonly form: CandidateForm;
  readonly known: KnownEntity;
}

/**
 * A place that may be a mention. `from` and `to` are indices of its words in its block, `to` exclusive. Places that are
 * written alike share one array of candidates, so that what follows from the name alone is found once for a document.
 */
export interface Span {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly candidates: readonly SpanCandidate[];
}

/**
 * All spans are made here, since what is made in one place and always alike has one shape: an engine that meets others later
 * throws away the code that it had made for the first.
 */
export function spanWith({ block, start, end, from, to, key }: Span, candidates: readonly SpanCandidate[]): Span {
  return { block, start, end, from, to, key, candidates };
}

/** The words of a block as a span of which nobody is a candidate yet. */
export function spanOf({ words }: { readonly words: readonly Word[] }, { block, start, end, from, to }: Omit<Span, 'candidates' | 'key'>): Span {
  return { block, start, end, from, to, key: keyOf(words, from, to), candidates: noCandidates };
}

const noCandidates: readonly SpanCandidate[] = [];

/** Where a name begins: the word of a block. */
export type NamePlace = Pick<Span, 'block' | 'from'>;

/** The words' keys are normalised each, so that this is `normaliseName` of the span without reading it again. */
function keyOf(words: readonly Word[], from: number, to: number): string {
  let key = words[from]?.key ?? '';
  for (let i = from + 1; i < to; i++) key += ` ${words[i]?.key ?? ''}`;
  return key;
}

export function isCapital(word: Word | undefined): word is Word {
  return word?.shape === 'capital' || word?.shape === 'caps';
}

/** Whether it is written as names are: with a capital, or in a script that has none. */
export function isWrittenAsName(block: { readonly text: string; readonly words: readonly Word[] }, place: Pick<Span, 'from' | 'to'>): boolean {
  if (hasCapital(block.words, place)) return true;
  const written = block.text.slice(block.words[place.from]?.start, block.words[place.to - 1]?.end);
  return !isAscii(written) && /\p{Lo}/u.test(written);
}

function hasCapital(words: readonly Word[], { from, to }: Pick<Span, 'from' | 'to'>): boolean {
  for (let i = from; i < to; i++) if (isCapital(words[i])) return true;
  return false;
}

/** Whether it is the first of several words by which something is called that is nobody: "Brown" of Brown University. */
export function isPieceOfName(known: KnownEntity, key: string): boolean {
  return !known.isPerson && !known.isPlace && known.bare !== key && known.ownWords[0] === key && !known.isVouched(key);
}
