import type { Entity } from '../model/entity';
import { isAscii } from '../text/ascii';
import { foldName, wordsOf } from './fold-name';
import { withoutLegalForm } from './legal-forms';
import { nameParticles, nameSuffixes } from '../text/person-words';
import { neverNames, roles } from './name-words';

/** A name without the legal form, the brackets and the article that news leaves out. */
export function bareName(name: string): string {
  const unbracketed = name.endsWith(')') ? name.replace(/\s*\([^)]*\)$/, '') : name;
  const short = withoutLegalForm(unbracketed);
  return (short.charAt(3) === ' ' ? short.replace(/^the (?=.)/i, '') : short).trim();
}

/** Whether an entity may be a person: its kind says so, or it says nothing and the name looks like one. */
function mayBePerson({ kind, name }: Entity): boolean {
  if (kind !== undefined) return kind === 'person';
  return isAscii(name)
    ? /^[A-Z][A-Za-z.'-]*( [A-Z][A-Za-z.'-]*| (van|von|de|der|den|al|bin|di|da|le|la)){1,3}$/.test(name)
    : /^\p{Lu}[\p{L}\p{M}.'’-]*( \p{Lu}[\p{L}\p{M}.'’-]*| (van|von|de|der|den|al|bin|di|da|le|la)){1,3}$/u.test(name);
}

/**
 * The surname by which news calls a person after the first mention, particles included, or undefined. The name is taken
 * to be written given name first, which is what packs hold, also for names from where it is spoken last.
 */
export function surnameOf(entity: Entity): string | undefined {
  if (entity.kind !== 'person') return undefined;
  const words = personWords(entity.name);
  const from = surnameStart(words);
  const surname = words.slice(from).join(' ');
  return from > 0 && surname.length > 2 && (/^[A-Za-z]/.test(surname) || /^\p{L}/u.test(surname)) ? surname : undefined;
}

/**
 * By what somebody goes whose name does not say it in the common way: "Moon" of Moon Jae-in, whose given name has a hyphen and comes last;
 * and whoever is called like a person, if the pack does not say what it is.
 */
export function surnameByLooks(entity: Entity): string | undefined {
  if (!mayBePerson(entity)) return undefined;
  const words = personWords(entity.name);
  if (words.length === 2 && /^\p{Lu}\p{L}+-\p{Ll}/u.test(words[1] ?? '')) return words[0];
  return entity.kind === undefined ? surnameOf({ ...entity, kind: 'person' }) : undefined;
}

/** "Jake T. Austin" is also "Jake Austin". */
export function withoutMiddleNames(entity: Entity): string | undefined {
  if (entity.kind !== 'person') return undefined;
  const words = personWords(entity.name);
  const from = surnameStart(words);
  return from > 1 ? [words[0], ...words.slice(from)].join(' ') : undefined;
}

/** "George Walker Bush" is also "George W. Bush", which sets him apart from who is called the same but for that. */
export function withMiddleInitials({ kind }: Entity, name: string): string | undefined {
  if (kind !== 'person') return undefined;
  const words = personWords(name);
  const from = surnameStart(words);
  const middle = words.slice(1, from);
  if (middle.length === 0 || middle.length > mostMiddleNames || !middle.every((word) => /^\p{Lu}\p{L}+$/u.test(word))) return undefined;
  return [words[0], ...middle.map((word) => `${word.charAt(0)}.`), ...words.slice(from)].join(' ');
}

const mostMiddleNames = 2;

/** The first letters of the middle names, in each of a person's names that has some before this surname: "hw", "w". */
export function middleLetters({ aliases, name }: Entity, surname: string): string[] {
  return [name, ...aliases].map((written) => ownMiddleLetters(written, surname)).filter((some) => some !== '');
}

/** George W. and George H. W. Bush, each of whom a pack may call like the other as well. */
export function haveOtherMiddles(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((name) => ownMiddleLetters(name));
  return a !== '' && b !== '' && !a.startsWith(b) && !b.startsWith(a);
}

/** The same in one name, with any surname where none is given. */
function ownMiddleLetters(name: string, surname?: string): string {
  const words = personWords(name);
  const from = surnameStart(words);
  const middle = from > 1 && (surname === undefined || foldName(words.slice(from).join(' ')) === surname) ? words.slice(1, from) : [];
  return middle.map((word) => (word.includes('.') ? word.replaceAll('.', '') : word.charAt(0))).join('').toLowerCase();
}

/** "Robert Downey, Jr." for "Robert Downey Jr.": newspapers differ in the comma. */
export function withCommaBeforeJunior(name: string): string | undefined {
  return / Jr\.?$/.test(name) && !name.includes(',') ? name.replace(/ (Jr\.?)$/, ', $1') : undefined;
}

/** An event by its name without the federation's: "Confederations Cup" for "FIFA Confederations Cup". */
export function withoutFederation({ kind, name }: Entity): string | undefined {
  return kind === 'event' ? /^\p{Lu}{3,6} (\p{Lu}\S* \S.*)$/u.exec(name)?.[1] : undefined;
}

const umlauts: ReadonlyMap<string, string> = new Map(Object.entries({ ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', å: 'aa', Å: 'Aa' }));

/** "Mueller" for "Müller", as newspapers without the letters write it. */
export function withoutUmlauts(name: string): string | undefined {
  return /[äöüåÄÖÜÅ]/.test(name) ? name.replace(/[äöüåÄÖÜÅ]/g, (letter) => umlauts.get(letter) ?? letter) : undefined;
}

const fewestLetters = 3;
const mostLetters = 6;

/** An organisation's initials, with and without those of its small words: "FDA", "DOJ". */
export function acronymsOf({ kind, name }: Entity): string[] {
  if (kind !== 'organisation') return [];
  const words = wordsOf(foldName(bareName(name)));
  return [...new Set([initialsOf(words), firstLetters(words)])]
    .filter(({ length }) => words.length >= fewestLetters && length >= fewestLetters && length <= mostLetters)
    .map((letters) => letters.toUpperCase());
}

/** What stands before a name of its own: "Hurricane Otto" is Otto from then on. */
const namedBehind: ReadonlySet<string> = new Set(['hurricane', 'typhoon', 'cyclone', 'storm', 'operation']);

/**
 * By what else an entity goes in a text that has named it in full, normalised: a person's surname and given name, an
 * organisation's first or last word, initials. A surname may be a word that else is never a name ("May").
 */
export function echoKeys(facts: Entity): ReadonlySet<string> {
  const keys = new Set<string>();
  const words = wordsOf(foldName(bareName(facts.name).replace(/,.*$/, '')));
  if (words.length > 8) return keys;
  if (mayBePerson(facts)) {
    const bare = withWholeEnd(words.filter((word) => !nameSuffixes.has(word)), facts.name);
    const from = surnameStart(bare);
    keys.add(`${bare[0] ?? ''} ${bare.slice(from).join(' ')}`);
    if (!isSeveral(facts)) keys.add(bare[0] ?? '').add(bare.at(-1) ?? '').add(bare.slice(from).join(' '));
  } else if (facts.kind !== 'place' && words.length > 1) {
    keys.add(words[0] ?? '').add(words.slice(0, -1).join(' '));
    if (facts.kind === 'event' && namedBehind.has(words[0] ?? '')) keys.add(words.slice(1).join(' '));
    if (facts.kind === 'organisation') keys.add(words.at(-1) ?? '');
  }
  if (words.length > 2) keys.add(initialsOf(words)).add(firstLetters(words));
  const surname = foldName(surnameOf(facts) ?? '');
  for (const key of keys) if (key.length < 2 || roles.has(key) || (neverNames.has(key) && key !== surname)) keys.delete(key);
  return keys;
}

/** "Ocasio-Cortez" is one word of a name, and who has it goes by the whole of it; who is called "al-Assad" by its last piece. */
function withWholeEnd(words: readonly string[], name: string): readonly string[] {
  const end = name.includes('-') ? foldName(personWords(bareName(name)).at(-1) ?? '') : '';
  const first = words.length - wordsOf(end).length;
  return end.includes(' ') && !nameParticles.has(words[first] ?? '') && words.slice(first).join(' ') === end ? [...words.slice(0, first), end] : words;
}

/** A name with a singular and a plural is of many: "African Americans" are not "Americans" for short. */
function isSeveral({ aliases, name }: Entity): boolean {
  return aliases.includes(name.endsWith('s') ? name.slice(0, -1) : `${name}s`);
}

/** The first letters of a name's words that count: "Bank of England" is "be". Words and letters are normalised. */
export function initialsOf(words: readonly string[]): string {
  let letters = '';
  for (const word of words) if (!smallInNames.has(word)) letters += word.charAt(0);
  return letters;
}

export function firstLetters(words: readonly string[]): string {
  let letters = '';
  for (const word of words) letters += word.charAt(0);
  return letters;
}

/** What initials leave out. */
export const smallInNames: ReadonlySet<string> = new Set(['of', 'and', 'the', 'for', 'de']);

function personWords(name: string): string[] {
  const words = name.replace(/,.*$/, '').replace(/\s*\([^)]*\)/, '').split(/\s+/);
  while (words.length > 1 && nameSuffixes.has(foldName(words.at(-1) ?? ''))) words.pop();
  return words;
}

function surnameStart(words: readonly string[]): number {
  let from = words.length - 1;
  while (from > 1 && nameParticles.has((words[from - 1] ?? '').toLowerCase())) from--;
  return from;
}
