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
/** More words with capitals amid sentences than this is no prose. */
const mostCapitals = 0.35;
/** In fewer words names may be so many. */
const enoughWords = 100;

/** Words of German, which writes all its nouns with capitals; none stands often in English, or in a name like "von der Leyen". */
const germanWords: ReadonlySet<string> = new Set(
  (
    'und oder aber doch die das dem des ein eine einen einer ist sind wird wurde wurden haben nicht kein keine im vor um mit auf fur ' +
    'gegen wegen durch aus bei nach uber sich dass wie als auch noch nur mehr wieder seine ihre'
  ).split(' '),
);
/** They are a third of what German writes small. */
const germanShare = 0.15;

/** The title and the paragraphs of an article that say something by their capitals, or undefined if none does. */
export function readArticle({ title, summary, text }: Article): Block[] | undefined {
  const blocks = [...readField('title', title), ...(text === undefined ? readField('summary', summary ?? '') : readField('text', text))];
  let capitals = 0;
  let words = 0;
  let lowers = 0;
  let german = 0;
  for (const block of blocks) {
    if (block.titled) continue;
    for (const { key, shape, opens } of block.words) {
      if (shape === 'lower') {
        lowers += 1;
        if (germanWords.has(key)) german += 1;
      }
      if (opens) continue;
      words += 1;
      if (shape === 'capital') capitals += 1;
    }
  }
  const isProse = words < enoughWords || capitals <= mostCapitals * words;
  return isProse && (german === 0 || german < germanShare * lowers) ? blocks : undefined;
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
