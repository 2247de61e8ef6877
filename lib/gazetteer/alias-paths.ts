import { lowerBit, upperBit } from '../text/characters';
import type { TokenReader } from '../text/token-reader';
import { breakToken, kindMask, possessiveToken, seenShift, wordToken, type TokenTable } from '../text/token-table';
import type { AliasForm } from './match';
import { longestToken } from './token-dictionary';

/**
 * How an alias must be written in a text, besides its words. `capitalGate`: it begins with a capital, a digit or a letter
 * of a script without case. `anyGate`: whatever the case. `asWrittenGate`: the alias begins with a small letter and may do so in
 * the text. `asWrittenGate + 1 + n`: likewise, but its word number n has a capital ("al-Qaeda", "iPhone") and must have
 * one in the text, so that "the hill" is not "the Hill".
 */
export const capitalGate = 0;
export const anyGate = 1;
export const asWrittenGate = 2;
const lastCapitalWord = 11;

export interface AliasPath {
  /** Folded tokens. */
  readonly tokens: readonly string[];
  readonly gate: number;
}

/**
 * The token sequences by which an alias is found. Punctuation inside it ("Washington, D.C.") may be there or not, and so
 * may the apostrophe of a name that ends like a possessive ("McDonald's", "McDonalds").
 * @param reader any; making one for each alias would take longer than reading it
 */
export function aliasPaths(alias: string, form: AliasForm, reader: TokenReader): AliasPath[] {
  const pieces = readPieces(alias, reader);
  const words = pieces.filter((piece) => kindOf(piece) !== breakToken || piece.keeps);
  const paths = new Map<string, AliasPath>();
  for (const path of [pieces, words, mergePossessives(words)]) {
    const tokens = path.map((piece) => piece.folded);
    const key = tokens.join(' ');
    if (tokens.length === 0 || paths.has(key) || tokens.some((token) => token.length > longestToken)) continue;
    paths.set(key, { tokens, gate: gateOf(path.map(({ traits }) => traits), path.length, form) });
  }
  return [...paths.values()];
}

/** Whether an alias that was read is nothing but words, as most are: its only path is then its tokens. */
export function isPlain({ count, traits, unitsAt }: TokenTable): boolean {
  for (let row = 0; row < count; row += 1) {
    const isLong = (unitsAt[row + 1] ?? 0) - (unitsAt[row] ?? 0) > longestToken;
    if (isLong || ((traits[row] ?? 0) & kindMask) !== wordToken) return false;
  }
  return count > 0;
}

/** @param traits of the tokens of a path; only the first `count` are looked at */
export function gateOf(traits: ArrayLike<number>, count: number, form: AliasForm): number {
  if (form === 'topic') return anyGate;
  if (((traits[0] ?? 0) & lowerBit) === 0) return capitalGate;
  let word = 0;
  while (word < count && (((traits[word] ?? 0) >>> seenShift) & upperBit) === 0) word += 1;
  return word === count || word > lastCapitalWord ? asWrittenGate : asWrittenGate + 1 + word;
}

interface Piece {
  readonly folded: string;
  readonly traits: number;
  /** Punctuation at the end that tells names apart: "Disney+", "C#". */
  readonly keeps: boolean;
}

/** The tokens of an alias from its first word to its last, or to a "+" or "#" directly after that. */
function readPieces(alias: string, reader: TokenReader): Piece[] {
  const table = reader.read(alias);
  const pieces: Piece[] = [];
  let kept = 0;
  for (let row = 0; row < table.count; row += 1) {
    const traits = table.traits[row] ?? 0;
    const isBreak = (traits & kindMask) === breakToken;
    if (isBreak && pieces.length === 0) continue;
    const folded = table.folded(row);
    const keeps = isBreak && kept === pieces.length && /^[+#]$/.test(folded) && table.starts[row] === table.ends[row - 1];
    pieces.push({ folded, traits, keeps });
    if (!isBreak || keeps) kept = pieces.length;
  }
  return pieces.slice(0, kept);
}

function kindOf({ traits }: Piece): number {
  return traits & kindMask;
}

function mergePossessives(path: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of path) {
    const word = merged.at(-1);
    if (kindOf(piece) === possessiveToken && word !== undefined) {
      merged[merged.length - 1] = { ...word, folded: `${word.folded}s` };
    } else merged.push(piece);
  }
  return merged;
}
