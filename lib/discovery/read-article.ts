import type { Article } from '../model/article';
import { sentenceStarts } from '../text/sentences';
import { tokenise, type Token } from '../text/tokens';

/** How a word is written. */
type Shape = 'lower' | 'capital' | 'caps' | 'other';

/** What stands between a word and the one before it. */
type Gap = 'space' | 'hyphen' | 'ampersand' | 'break';

/** Offsets are UTF-16, into the field of the article; a possessive ending is not part of a word. */
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

export interface Block {
  readonly field: 'title' | 'summary' | 'text';
  /** All of the field, which the words' offsets count in. */
  readonly text: string;
  readonly words: readonly Word[];
  /** A headline or a line of capitals: how a word is written says nothing here. */
  readonly titled: boolean;
}

/** From this share of capitals on, a block with few lower-case words and no period at its end is a headline. */
const titledShare = 0.6;
const mostLowersInTitle = 12;
/** More words with capitals amid sentences than this is no English prose: a list, or a language that writes all nouns so. */
const mostCapitals = 0.35;
/** Fewer words say nothing of the language. */
const enoughWords = 100;

/** The title and the paragraphs of an article that say something by their capitals, or undefined if none does. */
export function readArticle({ title, summary, text }: Article): Block[] | undefined {
  const blocks = [...readField('title', title), ...(text === undefined ? readField('summary', summary ?? '') : readField('text', text))];
  let capitals = 0;
  let words = 0;
  for (const block of blocks) {
    if (block.titled) continue;
    for (const { shape, opens } of block.words) {
      if (opens) continue;
      words += 1;
      if (shape === 'capital') capitals += 1;
    }
  }
  return words >= enoughWords && capitals > mostCapitals * words ? undefined : blocks;
}

function readField(field: Block['field'], text: string): Block[] {
  const blocks: Block[] = [];
  for (const { index, 0: paragraph } of text.matchAll(/[^\n]+/g)) {
    const block = readBlock({ field, text, paragraph, from: index });
    if (block.words.length > 0) blocks.push(block);
  }
  return blocks;
}

function readBlock({ field, text, paragraph, from }: { field: Block['field']; text: string; paragraph: string; from: number }): Block {
  const tokens = tokenise(paragraph);
  const starts = sentenceStarts(paragraph, tokens);
  const words: Word[] = [];
  let capitals = 0;
  let lowers = 0;
  let before: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    const between = before === undefined ? '' : paragraph.slice(before.end, token.start);
    const shape = shapeOf(token);
    words.push({
      start: from + token.start,
      end: from + token.end,
      key: token.norm,
      shape,
      gap: gapOf(token, before, between),
      opens: starts[index] === true || (between.length > 1 && opensAnew.test(between)),
    });
    if (shape === 'lower' && token.norm.length > 3) lowers += 1;
    else if (shape !== 'lower') capitals += 1;
    before = token;
  }
  const isHeading = words.length > 2 && !/\.["”’')\]]*\s*$/u.test(paragraph);
  const titled = isHeading && capitals > titledShare * (capitals + lowers) && lowers < mostLowersInTitle;
  return { field, text, words, titled };
}

/** Behind a colon, a dash, a bullet or an opening quotation mark a capital says nothing. */
const opensAnew = /[:;•·|–—]\s*["'“‘([]*$|\s["“‘'([]+$|\s[-*>]\s+$/u;

function shapeOf({ first, allCaps }: Token): Shape {
  if (first === 'upper') return allCaps ? 'caps' : 'capital';
  return first === 'lower' ? 'lower' : 'other';
}

function gapOf(token: Token, before: Token | undefined, between: string): Gap {
  if (before === undefined || token.breakBefore || before.possessive) return 'break';
  if (/['’]/.test(between)) return 'break';
  if (/[-‐‑–]/.test(between)) return 'hyphen';
  return token.norm === 'and' && token.end - token.start === 1 ? 'ampersand' : 'space';
}
