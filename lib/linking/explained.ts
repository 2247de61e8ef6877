import { unitAt } from '../text/at';
import type { Word } from '../text/read-words';
import type { BlockReading, DocumentReading } from './read-document';
import { isCapital } from './span';

const opening = '('.charCodeAt(0);
const closing = ')'.charCodeAt(0);
const shortest = 2;
const longest = 6;
/** Words of the long form whose letters the short one leaves out: "Medical Group, Inc.". */
const mostLeftOut = 3;
const shortestTelling = 4;

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
  return explained;
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
