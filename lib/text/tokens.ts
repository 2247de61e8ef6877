import { caseMask, lowerBit, numberBit, upperBit } from './characters';
import { TokenReader } from './token-reader';
import { breakToken, kindMask, possessiveToken, seenShift, wordToken, type TokenTable } from './token-table';

/**
 * A word of a text. Words are runs of letters and digits; an apostrophe inside belongs to the word ("O'Brien"), a
 * possessive 's does not. Hyphens and single periods part words ("al-Qaeda", "Amazon.com"); dotted letters are one word
 * ("U.S.", "J. K."), and "&" is the word "and". Each letter of a script without spaces is a word by itself.
 */
export interface Token {
  /** UTF-16 offsets into the text; `end` is exclusive and leaves a possessive 's out. */
  readonly start: number;
  readonly end: number;
  /** What the word is compared by: "Müller" and "MULLER" are "muller", "U.S." is "us". */
  readonly norm: string;
  /** What the word begins with; scripts without case are `caseless`. */
  readonly first: 'upper' | 'lower' | 'number' | 'caseless';
  /** No letter of it is lower-case and at least two are capitals. */
  readonly allCaps: boolean;
  readonly possessive: boolean;
  /**
   * Between this word and the one before stands what parts names: punctuation other than a hyphen, an initial's period or
   * an apostrophe inside; or an empty line. Two spaces, a line's end or a soft hyphen do not, and a hyphen is inside also with
   * invisible signs beside it.
   */
  readonly breakBefore: boolean;
}

export function tokenise(text: string): Token[] {
  const table = readTokens(text);
  const folded = table.foldedAll();
  const tokens: Token[] = [];
  let breakBefore = false;
  for (let row = 0; row < table.count; row += 1) {
    const traits = table.traits[row] ?? 0;
    const kind = traits & kindMask;
    breakBefore ||= kind === breakToken;
    if (kind !== wordToken) continue;
    const norm = folded[row] ?? '';
    const seen = traits >>> seenShift;
    tokens.push({
      start: table.starts[row] ?? 0,
      end: table.ends[row] ?? 0,
      norm,
      first: firstOf(traits & caseMask),
      allCaps: norm.length > 1 && (seen & lowerBit) === 0 && (seen & upperBit) !== 0,
      possessive: row + 1 < table.count && ((table.traits[row + 1] ?? 0) & kindMask) === possessiveToken,
      breakBefore,
    });
    breakBefore = false;
  }
  return tokens;
}

let reader: TokenReader | undefined;

/**
 * The tokens of a text, as columns; the next call overwrites them. For callers that are done with a text before they read
 * another: making a reader takes longer than reading a name.
 */
export function readTokens(text: string): TokenTable {
  reader ??= new TokenReader();
  return reader.read(text);
}

function firstOf(bits: number): Token['first'] {
  if (bits === upperBit) return 'upper';
  if (bits === lowerBit) return 'lower';
  return bits === numberBit ? 'number' : 'caseless';
}
