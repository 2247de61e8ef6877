import { unitAt } from '../text/at';
import type { Word } from '../text/read-words';
import { smallInNames } from './name-parts';
import type { BlockReading, DocumentReading } from './read-document';
import { isCapital } from './span';

const opening = '('.charCodeAt(0);
const closing = ')'.charCodeAt(0);
const shortest = 2;
const longest = 6;
/** Words of the long form whose letters the short one leaves out: "Medical Group, Inc.". */
const mostLeftOut = 3;
export const shortestTelling = 4;

/** Fewer letters begin two words in a row by chance. */
const shortestSpelt = 3;

/**
 * What the document itself says that capitals stand for: "Valley Radiotherapy Associates (VRA)". The telling words of the
 * long form, by the short one's key. After Schwartz and Hearst (2003), by the first letters of words alone.
 */
export function explainedAcronyms({ blocks }: DocumentReading): Map<string, readonly string[]> {
  const explained = new Map<string, readonly string[]>();
  for (const block of blocks) {
    if (!block.text.includes('(')) continue;
    for (let at = 0; at < block.words.length; at++) {
      const word = block.words[at];
      if (word?.shape !== 'caps' || !isBracketed(block, at) || word.key.length < shortest || word.key.length > longest) continue;
      const long = longForm(block.words, at);
      if (long.length > 0 && !explained.has(word.key)) explained.set(word.key, long);
    }
  }
  addSpeltOut(explained, blocks);
  return explained;
}

/** Names in full whose words begin with the letters of capitals elsewhere: "Environmental Protection Agency" for "EPA". */
function addSpeltOut(explained: Map<string, readonly string[]>, blocks: readonly BlockReading[]): void {
  const left = new Set<string>();
  for (const { shouted, words } of blocks) {
    if (shouted) continue;
    for (const { key, shape } of words) if (shape === 'caps' && key.length >= shortestSpelt && key.length <= longest && !explained.has(key)) left.add(key);
  }
  for (const { titled, words } of blocks) {
    if (titled) continue;
    for (let at = 0; at < words.length; at++) {
      if (!isCapital(words[at])) continue;
      for (const key of left) {
        const long = spelling(words, at, key);
        if (long.length > 0 && left.delete(key)) explained.set(key, long);
      }
    }
  }
}

/** The words from a place on that begin with these letters, one after the other; none where they do not. */
function spelling(words: readonly Word[], from: number, letters: string): string[] {
  const found: string[] = [];
  for (let at = from; found.length < letters.length; at++) {
    const word = words[at];
    if (word === undefined || (at > from && word.gap !== 'space')) return [];
    if (word.shape === 'capital' && word.key.startsWith(letters[found.length] ?? '')) found.push(word.key);
    else if (at === from || !smallInNames.has(word.key)) return [];
  }
  return found.filter(({ length }) => length >= shortestTelling);
}

function isBracketed({ text, words }: BlockReading, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || before === undefined || unitAt(text, word.start - 1) !== opening) return false;
  return unitAt(text, word.end) === closing && /^[.,]? ?\($/.test(text.slice(before.end, word.start));
}

/** The words before a place whose first letters are those there, read from the last; none where they are not. */
function longForm(words: readonly Word[], at: number): string[] {
  const letters = words[at]?.key ?? '';
  const found: string[] = [];
  let left = letters.length - 1;
  let leftOut = 0;
  for (let i = at - 1; i >= 0 && left >= 0; i--) {
    const word = words[i];
    if (word?.key.startsWith(letters[left] ?? '') === true) {
      left -= 1;
      found.push(word.key);
      if (left < 0) return isCapital(word) ? found.filter(({ length }) => length >= shortestTelling) : [];
    } else if (isCapital(word)) leftOut += 1;
    if (leftOut > mostLeftOut || at - i > 2 * letters.length + mostLeftOut) return [];
  }
  return [];
}
