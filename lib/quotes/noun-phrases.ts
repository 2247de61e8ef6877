import { honorifics, nameParticles, nameSuffixes, roles, rolesAndSurnames } from '../text/person-words';
import { bodies, documents, noPersons, someone } from './name-words';
import type { Token } from './paragraph-tokens';
import { adverbs, auxiliaries, calendar, denials, feminine, masculine, openers, passives, prepositions, speechVerbs } from './speech-words';

/** Whom words stand for: a name, "he", or "the attorney general". Indices are of tokens, `to` exclusive. */
export type Party =
  | { readonly kind: 'name'; readonly from: number; readonly to: number }
  | { readonly kind: 'pronoun'; readonly at: number; readonly gender: 'man' | 'woman' }
  | { readonly kind: 'role'; readonly at: number; readonly words: readonly string[] };

export interface Phrase {
  /** Undefined where it stands for nobody who could be named. */
  readonly party: Party | undefined;
  readonly to: number;
}

const determiners = new Set('the a an his her their its one another this that our my le la les der die das'.split(' '));
/** "Secretary of State Jones". */
const afterOf = new Set(
  'state defense defence education energy labor labour commerce treasury interior agriculture transportation homeland security health human services veterans affairs national intelligence house staff police justice foreign'.split(' '),
);

/** The noun phrase that begins here, as far as its head. */
export function phraseAt(tokens: readonly Token[], from: number): Phrase {
  const first = tokens[from];
  const gender = first && genderOfPronoun(first);
  if (gender) return { party: { kind: 'pronoun', at: from, gender }, to: from + 1 };
  let to = from;
  while (to - from < 14 && isInPhrase(tokens, to, from)) to++;
  let start = to;
  while (start > from && isNameToken(tokens, start - 1, to) && tokens[start - 1]?.isPossessive === false) start--;
  const party = start < to ? partyOfRun(tokens, { start, to }, from) : roleOf(tokens, from, to);
  return { party, to };
}

function isInPhrase(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (token.isCapital) return !(at > from && calendar.has(token.lower) && tokens[at - 1]?.isCapital === true && !/^(?:may|march|april|june|august)$/.test(token.lower));
  if (isParticle(tokens, at)) return true;
  const { lower } = token;
  if (actsOnSomebody(tokens, at)) return false;
  if (lower === 'of') return isBodyOf(tokens, at) || roles.has(tokens[at - 1]?.lower ?? '') && afterOf.has(tokens[at + 1]?.lower ?? '') && tokens[at + 1]?.isCapital === true;
  if (speechVerbs.has(lower) || passives.has(lower) || auxiliaries.has(lower) || denials.has(lower)) return false;
  return !prepositions.has(lower) && !isAdverb(token);
}

/** "An actor playing Jones", "a lawyer representing Jones": what follows is not who does it. */
export function actsOnSomebody(tokens: readonly Token[], at: number): boolean {
  const doer = tokens[at - 1]?.lower ?? '';
  return actsOn.test(tokens[at]?.lower ?? '') && (someone.has(doer) || roles.has(doer) || /^(?:those|firm|defenders|people|lawyers|attorneys|group|voters|protesters)$/.test(doer));
}

const actsOn = /^(?:playing|portraying|impersonating|imitating|mimicking|parodying|representing|defending|supporting|opposing|backing|accusing|suing|advising|challenging|interviewing|questioning|prosecuting|guarding|criticising|criticizing|mocking|denouncing)$/;

/** The name, or the office, that the words with capitals from `start` are. */
function partyOfRun(tokens: readonly Token[], { start, to }: { readonly start: number; readonly to: number }, phrase: number): Party | undefined {
  const name = nameIn(tokens, start, to);
  return name ? { kind: 'name', ...name } : roleOf(tokens, phrase, to);
}

function roleOf(tokens: readonly Token[], from: number, to: number): Party | undefined {
  const words = tokens.slice(from, to).map(({ lower }) => lower);
  if (words[0] !== 'the' || words.length < 2 || words.length > 6) return undefined;
  return { kind: 'role', at: from, words: words.slice(1) };
}

/**
 * A name without the titles before it and what a sentence put beside it; undefined where only titles are left, or what
 * is no speaker.
 */
export function nameIn(tokens: readonly Token[], start: number, end: number): { readonly from: number; readonly to: number } | undefined {
  let [from, to] = [start, end];
  const word = (at: number): string => tokens[at]?.lower ?? '';
  // "The character Jones": nobody who speaks outside of a story.
  if (word(start - 1) === 'character') return undefined;
  while (to > from && (calendar.has(word(to - 1)) && !/^(?:may|march|april|june|august|jan|mar)$/.test(word(to - 1)))) to--;
  // "Continued Jones: …"
  if (to - from > 1 && speechVerbs.has(word(from))) from++;
  while (from < to && openers.has(word(from)) && !/^[A-Z]{2}/.test(tokens[from]?.text ?? '')) from++;
  // "CLOSE Ann Lee says", "WATCH Ann Lee": a page's own word, not hers.
  while (from < to && pageWords.test(tokens[from]?.text ?? '')) from++;
  const last = word(to - 1);
  if (from >= to || documents.has(last)) return undefined;
  // "Ann LeeFox says": two texts that a page put side by side.
  if (to - from > 1 && !bodies.has(last) && isGlued(tokens.slice(from, to))) return undefined;
  if (to - from === 1 && (noPersons.has(last) && !isPlace(last))) return undefined;
  // "The Kentucky Republican": a description.
  if (/^(?:republican|democrat|conservative|liberal|independent)s?$/.test(last)) return undefined;
  if (bodies.has(last)) return { from, to };
  for (let at = to - 2; at >= from; at--) {
    if (isTitle(word(at)) && !rolesAndSurnames.has(word(at))) {
      from = at + 1;
      break;
    }
  }
  while (from < to - 1 && (isTitle(word(from)) || word(from) === 'of' || (from > start && word(from - 1) === 'of' && afterOf.has(word(from))))) from++;
  while (from > start && from < to - 1 && afterOf.has(word(from)) && isAfterOf(tokens, start, from)) from++;
  if (to - from === 1 && (isTitle(word(from)) || nameSuffixes.has(word(from))) && !(rolesAndSurnames.has(word(from)) && from === start)) return undefined;
  return { from, to };
}

/** The last word, or one whose first half stands before it as well: given names are written so, too ("AshLee"). */
function isGlued(name: readonly Token[]): boolean {
  return name.some(({ text }, at) => {
    const half = glued.exec(text)?.[1];
    return half !== undefined && (at === name.length - 1 || name.slice(0, at).some((before) => before.text === half));
  });
}

function isAfterOf(tokens: readonly Token[], start: number, at: number): boolean {
  return tokens.slice(start, at).some(({ lower }) => lower === 'of');
}

const pageWords = /^(?:JUST|WATCHED|WATCH|CLOSE|READ|MORE|RELATED|PHOTOS?|VIDEOS?|UPDATE|BREAKING|EXCLUSIVE|ALSO|SEE|FACT|OPINION|ANALYSIS|MUST|LIVE)$/;
/** Two words without the space between them; "McCain", "DeVos" and "LaVoie" are one. */
const glued = /^(?!(?:Ma?c|De|Des|Du|La|Le|Van|Von|Di|Da|Del|Fitz|O|D|L|St|Ver|Ten|Bin|Al|El)['’]?\p{Lu})(\p{Lu}?\p{Ll}{2,})\p{Lu}\p{Ll}/u;
const thingsInLy = new Set('family assembly supply reply monopoly anomaly butterfly homily'.split(' '));
/** In tokens: titles and names together. */
const longestRun = 16;
const plainTitle = /^(?:interviewer|moderator|lawmaker|pollster|activist|protester|resident|voter|alderman|alderwoman|freshman|councilor|parisian|londoner)$/;
const germanTitle = /(?:minister|kanzler|präsident|meister|sprecher|chef|führer|rat)(?:in)?$/;

function isTitle(lower: string): boolean {
  return plainTitle.test(lower) || germanTitle.test(lower) || honorifics.has(lower) || roles.has(lower) || lower.split('-').some((part) => part !== 'elect' && roles.has(part) && lower.includes('-'));
}

function isPlace(lower: string): boolean {
  return /^(?:google|apple|microsoft|amazon|facebook|twitter)$/.test(lower);
}

/** Whether the token belongs to a name that goes on until `to`. */
function isNameToken(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  return token.isCapital || (at + 1 < to && isParticle(tokens, at)) || (token.lower === 'of' && (afterOf.has(tokens[at + 1]?.lower ?? '') || isBodyOf(tokens, at)));
}

/** "House of Representatives", "Bank of England". */
function isBodyOf(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return tokens[at]?.lower === 'of' && before?.isCapital === true && !before.isPossessive && bodies.has(before.lower) && after?.isCapital === true;
}

/** "de" in "Bill de Blasio": a small word of names, with a capital behind it. */
function isParticle(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !nameParticles.has(token.lower)) return false;
  const next = tokens[at + 1];
  if (next?.kind !== 'word') return false;
  return next.isCapital || (nameParticles.has(next.lower) && tokens[at + 2]?.isCapital === true);
}

/** The beginning of the name that ends before `to`: capitals, initials, particles; a possessive belongs to another. */
export function runStart(tokens: readonly Token[], to: number, from: number): number {
  let start = to;
  while (start > Math.max(from, to - longestRun) && isNameToken(tokens, start - 1, to) && !(start < to && tokens[start - 1]?.isPossessive === true)) start--;
  return start;
}

/** The end of the name that begins at `from`, before `end`. */
export function runEnd(tokens: readonly Token[], from: number, end: number): number {
  let to = from + 1;
  for (let at = to; at < Math.min(end, from + longestRun) && tokens[at - 1]?.isPossessive === false; at++) {
    if (!isNameToken(tokens, at, at + 2)) break;
    if (tokens[at]?.isCapital === true) to = at + 1;
  }
  return to;
}

export function genderOfPronoun({ lower }: Token): 'man' | 'woman' | undefined {
  return masculine.has(lower) ? 'man' : feminine.has(lower) ? 'woman' : undefined;
}

export function isAdverb(token: Token | undefined): boolean {
  if (!token) return false;
  const { lower, isCapital } = token;
  return adverbs.has(lower) || (!isCapital && lower.length > 4 && lower.endsWith('ly') && !thingsInLy.has(lower));
}

export function isDeterminer(token: Token | undefined): boolean {
  return token !== undefined && determiners.has(token.lower);
}
