import { sentenceStarts } from './sentences';
import { tokenise, type Token } from './tokens';

/** How a word is written. */
export type Shape = 'lower' | 'capital' | 'caps' | 'other';

/** What stands between a word and the one before it. A name goes on across all but a break; `ampersand` is before "&". */
export type Gap = 'space' | 'hyphen' | 'ampersand' | 'break';

/** Offsets are UTF-16. A possessive ending and a hyphen are not part of a word. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Folded for comparison (`normaliseName`). */
  readonly key: string;
  readonly shape: Shape;
  readonly gap: Gap;
  /** First of its sentence, a quotation or a list item, where anything has a capital. */
  readonly opens: boolean;
}

/**
 * The words of a paragraph, in order, with what their writing says of names.
 * @param from where the paragraph begins in the text that the offsets are to count in
 */
export function readWords(paragraph: string, from = 0): Word[] {
  const tokens = tokenise(paragraph);
  const starts = sentenceStarts(paragraph, tokens);
  const words: Word[] = [];
  let before: Token | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const between = before === undefined ? '' : paragraph.slice(before.end, token.start);
    words.push({
      start: from + token.start,
      end: from + token.end,
      key: token.norm,
      shape: shapeOf(token),
      gap: gapOf(token, before, between),
      opens: starts[i] === true || (between.length > 1 && opensAnew.test(between)),
    });
    before = token;
  }
  return words;
}

/** Behind a colon, a dash, a bullet or an opening quotation mark a capital says nothing. */
const opensAnew = /[:;•·|–—]\s*["'“‘([]*$|\s["“‘'([]+$|\s[-*>]\s+$/u;

function shapeOf({ first, allCaps }: Token): Shape {
  if (first === 'upper') return allCaps ? 'caps' : 'capital';
  return first === 'lower' ? 'lower' : 'other';
}

function gapOf(token: Token, before: Token | undefined, between: string): Gap {
  if (before === undefined || token.breakBefore || before.possessive) return 'break';
  if (between !== ' ') {
    if (/['’]/.test(between)) return 'break';
    if (/[-‐‑–]/.test(between)) return 'hyphen';
  }
  return token.norm === 'and' && token.end - token.start === 1 ? 'ampersand' : 'space';
}
