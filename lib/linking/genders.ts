import { itemAt } from '../text/at';
import type { Word } from '../text/read-words';
import type { DocumentReading } from './read-document';
import type { KnownEntity } from './known-entity';
import { neverNames } from './name-words';
import { rolesBefore } from './roles-before';
import { isCapital, type NamePlace } from './span';

type Gender = 'female' | 'male';

const formsOfAddress: ReadonlyMap<string, Gender> = new Map([
  ...['mr', 'sir', 'lord', 'king', 'prince', 'congressman'].map((word) => [word, 'male'] as const),
  ...['mrs', 'ms', 'miss', 'dame', 'lady', 'baroness', 'queen', 'princess', 'congresswoman'].map((word) => [word, 'female'] as const),
]);

const pronouns: ReadonlyMap<string, Gender> = new Map([
  ...['he', 'his', 'himself'].map((word) => [word, 'male'] as const),
  ...['she', 'her', 'herself'].map((word) => [word, 'female'] as const),
]);

/** Words of a description. What may be said of either ("politician") says nothing. */
const described: ReadonlyMap<string, Gender> = new Map([
  ...['man', 'king', 'prince', 'duke', 'father', 'husband', 'actor', 'businessman', 'sportsman', 'congressman', 'brother'].map((word) => [word, 'male'] as const),
  ...['woman', 'queen', 'princess', 'duchess', 'mother', 'wife', 'actress', 'businesswoman', 'sportswoman', 'congresswoman', 'sister'].map((word) => [word, 'female'] as const),
]);

interface NamedPerson {
  readonly known: KnownEntity;
  readonly places: readonly NamePlace[];
}

/** Pronouns further behind a name are most often somebody else's. */
const farthest = 25;

/** What the form of address before a name says of who is meant. */
export function genderBefore(word: Word | undefined): Gender | undefined {
  return word && formsOfAddress.get(word.key);
}

/**
 * Whether somebody named in full is a woman or a man, as far as the description says so or the pronouns behind the full name;
 * undefined where neither does or these differ.
 */
export function genderOf({ known, places }: NamedPerson, reading: DocumentReading): Gender | undefined {
  const [own] = known.described.flatMap((word) => described.get(word) ?? []);
  if (own !== undefined) return own;
  const counts = { female: 0, male: 0 };
  for (const place of places) {
    const gender = firstPronoun(reading, place);
    if (gender !== undefined) counts[gender] += 1;
  }
  if (counts.female === counts.male) return undefined;
  return counts.female > counts.male ? 'female' : 'male';
}

/**
 * The first pronoun behind a name that opens a sentence, in that sentence or opening the next: elsewhere "she" is most often
 * who the sentence is about. Behind a quotation mark or another name, which no day is, it may be anybody.
 */
function firstPronoun({ blocks }: DocumentReading, { block, from }: NamePlace): Gender | undefined {
  const { text = '', words = [] } = blocks[block] ?? {};
  const opening = from - rolesBefore(words, { from }).length;
  if (words[opening]?.opens !== true) return undefined;
  let at = from;
  while (isCapital(words[at]) && (at === from || words[at]?.gap === 'space')) at += 1;
  let before = words[at - 1];
  for (let i = at; i < Math.min(at + farthest, words.length); i++) {
    const word = words[i];
    if (word === undefined || /["“”'’]/.test(text.slice(before?.end, word.start))) return undefined;
    const gender = pronouns.get(word.key);
    // "He stood behind her.": where nothing of hers follows she is somebody else.
    if (gender !== undefined) return word.key === 'her' && itemAt(words, i + 1)?.gap !== 'space' ? undefined : gender;
    if (isCapital(word) && !neverNames.has(word.key)) return undefined;
    before = word;
  }
  return undefined;
}
