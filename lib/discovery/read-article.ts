import type { Article } from '../model/article';
import { readWords, type Word } from '../text/read-words';

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
  const words = readWords(paragraph, from);
  let capitals = 0;
  let lowers = 0;
  for (const { shape, key } of words) {
    if (shape === 'lower' && key.length > 3) lowers += 1;
    else if (shape !== 'lower') capitals += 1;
  }
  const isHeading = words.length > 2 && !/\.["”’')\]]*\s*$/u.test(paragraph);
  const titled = isHeading && capitals > titledShare * (capitals + lowers) && lowers < mostLowersInTitle;
  return { field, text, words, titled };
}
