import { roles, honorifics } from '../text/person-words';
import { bodies, genderOf, isGivenName, noPersons, placeOpeners, someone, type Gender } from './name-words';
import { isDeterminer, nameIn, runEnd } from './noun-phrases';
import type { Token } from './paragraph-tokens';
import { calendar, openers, prepositions, speechVerbs } from './speech-words';

/** UTF-16 offsets into the whole text. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
}

/** In tokens: further back, a paragraph is another's. */
const longestParagraph = 400;

/** Somebody whom a paragraph names, or may name. */
export interface Person {
  /** The last word of the name, in small letters. */
  readonly key: string;
  readonly span: NameSpan;
  /** Index of its last token. */
  readonly at: number;
  readonly gender?: Gender;
  readonly roles: readonly string[];
  /** Surely a person; others only keep a pronoun from being understood. */
  readonly isSure: boolean;
}

/** What the whole text tells about its names. */
export interface KnownNames {
  /** By last word: people named in full. */
  readonly full: ReadonlyMap<string, { readonly gender?: Gender }>;
  /** Words also written small. */
  readonly small: ReadonlySet<string>;
}

export function readNames(paragraphs: readonly { readonly tokens: readonly Token[] }[]): KnownNames {
  const full = new Map<string, { readonly gender?: Gender }>();
  const small = new Set<string>();
  for (const { tokens } of paragraphs) for (const { kind, lower, isCapital } of tokens) if (kind === 'word' && !isCapital) small.add(lower);
  for (const { tokens } of paragraphs) {
    for (const person of peopleIn(tokens, { from: 0, before: tokens.length }, { full: new Map(), small })) {
      if (!person.isSure || !/^\p{L}+$/u.test(person.key)) continue;
      const known = full.get(person.key);
      // Two people of one surname: nothing can be told of either.
      const isOther = known?.gender !== undefined && person.gender !== undefined && known.gender !== person.gender;
      full.set(person.key, { gender: isOther ? undefined : (known?.gender ?? person.gender) });
    }
  }
  return { full, small };
}

/**
 * Who "he" or "she" is: the only person that the paragraph has named so far who can be meant. Nobody where somebody
 * without a name may be.
 */
export function antecedentOf(tokens: readonly Token[], { before, gender }: { readonly before: number; readonly gender: Gender }, known: KnownNames): NameSpan | undefined {
  const named = peopleIn(tokens, { before }, known).filter((person) => person.gender === undefined || person.gender === gender);
  const keys = new Set(named.map(({ key }) => key));
  if (keys.size !== 1 || !named.some(({ isSure }) => isSure) || hasSomeone(tokens, before)) return undefined;
  return named.at(-1)?.span;
}

/** Who "the attorney general" is: the only person of the paragraph who is called that in it. */
export function holderOf(tokens: readonly Token[], { before, words }: { readonly before: number; readonly words: readonly string[] }, known: KnownNames): NameSpan | undefined {
  const head = words.at(-1) ?? '';
  if ((!roles.has(head) && !someone.has(head)) || newcomer.test(words[0] ?? '') || hasAnother(tokens, { before, head })) return undefined;
  const named = peopleIn(tokens, { before }, known).filter(({ isSure }) => isSure);
  const holders = named.filter((person) => person.roles.some((role) => isSameRole(role, head)));
  const keys = new Set(holders.map(({ key }) => key));
  return keys.size === 1 ? named.filter(({ key }) => keys.has(key)).at(-1)?.span : undefined;
}

const newcomer = /^(?:new|next|incoming|other|second|latter|younger|older|elder)$/;

/** "Senator Jones met another senator", "succeeded Senator Jones", "… the mayor of Ghent": one without a name is called so, too. */
function hasAnother(tokens: readonly Token[], { before, head }: { readonly before: number; readonly head: string }): boolean {
  const from = Math.max(0, before - longestParagraph);
  return tokens.slice(from, before).some(({ kind, lower, isCapital }, offset) => {
    const at = from + offset;
    if (kind === 'word' && /^(?:succeeded|succeeds|succeeding|replaced|replaces|replacing|unseated)$/.test(lower) && tokens[at + 1]?.isCapital === true) return true;
    if (kind !== 'word' || isCapital || !isSameRole(lower, head)) return false;
    const [next, determiner] = [tokens[at + 1], tokens[at - 1]];
    // "Former senator Jones met the senator."
    if (/^(?:former|ex|onetime|retired|then)$/.test(determiner?.lower ?? '') && hasBare(tokens, { after: at, before, head })) return true;
    if (next?.isCapital === true || (next?.text === ',' && tokens[at + 2]?.isCapital === true) || isBesideName(tokens, at)) return false;
    return /^(?:another|other|fellow)$/.test(determiner?.lower ?? '') || (next?.lower === 'of' && tokens[at + 2]?.isCapital === true);
  });
}

/** "The senator", beside no name. */
function hasBare(tokens: readonly Token[], { after, before, head }: { readonly after: number; readonly before: number; readonly head: string }): boolean {
  return tokens.slice(after + 1, before).some(({ kind, lower, isCapital }, offset) => {
    const at = after + 1 + offset;
    return kind === 'word' && !isCapital && isSameRole(lower, head) && tokens[at - 1]?.lower === 'the' && tokens[at + 1]?.isCapital !== true && !isBesideName(tokens, at);
  });
}

const shortRoles: Readonly<Record<string, string>> = {
  sen: 'senator', gov: 'governor', gen: 'general', rep: 'representative', prof: 'professor', dr: 'doctor', lt: 'lieutenant', sgt: 'sergeant', capt: 'captain', rev: 'reverend', maj: 'major', lawyer: 'attorney', congressman: 'representative', congresswoman: 'representative',
};

function isSameRole(one: string, other: string): boolean {
  return (shortRoles[one] ?? one) === (shortRoles[other] ?? other);
}

/** The people named outside quotes before a token. */
export function peopleIn(tokens: readonly Token[], { before, from = Math.max(0, before - longestParagraph) }: { readonly before: number; readonly from?: number }, known: KnownNames): Person[] {
  const people: Person[] = [];
  for (let at = from; at < before; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || !token.isCapital) continue;
    const end = runEnd(tokens, at, before);
    const person = personAt(tokens, { start: at, end, before }, known);
    if (person) people.push(person);
    at = end - 1;
  }
  return people;
}

function personAt(tokens: readonly Token[], { start, end, before: limit }: NameSpan & { readonly before: number }, known: KnownNames): Person | undefined {
  const name = nameIn(tokens, start, end);
  const first = name && tokens[name.from];
  const last = name && tokens[name.to - 1];
  if (!name || !first || !last || calendar.has(last.lower)) return undefined;
  const key = last.lower;
  const length = name.to - name.from;
  if (length === 1 && (noPersons.has(key) || bodies.has(key) || /^[\p{Lu}.]{2,}$/u.test(first.text) || /\d/.test(key))) return undefined;
  if (tokens.slice(name.from, name.to).some(({ lower }) => noPersons.has(lower))) return undefined;
  if (bodies.has(key) || (length > 1 && placeOpeners.has(first.lower))) return undefined;
  const titles = tokens.slice(start, name.from).map(({ lower }) => lower);
  const before = tokens[isDeterminer(tokens[start - 1]) ? start - 2 : start - 1];
  const isTitled = titles.some((title) => roles.has(title) || honorifics.has(title)) || (roles.has(tokens[start - 1]?.lower ?? '') && tokens[start - 1]?.isCapital === false);
  const fullName = known.full.get(key);
  const isKnown = isTitled || fullName !== undefined || (length > 1 && isGivenName(first.lower));
  if (!isKnown) {
    if (/^the$/i.test(tokens[start - 1]?.text ?? '') || /^the$/i.test(tokens[start]?.text ?? '')) return undefined;
    if (/^(?:in|at|near|from|across|outside|to)$/.test(before?.lower ?? '')) return undefined;
    const startsSentence = start === 0 || /^[.!?…]$/.test(tokens[start - 1]?.text ?? '') || tokens[start - 1]?.kind === 'quote';
    if (length === 1 && startsSentence && (known.small.has(key) || openers.has(key))) return undefined;
  }
  const words = [...titles, ...tokens.slice(name.from, name.to).map(({ lower }) => lower)];
  return {
    key,
    span: { start: first.start, end: last.end },
    at: name.to - 1,
    gender: genderOf(words) ?? fullName?.gender,
    roles: [...titles, ...rolesBeside(tokens, { start, end: name.to, before: isObject(tokens, start, name.from) ? limit : tokens.length })],
    isSure: isKnown || (length > 1 && length < 5) || actsAsPerson(tokens, name.to),
  };
}

/** "Jones, the attorney general," and "attorney general Jones", but not "After Jones, the attorney general said" from "the" on. */
function rolesBeside(tokens: readonly Token[], { start, end, before }: NameSpan & { readonly before: number }): string[] {
  const found: string[] = [];
  const title = tokens[start - 1];
  if (title?.kind === 'word' && roles.has(title.lower)) found.push(title.lower);
  const beforeComma = title?.text === ',' && tokens[end]?.text === ',' ? tokens[start - 2] : undefined;
  if (beforeComma && roles.has(beforeComma.lower)) found.push(beforeComma.lower);
  if (tokens[end]?.text !== ',') return found;
  for (let at = end + 1; at < Math.min(end + 9, before); at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || prepositions.has(token.lower)) break;
    if (roles.has(token.lower) || someone.has(token.lower)) found.push(token.lower);
  }
  return found;
}

/** "After Jones", "next to Jones", "in a letter to Jones" or "on behalf of Jones": what follows is said of another. */
function isObject(tokens: readonly Token[], start: number, name: number): boolean {
  return tokens.slice(start, name).some(isPreposition) || isPreposition(tokens[start - 1]) || tokens[start - 2]?.lower === 'behalf';
}

function isPreposition(token: Token | undefined): boolean {
  return token?.kind === 'word' && (prepositions.has(token.lower) || /^(?:like|unlike)$/.test(token.lower)) && token.lower !== 'of';
}

/** A single name at a verb that takes a person. */
function actsAsPerson(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next?.kind === 'word' && !next.isCapital && (speechVerbs.has(next.lower) || /^(?:who|denied|met|smiled|laughed|shrugged|nodded|refused|resigned|apologised|apologized|spoke|spent|lost|won|grew|arrived|remembers|remembered|recalled|stood|sat|paused)$/.test(next.lower));
}

/** "A witness", "his wife": somebody whom no name beside makes known. */
function hasSomeone(tokens: readonly Token[], before: number): boolean {
  const from = Math.max(0, before - longestParagraph);
  return tokens.slice(from, before).some((token, offset) => {
    const at = from + offset;
    if (token.kind !== 'word' || token.isCapital || !someone.has(token.lower)) return false;
    const next = tokens[at + 1];
    if (next?.isCapital === true || (next?.text === ',' && tokens[at + 2]?.isCapital === true)) return false;
    return !isBesideName(tokens, at);
  });
}

/** "Jones, a former judge in Ohio": the description belongs to the name before it. */
function isBesideName(tokens: readonly Token[], at: number): boolean {
  for (let left = at - 1; left >= Math.max(0, at - 10); left--) {
    const token = tokens[left];
    if (!token || token.kind === 'quote' || /^[.;:!?]$/.test(token.text)) return false;
    if (token.text === ',' || token.text === '(' || /^(?:is|was|as|became|who)$/.test(token.lower)) {
      const owner = tokens[left - 1];
      return owner?.isCapital === true || /\d/.test(owner?.text ?? '') || owner?.text === ')' || /^(?:he|she|who)$/.test(owner?.lower ?? '');
    }
  }
  return false;
}
