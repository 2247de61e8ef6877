import { sentenceStarts } from '../text/sentences';
import { tokenise, type Token } from '../text/tokens';
import { sportsWords } from './name-words';

/** How a word is written. */
export type Shape = 'lower' | 'capital' | 'caps' | 'other';

/** What stands between a word and the one before it. A name goes on across a space or a hyphen only. */
export type Gap = 'space' | 'hyphen' | 'break';

/** Offsets are UTF-16, into the block. A possessive ending and a hyphen are not part of a word. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Folded for comparison (`normaliseName`). */
  readonly key: string;
  readonly shape: Shape;
  readonly gap: Gap;
  /** First of its sentence or of a quotation, where anything has a capital. */
  readonly opens: boolean;
}

export interface BlockReading {
  readonly text: string;
  readonly words: readonly Word[];
  /** A headline or a line of capitals: how a word is written says nothing here. */
  readonly titled: boolean;
}

export interface DocumentReading {
  readonly blocks: readonly BlockReading[];
  /** Every word of the document with how often it stands there in lower case, and with a capital amid a sentence. */
  readonly lower: ReadonlyMap<string, number>;
  readonly capital: ReadonlyMap<string, number>;
  /** From 0 to 1: how much the document sounds like sports. */
  readonly sports: number;
}

/** Shares of words with a capital, from which on a block of at least so many words is a headline. */
const titledShare = 0.6;
const mostLowersInTitle = 12;

/** Words that headlines leave small. */
const smallInTitles = new Set('a an the and or but nor of in on at to by for from with as vs via'.split(' '));

export function readDocument(blocks: readonly string[]): DocumentReading {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  const read = blocks.map(readBlock);
  for (const { words, titled } of read) {
    for (const { key, shape, opens } of words) {
      if (shape === 'lower') lower.set(key, (lower.get(key) ?? 0) + 1);
      else if (!opens && !titled) capital.set(key, (capital.get(key) ?? 0) + 1);
    }
  }
  return { blocks: read, lower, capital, sports: sportsShare(lower) };
}

/** Different sports words against different words: one match report has a dozen, other news one or two. */
function sportsShare(lower: ReadonlyMap<string, number>): number {
  let sports = 0;
  for (const word of sportsWords) if (lower.has(word)) sports++;
  return Math.min(1, (12 * sports) / (lower.size + 20));
}

function readBlock(text: string): BlockReading {
  const tokens = tokenise(text);
  const starts = sentenceStarts(text, tokens);
  const words: Word[] = [];
  let capitals = 0;
  let lowers = 0;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const between = before === undefined ? '' : text.slice(before.end, token.start);
    const opens = starts[i] === true || opensQuotation(between);
    words.push({ start: token.start, end: token.end, key: token.norm, shape: shapeOf(token), gap: gapOf(token, before, between), opens });
    if (token.first === 'lower' && !smallInTitles.has(token.norm)) lowers++;
    else if (token.first === 'upper' && i > 0) capitals++;
  }
  return { text, words, titled: words.length > 2 && capitals > titledShare * (capitals + lowers) && lowers < mostLowersInTitle };
}

function shapeOf({ first, allCaps }: Token): Shape {
  if (first === 'upper') return allCaps ? 'caps' : 'capital';
  return first === 'lower' ? 'lower' : 'other';
}

/** Behind a colon, a dash, a bullet or an opening quotation mark a capital says nothing either. */
function opensQuotation(between: string): boolean {
  return /[:;•·|–—]\s*["'“‘([]*$|\s["“‘']$|\s[-*>]\s+$/u.test(between);
}

function gapOf(token: Token, before: Token | undefined, between: string): Gap {
  if (before === undefined || token.breakBefore || before.possessive) return 'break';
  return /[-‐‑–]/.test(between) ? 'hyphen' : 'space';
}
