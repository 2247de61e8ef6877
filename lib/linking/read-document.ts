import { readWords, type Word } from '../text/read-words';
import { cultureWords, sportsWords } from './name-words';

/** A block of text. A word's offsets are into it. */
export interface BlockReading {
  readonly text: string;
  readonly words: readonly Word[];
  /** A headline or a line of capitals: how a word is written says nothing here. */
  readonly titled: boolean;
  /** Most of it is capitals: "WHO" may be who. */
  readonly shouted: boolean;
}

export interface DocumentReading {
  readonly blocks: readonly BlockReading[];
  /** Every word of the document with how often it stands there in lower case, and with a capital amid a sentence. */
  readonly lower: ReadonlyMap<string, number>;
  readonly capital: ReadonlyMap<string, number>;
  /** From 0 to 1: how much the document sounds like sports. */
  readonly sports: number;
  /** Whether it is about films, series, music or books. */
  readonly isCultural: boolean;
}

/** Shares of words with a capital, from which on a block of at least so many words is a headline. */
const titledShare = 0.6;
const mostLowersInTitle = 12;

/** Longer ones spell no everyday word, and everyday words in capitals are shouted. */
const longestAcronym = 5;

/** A few capitals amid other writing: an acronym, whatever the letters spell otherwise. */
export function isAcronym({ shouted }: BlockReading, word: Word | undefined): boolean {
  return !shouted && word?.shape === 'caps' && word.key.length > 1 && word.key.length <= longestAcronym;
}

/** Words that headlines leave small. */
const smallInTitles = new Set('a an the and or but nor of in on at to by for from with as vs via'.split(' '));

export function readDocument(blocks: readonly string[]): DocumentReading {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  const read: BlockReading[] = [];
  for (const block of blocks) read.push(readBlock(block));
  for (const { words, titled } of read) {
    for (const { key, shape, opens } of words) {
      if (shape === 'lower') lower.set(key, (lower.get(key) ?? 0) + 1);
      else if (!opens && !titled) capital.set(key, (capital.get(key) ?? 0) + 1);
    }
  }
  return { blocks: read, lower, capital, sports: Math.min(1, 12 * shareOf(sportsWords, lower)), isCultural: shareOf(cultureWords, lower) > culturalShare };
}

/** Of different words, those of films, series, music and books: other news has one or two. */
const culturalShare = 1 / 150;

/** Different words of a subject against different words: one match report has a dozen of sports, other news one or two. */
function shareOf(subject: ReadonlySet<string>, lower: ReadonlyMap<string, number>): number {
  let written = 0;
  for (const word of subject) if (lower.has(word)) written++;
  return written / (lower.size + 20);
}

function readBlock(text: string): BlockReading {
  const words = readWords(text);
  let capitals = 0;
  let lowers = 0;
  let shouts = 0;
  for (let i = 0; i < words.length; i++) {
    const { key = '', shape } = words[i] ?? {};
    if (shape === 'caps' && key.length > 1) shouts++;
    if (shape === 'lower' && !smallInTitles.has(key)) lowers++;
    else if (i > 0 && (shape === 'capital' || shape === 'caps')) capitals++;
  }
  const shouted = shouts * 2 > words.length;
  return { text, words, shouted, titled: words.length > 2 && capitals > titledShare * (capitals + lowers) && lowers < mostLowersInTitle };
}
