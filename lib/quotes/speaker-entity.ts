import type { Entity } from '../model/entity';
import { isGivenName } from './name-words';

/**
 * Which of an article's entities a quote's speaker is, by name: the one that is called just so, else the only person whose
 * name ends with it. Undefined where two might be meant, one of whom may be known from the article's text alone.
 */
export function speakerEntity(speaker: string, entities: readonly Entity[], text: string): string | undefined {
  const written = folded(speaker);
  const called = entities.filter(({ name, aliases }) => [name, ...aliases].some((each) => folded(each) === written));
  if (called.length > 0) return onlyOne(called.length > 1 ? called.filter(({ kind }) => kind === 'person') : called);
  if (written === '') return undefined;
  const [person, second] = entities.filter(({ name, kind }) => (kind ?? 'person') === 'person' && folded(name).endsWith(` ${written}`));
  return person && !second && !hasNamesake(text, speaker, person) ? person.id : undefined;
}

/** "John Sessions", where the speaker is called Sessions and Jeff Sessions is the only one who is known. */
function hasNamesake(text: string, surname: string, { name, aliases }: Entity): boolean {
  const own = new Set([name, ...aliases].flatMap((each) => folded(each).split(' ')));
  for (let at = text.indexOf(surname); at !== -1; at = text.indexOf(surname, at + surname.length)) {
    const before = folded(namesBefore.exec(text.slice(Math.max(0, at - longestBefore), at))?.[0] ?? '').split(' ');
    const isWhole = !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(at + surname.length, at + surname.length + 2));
    if (isWhole && before.some(isGivenName) && !before.some((each) => own.has(each))) return true;
  }
  return false;
}

/** In UTF-16 units. */
const longestBefore = 40;
/** "John " and "Actor John ", and with an initial "John Q. ". */
const namesBefore = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}]+[ \u00a0](?:\p{Lu}(?:\.|[\p{L}\p{M}]+)[ \u00a0])?$/u;

function onlyOne(entities: readonly Entity[]): string | undefined {
  const [first, second] = entities;
  return second ? undefined : first?.id;
}

function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
