import { lowerBit, upperBit } from '../text/characters';
import { breakToken, possessiveToken, TokenReader } from '../text/token-reader';
import { longestToken } from '../text/word-reader';
import type { AliasForm } from './match';

/**
 * How an alias must be written in a text, besides its words. `capitalGate`: it begins with a capital, a digit or a letter
 * of a script without case. `anyGate`: any case. `asWrittenGate`: the alias begins with a small letter and may do so in
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
 */
export function aliasPaths(alias: string, form: AliasForm): AliasPath[] {
  const pieces = readPieces(alias);
  const words = pieces.filter((piece) => piece.kind !== breakToken || piece.keeps);
  const paths = new Map<string, AliasPath>();
  for (const path of [pieces, words, mergePossessives(words)]) {
    const tokens = path.map((piece) => piece.folded);
    const key = tokens.join(' ');
    if (tokens.length === 0 || paths.has(key) || tokens.some((token) => token.length > longestToken)) continue;
    paths.set(key, { tokens, gate: form === 'topic' ? anyGate : gateOf(path) });
  }
  return [...paths.values()];
}

interface Piece {
  readonly folded: string;
  readonly kind: number;
  readonly beginsSmall: boolean;
  readonly hasCapital: boolean;
  /** Punctuation at the end that tells names apart: "Disney+", "C#". */
  readonly keeps: boolean;
}

/** The tokens of an alias from its first word to its last, or to a "+" or "#" directly after that. */
function readPieces(alias: string): Piece[] {
  const reader = new TokenReader();
  reader.open(alias);
  const pieces: Piece[] = [];
  let kept = 0;
  let end = 0;
  while (reader.advance()) {
    const folded = reader.folded();
    const isBreak = reader.kind === breakToken;
    if (isBreak && pieces.length === 0) continue;
    const keeps = isBreak && kept === pieces.length && reader.start === end && (folded === '+' || folded === '#');
    pieces.push({
      folded,
      kind: reader.kind,
      beginsSmall: (reader.first & lowerBit) !== 0,
      hasCapital: (reader.seen & upperBit) !== 0,
      keeps,
    });
    if (!isBreak || keeps) kept = pieces.length;
    end = reader.end;
  }
  return pieces.slice(0, kept);
}

function gateOf(path: readonly Piece[]): number {
  if (path[0]?.beginsSmall !== true) return capitalGate;
  const word = path.findIndex((piece) => piece.hasCapital);
  return word < 0 || word > lastCapitalWord ? asWrittenGate : asWrittenGate + 1 + word;
}

function mergePossessives(path: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of path) {
    const word = merged.at(-1);
    if (piece.kind === possessiveToken && word !== undefined) {
      merged[merged.length - 1] = { ...word, folded: `${word.folded}s` };
    } else merged.push(piece);
  }
  return merged;
}
