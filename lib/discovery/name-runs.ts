import { honorifics, nameParticles, nameSuffixes, roles, rolesAndSurnames } from '../text/person-words';
import { longestWord } from './longest-word';
import { givenNames, isHead, isPeopleWord, placeStarts } from './name-kinds';
import { calendarWords, functionWords, namesToo, openingWords, pageWords } from './plain-words';
import type { Word } from '../text/read-words';
import type { Block } from './read-article';

/** A span of words that may be a name. */
export interface NameRun {
  readonly block: Block;
  /** Indices into the block's words; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly key: string;
  /** A role or a form of address stands before it: "Ambassador Kislyak". */
  readonly role: boolean;
  /** Its capitals say something: it does not begin the sentence. */
  readonly firm: boolean;
  /** It stands inside a longer name. */
  readonly inside: boolean;
  /** Names that it would join ("Food" and "Drug Administration"), so that it counts only where these seldom stand alone. */
  readonly parts?: readonly string[];
}

/** Whether a word that begins a sentence is one that is mostly written small. */
export type IsPlain = (key: string) => boolean;

const joiners: ReadonlySet<string> = new Set(['of', 'for', 'on', 'to', 'and']);
/** What has "on" and "to" in its name: "Committee to Protect Journalists". Elsewhere they go on with the sentence. */
const purposeful: ReadonlySet<string> = new Set(
  'committee council commission center centre subcommittee panel war conference coalition campaign forum caucus institute fund'.split(' '),
);
const longestRun = 8;

/** The runs of capital words of a block. A headline in title case has none: its capitals say nothing. */
export function nameRuns(block: Block, isPlain: IsPlain): NameRun[] {
  if (block.titled) return [];
  const runs: NameRun[] = [];
  const { words } = block;
  let at = 0;
  while (at < words.length) {
    const chain = readChain(words, at);
    if (chain.length === 0) {
      at += 1;
      continue;
    }
    addChain(runs, { block, chain, isPlain });
    at = chain.at(-1)?.to ?? at + 1;
  }
  return runs;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Runs that "of", "for", "on" or "and" join, from one that begins here on. */
function readChain(words: readonly Word[], at: number): Span[] {
  const chain: Span[] = [];
  let from = at;
  for (;;) {
    const to = runEnd(words, from);
    if (to === from) return chain;
    chain.push({ from, to });
    const joiner = words[to];
    if (joiner?.gap !== 'space' || joiner.shape !== 'lower' || !joiners.has(joiner.key)) return chain;
    const article = words[to + 1];
    from = article !== undefined && /^(?:the|an?)$/.test(article.key) && article.gap === 'space' && joiner.key !== 'and' ? to + 2 : to + 1;
    if (words[from]?.gap !== 'space') return chain;
  }
}

function runEnd(words: readonly Word[], from: number): number {
  let to = from;
  while (to < words.length && canGoOn(words, from, to)) to += 1;
  // "&" and particles only stand inside.
  while (to > from && !isCapital(words[to - 1])) to -= 1;
  return to;
}

function canGoOn(words: readonly Word[], from: number, at: number): boolean {
  const word = words[at];
  if (word === undefined || (at > from && word.gap === 'break')) return false;
  if (isCapital(word)) return word.key === 'a' && words[at + 1]?.gap === 'ampersand' ? true : goesOn(words, from, at);
  if (at === from) return false;
  return word.gap === 'ampersand' || (word.shape === 'lower' && nameParticles.has(word.key) && at - from < longestRun);
}

/** Function words and dates are outside, capital or not; "Theresa May" is a name, "May 5" is none. */
function goesOn(words: readonly Word[], from: number, at: number): boolean {
  const { key } = words[at] ?? { key: '' };
  if (functionWords.has(key)) return false;
  if (!calendarWords.has(key)) return true;
  const next = words[at + 1];
  return namesToo.has(key) && (at > from || isCapital(next)) && next?.shape !== 'other';
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && (word.shape === 'capital' || word.shape === 'caps');
}

interface Chain {
  readonly block: Block;
  readonly chain: readonly Span[];
  readonly isPlain: IsPlain;
}

function addChain(runs: NameRun[], { block, chain, isPlain }: Chain): void {
  const { words } = block;
  const clean = chain.map((span, index) => (isCredit(block, span) ? undefined : cleanRun(words, withoutOffice(words, chain[index - 1], span), isPlain)));
  const head = clean[0];
  const first = chain[0];
  let sure = false;
  if (head !== undefined && first !== undefined && !head.role && chain.length > 1) {
    let end = 0;
    for (let last = 1; last < chain.length; last += 1) {
      const span = chain[last];
      if (span === undefined || clean[last] === undefined || clean[last]?.role === true) break;
      const joiner = words[chain[last - 1]?.to ?? 0]?.key;
      const isAnd = joiner === 'and';
      if (isAnd ? !(sure || isHead(words[span.to - 1]?.key ?? '')) : !(sure || mayHave(joiner, words[first.to - 1]?.key ?? ''))) break;
      const whole = { from: head.from, to: span.to };
      const left = keyOf(words, { from: head.from, to: chain[last - 1]?.to ?? head.to });
      runs.push({ block, ...whole, key: keyOf(words, whole), role: false, firm: isFirm(words, whole), inside: false, ...(isAnd && { parts: [left, keyOf(words, span)] }) });
      if (!isAnd) sure = true;
      end = last;
    }
    if (sure) runs.splice(0, runs.length, ...markInside(runs, block, head.from));
    for (const [index, run] of clean.entries()) if (run !== undefined) runs.push({ block, ...run, inside: (index <= end && end > 0) || isPiece(words, run, isPlain) });
    return;
  }
  for (const run of clean) if (run !== undefined) runs.push({ block, ...run, inside: isPiece(words, run, isPlain) });
}

/** "Leah Millis/Reuters": who took a picture. */
function isCredit({ text, words }: Block, { from, to }: Span): boolean {
  return text[(words[from]?.start ?? 0) - 1] === '/' || text[words[to - 1]?.end ?? 0] === '/';
}

function mayHave(joiner: string | undefined, head: string): boolean {
  return joiner === 'of' || joiner === 'for' ? isHead(head) : purposeful.has(head);
}

/**
 * Whether what stands beside a run belongs to it, so that the run is a piece of a name: "Freedom of Information Act",
 * "Violence Against Women Act", "Children's Health Insurance Program", "Senate Bill 1070".
 */
function isPiece(words: readonly Word[], { from, to }: Span, isPlain: IsPlain): boolean {
  const before = words[from - 1];
  const first = words[from];
  if (before === undefined || first === undefined || before.opens) return false;
  if (first.gap === 'space' && isCapital(before) && functionWords.has(before.key)) return true;
  if (!isHead(words[to - 1]?.key ?? '')) return false;
  if (goesOnBehind(words[to])) return true;
  const left = words[from - 2];
  if (first.gap === 'space' && before.gap === 'space' && (before.key === 'of' || before.key === 'for')) return isCapital(left) && !givenNames.has(left?.key ?? '');
  return first.gap === 'break' && first.start - before.end < 4 && isCapital(before) && isPlain(before.key);
}

/** "World War I" is read as a name and a pronoun. */
function goesOnBehind(next: Word | undefined): boolean {
  return next?.gap === 'space' && (next.key === 'of' || /^\d+$/.test(next.key) || (next.key === 'i' && isCapital(next)));
}

/** Behind "Secretary of" stands an office, and behind that who holds it: "Secretary of Defense Chuck Hagel". */
function withoutOffice(words: readonly Word[], before: Span | undefined, span: Span): Span {
  if (before === undefined || !roles.has(words[before.to - 1]?.key ?? '')) return span;
  let { from } = span;
  while (from < span.to && officeWords.has(words[from]?.key ?? '')) from += 1;
  return { from, to: span.to };
}

const officeWords: ReadonlySet<string> = new Set(
  (
    'state defense defence treasury interior justice commerce labor labour education energy agriculture transportation ' +
    'veterans affairs homeland security housing urban development health human services army navy air force staff war ' +
    'national foreign intelligence'
  ).split(' '),
);

/** Of the names that begin here, all but the longest are inside it. */
function markInside(runs: readonly NameRun[], block: Block, from: number): NameRun[] {
  const same = runs.filter((run) => run.block === block && run.from === from);
  const longest = Math.max(...same.map(({ to }) => to));
  return runs.map((run) => (same.includes(run) && run.to < longest ? { ...run, inside: true } : run));
}

type CleanRun = Omit<NameRun, 'block' | 'inside'>;

/** The name in a run, without what stands before it: roles, "U.S.", the small word that begins the sentence. */
function cleanRun(words: readonly Word[], span: Span, isPlain: IsPlain): CleanRun | undefined {
  let { from } = span;
  const { to } = span;
  if (words[from]?.opens === true && begins(words, from, isPlain)) {
    // "Foreign Intelligence Surveillance Act" begins with a plain word too; "Asked Paul Ryan" does not end in one.
    if (isHead(words[to - 1]?.key ?? '') && !openingWords.has(words[from]?.key ?? '')) return undefined;
    from += 1;
  }
  const behindRole = afterRoles(words, from, to);
  const role = behindRole > from;
  from = behindRole;
  if (from >= to || to - from > longestRun) return undefined;
  if (words[from]?.key === 'us' && to - from > 2) from += 1;
  // "Obama-era", "Latter-day": the name goes on in small letters, or is part of another word.
  if (words[to]?.gap === 'hyphen' || !isName(words, { from, to }, role)) return undefined;
  return { from, to, key: keyOf(words, { from, to }), role, firm: isFirm(words, { from, to }) };
}

function begins(words: readonly Word[], at: number, isPlain: IsPlain): boolean {
  const { key = '', shape } = words[at] ?? {};
  return openingWords.has(key) || (!placeStarts.has(key) && shape === 'capital' && !honorifics.has(key) && !roles.has(key) && isPlain(key));
}

/** Where the name begins behind the last role in the run that has a person's name behind it. */
function afterRoles(words: readonly Word[], from: number, to: number): number {
  if (isHead(words[to - 1]?.key ?? '') && !honorifics.has(words[from]?.key ?? '')) return from;
  for (let at = to - 2; at >= from; at -= 1) {
    const key = words[at]?.key ?? '';
    // "General Motors", "Major League Baseball": what follows is no person.
    if (words[at + 1]?.gap === 'hyphen') continue;
    if (honorifics.has(key)) return at + 1;
    if (isHead(words[at + 1]?.key ?? '') && !givenNames.has(words[at + 1]?.key ?? '')) continue;
    if (roles.has(key) && (at === from || !rolesAndSurnames.has(key) || roles.has(words[at - 1]?.key ?? ''))) return at + 1;
  }
  return from;
}

function isName(words: readonly Word[], { from, to }: Span, role: boolean): boolean {
  const run = words.slice(from, to);
  const last = run.at(-1);
  if (last === undefined || honorifics.has(last.key) || (last.key.length < 2 && run.length < 3)) return false;
  if (nameSuffixes.has(last.key) && run.length < 3) return false;
  // "Deputy Assistant Secretary", "Mr. Speaker"; but "Rep. King" and "Stephen King".
  if (roles.has(last.key) && !(rolesAndSurnames.has(last.key) && (role || run.length > 1))) return false;
  if (run.every(({ key }) => isPeopleWord(key) || pageWords.has(key) || openingWords.has(key) || roles.has(key))) return false;
  if (run.some((word, at) => word.gap === 'hyphen' && at > 0 && isLabel(word, run[at - 1]))) return false;
  // "South African", "Middle Eastern".
  if (isPeopleWord(last.key) && !givenNames.has(run[0]?.key ?? '')) return false;
  if (run.length === 1 && (calendarWords.has(last.key) || wornOut.has(last.key))) return false;
  if (run.length === 2 && isPeopleWord(run[0]?.key ?? '') && bodies.has(last.key)) return false;
  if (new Set(run.map(({ key }) => key)).size < run.length) return false;
  if (pageWords.has(last.key) || run.some(({ key }) => key.length > longestWord)) return false;
  // Words in capitals throughout are shouted, or a heading; a single one or a short one is an acronym.
  return run.length === 1 ? !(last.shape === 'caps' && last.key.length > 6) : !run.every(({ shape, key }) => shape === 'caps' && key.length > 1) || run.every(({ key }) => key.length < 5);
}

/** "R-Iowa", "Post-ABC", "U.S.-Mexico": the hyphen sets two names side by side. */
function isLabel(word: Word, before: Word | undefined): boolean {
  return [word, before].some((each) => each !== undefined && (each.shape === 'caps' || each.key.length === 1) && each.key.length < 6) && word.key !== 'day';
}

/** Capitals of reverence and emphasis. */
const wornOut: ReadonlySet<string> = new Set(['god', 'internet', 'bible', 'lord', 'dr', 'tv', 'ok', 'pm', 'ph', 'us']);

/** "Republican Senate", "Democratic Caucus": a majority or a faction, no body of that name. */
const bodies: ReadonlySet<string> = new Set(['house', 'senate', 'congress', 'caucus', 'conference', 'leadership', 'administration', 'government', 'convention', 'debate', 'primary', 'primaries']);

/** A run that begins a sentence is firm if its second word too has a capital that says something. */
function isFirm(words: readonly Word[], { from, to }: Span): boolean {
  return words[from]?.opens !== true || (to - from > 1 && words[to - 1]?.opens !== true && to - from < 4 && !isHead(words[to - 1]?.key ?? ''));
}

function keyOf(words: readonly Word[], { from, to }: Span): string {
  let key = words[from]?.key ?? '';
  for (let at = from + 1; at < to; at += 1) key += ` ${words[at]?.key ?? ''}`;
  return key;
}
