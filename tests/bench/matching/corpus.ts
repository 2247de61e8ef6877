import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { projectFolder } from '../../../scripts/project-folder';
import { pick, randomFrom, shuffled } from './random';

const data = join(projectFolder, '..', 'shared', 'data');
const namesFile = join(data, 'names', 'real-names.txt.gz');
const newsFile = join(data, 'coverage', 'news-2012-2020.coverage.jsonl.gz');

export interface Corpus {
  /** In words, for the head of the table. */
  readonly origin: string;
  names(count: number): string[];
  /** Texts of exactly so many UTF-16 units. */
  texts(count: number, length: number): string[];
}

/** Real names and news where they are there, else made ones, by a seed. */
export function corpus(): Corpus {
  return existsSync(namesFile) && existsSync(newsFile) ? realCorpus() : madeCorpus();
}

function realCorpus(): Corpus {
  const real = shuffled(lines(namesFile), randomFrom(1));
  const articles = shuffled(
    lines(newsFile).flatMap((line) => (JSON.parse(line) as { text?: string }).text ?? []),
    randomFrom(2),
  );
  return {
    origin: `${real.length} real names, beyond that their first and last words put together anew; real news`,
    names: (count) => withMore(real, count, (random) => `${pick(real, random).split(' ')[0]!} ${pick(real, random).split(' ').at(-1)!}`),
    texts: (count, length) => cut(articles, count, length),
  };
}

const onsets = Array.from('bcdfghklmnprstvz');
const vowels = Array.from('aeiou');
const codas = ['', 'n', 'r', 's', 'l'];

/** Names and articles from syllables; a few words are frequent, most are rare, as everywhere. */
function madeCorpus(): Corpus {
  const random = randomFrom(3);
  const small = Array.from({ length: 4_000 }, () => madeWord(random));
  const large = Array.from({ length: 150_000 }, () => capitalised(madeWord(random)));
  const often = <T>(words: readonly T[]): T => words[Math.floor(words.length * random() ** 4)]!;
  const name = (): string => Array.from({ length: 1 + Math.floor(random() * 3) }, () => often(large)).join(' ');
  const known = Array.from({ length: 20_000 }, name);
  const sentence = (): string => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => (random() < 0.07 ? pick(known, random) : often(small)));
    return `${capitalised(words.join(' '))}. `;
  };
  const articles = Array.from({ length: 3_000 }, () => Array.from({ length: 25 }, sentence).join(''));
  return {
    origin: 'made names and texts',
    names: (count) => withMore(known, count, name),
    texts: (count, length) => cut(articles, count, length),
  };
}

function withMore(known: readonly string[], count: number, more: (random: () => number) => string): string[] {
  const names = new Set(known.slice(0, count));
  const random = randomFrom(4);
  while (names.size < count) names.add(more(random));
  return [...names];
}

function cut(articles: readonly string[], count: number, length: number): string[] {
  const all = articles.join('\n\n');
  return Array.from({ length: count }, (_, index) => {
    const from = (index * length) % Math.max(1, all.length - length);
    return inOnePiece(all.slice(from, from + length));
  });
}

/** As a text comes out of a message or a database. A slice points into what it is of, which slows down reading it. */
function inOnePiece(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function madeWord(random: () => number): string {
  const syllable = (): string => pick(onsets, random) + pick(vowels, random) + pick(codas, random);
  return Array.from({ length: 1 + Math.floor(random() * 3) }, syllable).join('');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lines(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter((line) => line.trim() !== '');
}
