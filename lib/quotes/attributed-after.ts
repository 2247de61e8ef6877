import { roles } from '../text/person-words';
import { genderOf } from './name-words';
import { genderOfPronoun, isAdverb, isDeterminer, nameIn, phraseAt, runEnd, runStart, type Party } from './noun-phrases';
import type { Token } from './paragraph-tokens';
import { auxiliaries, calendar, denials, hearingVerbs, passives, speechVerbs, tales } from './speech-words';

/** Words that say whose a quote is. */
export interface Attribution {
  /** Undefined where they name nobody, or somebody in a way that is not understood: the quote is nobody else's then. */
  readonly party: Party | undefined;
  /** Where the verb stands, and where what was read ends. */
  readonly verb: number;
  readonly to: number;
}

/** The speaker, the clause is about: nobody else is quoted, read from or imitated in it. */
const imitated = /^(?:quoting|reading|citing|paraphrasing|reciting|echoing|mimicking|imitating|quoted|channeling|mocking|parroting)$/;
const saidBy = /^(?:saying|telling|asking|replying)$/;
const ofPhrases = /^(?:of|for|at|from|in|with|on|by|after|before|during)$/;

/** "…," said Jones; "…," Jones said; "…," the senator, who sits in front, said; "…," according to Jones. */
export function attributedAfter(tokens: readonly Token[], quote: number): Attribution | undefined {
  // What is quoted within ends with a mark of its own.
  const inner = (tokens[quote]?.text ?? '').replace(/['’"”]+$/, '');
  let at = quote + 1;
  const hasMark = tokens[at]?.text === ',' || /^[–—-]$/.test(tokens[at]?.text ?? '');
  const closing = inner.at(-1) ?? '';
  if (!hasMark && !/[,?!–—…-]/.test(closing) && !inner.endsWith('...')) return undefined;
  if (hasMark) at++;
  const attribution = readClause(tokens, at) ?? (hasMark && quote === 0 ? signature(tokens, at) : undefined);
  if (!attribution) return undefined;
  // "Why?" Jones said nothing.
  if (!hasMark && /[?!]/.test(closing) && goesOn(tokens, attribution)) return undefined;
  return isForeign(tokens, attribution) || isImitation(tokens.slice(quote + 1, attribution.verb)) ? { ...attribution, party: undefined } : attribution;
}

/** A quote that is set apart: "…" — Ann Lee, chief executive. */
function signature(tokens: readonly Token[], from: number): Attribution | undefined {
  if (!/^[–—]$/.test(tokens[from - 1]?.text ?? '') || !isWhole(tokens[0]?.text ?? '')) return undefined;
  const { party, to } = phraseAt(tokens, from);
  if (party?.kind !== 'name' || party.from !== from || party.to - party.from < 2 || party.to !== to) return undefined;
  const isRestVerbless = !tokens.slice(to).some((token) => isVerbal(token) || token.kind === 'quote');
  return isRestVerbless && /^[,(]?$/.test(tokens[to]?.text ?? '') ? { party, verb: from - 1, to } : undefined;
}

function isWhole(text: string): boolean {
  return /[.!?]$/.test(text) && text.split(/\s+/).length > 3;
}

function readClause(tokens: readonly Token[], at: number): Attribution | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  if (first.lower === 'according' && tokens[at + 1]?.lower === 'to') return accordingTo(tokens, at);
  if (isSpeech(first)) return afterVerb(tokens, at);
  // "…," as Ann Lee put it.
  if (first.lower === 'as') {
    const put = subjectFirst(tokens, at + 1);
    return put && /^put-it|^puts-it|^said$|^noted$/.test(tokens[put.verb]?.lower ?? '') ? put : undefined;
  }
  // "a déclaré …", "hat … gesagt"
  const second = tokens[at + 1];
  if (/^(?:a|ont|avait|avaient)$/.test(first.lower) && second && isSpeech(second) && /é$|dit$/.test(second.lower)) return afterVerb(tokens, at + 1);
  return subjectFirst(tokens, at);
}

/** "said Jones", "said a spokesman for the party, Ann Lee". */
function afterVerb(tokens: readonly Token[], verb: number): Attribution {
  let from = verb + 1;
  while (isAdverb(tokens[from])) from++;
  const { party, to } = phraseAt(tokens, from);
  // "…," says Lee was right: somebody else says it.
  if (party?.kind === 'name' && beginsClause(tokens[to])) return { party: undefined, verb, to };
  if (party?.kind === 'name') return isJoined(tokens, to) || isInterrupted(tokens, to) ? { party: undefined, verb, to } : { party, verb, to };
  const beside = to > from ? appositionAfter(tokens, to) : undefined;
  return beside ? { party: beside, verb, to: beside.to } : { party: party?.kind === 'role' && isJoined(tokens, to) ? undefined : party, verb, to };
}

/** A name between commas behind a description: ", Ann Lee." */
function appositionAfter(tokens: readonly Token[], from: number): Extract<Party, { kind: 'name' }> | undefined {
  let at = from;
  while (at - from < 12 && tokens[at]?.kind === 'word') at++;
  if (tokens[at]?.text !== ',') return undefined;
  const { party, to } = phraseAt(tokens, at + 1);
  if (party?.kind !== 'name' || party.from !== at + 1) return undefined;
  const next = tokens[to];
  return next === undefined || /^[.,;]$/.test(next.text) ? party : undefined;
}

/** "Jones, who sits in front, later said". */
function subjectFirst(tokens: readonly Token[], from: number): Attribution | undefined {
  const phrase = phraseAt(tokens, from);
  let { party } = phrase;
  if (phrase.to === from) return undefined;
  let at = phrase.to;
  const end = Math.min(tokens.length, from + 60);
  let isDenied = false;
  while (at < end) {
    const token = tokens[at];
    if (!token || token.kind === 'quote') return undefined;
    if (isSpeech(token)) {
      return { party: isDenied ? undefined : party, verb: at, to: at + 1 };
    }
    if (token.text === '(') {
      at = indexOf(tokens, ')', at) + 1;
    } else if (token.text === ',') {
      const close = indexOf(tokens, ',', at + 1);
      const inside = tokens.slice(at + 1, close);
      if (close >= end || inside.length === 0 || /^(?:and|or|but)$/.test(inside[0]?.lower ?? '')) return undefined;
      if (inside.some(({ kind, text }) => kind === 'quote' || text === '.' || text === ';')) return undefined;
      if (party?.kind !== 'name') party = nameAlone(tokens, at + 1, close) ?? party;
      at = close + 1;
    } else if (ofPhrases.test(token.lower)) {
      at++;
      const inside = at;
      while (at < end && at - inside < 10 && tokens[at]?.kind === 'word' && !isVerbal(tokens[at])) at++;
      if (at === inside) return undefined;
      // "Department of the Environment director Ann Lee": hers is the last name of such a phrase.
      const named = runStart(tokens, at, inside);
      const office = tokens[named - 1];
      if (party?.kind === 'name' && token.lower === 'of' && named < at && named > inside && office?.isCapital === false && roles.has(office.lower)) party = nameAlone(tokens, named, at);
    } else if (denials.has(token.lower) || passives.has(token.lower)) {
      isDenied = true;
      at++;
    } else if (auxiliaries.has(token.lower) || isAdverb(token)) {
      at++;
    } else {
      return undefined;
    }
  }
  return undefined;
}

function nameAlone(tokens: readonly Token[], from: number, to: number): Party | undefined {
  if (runStart(tokens, to, from) !== from) return undefined;
  const name = nameIn(tokens, from, to);
  return name && { kind: 'name', ...name };
}

/** What papers and reports "say" is not spoken: only what is surely a person counts here. */
function accordingTo(tokens: readonly Token[], at: number): Attribution {
  const { party, to } = phraseAt(tokens, at + 2);
  const isPerson = party?.kind === 'name' && party.to - party.from > 1 && party.from === at + 2;
  const next = tokens[to];
  const isWhole = next === undefined || /^[.,;(]$/.test(next.text);
  return { party: isPerson && isWhole ? party : undefined, verb: at, to };
}

function isSpeech(token: Token): boolean {
  return token.kind === 'word' && !token.isCapital && speechVerbs.has(token.lower);
}

function isVerbal(token: Token | undefined): boolean {
  return token !== undefined && (isSpeech(token) || auxiliaries.has(token.lower) || passives.has(token.lower) || denials.has(token.lower));
}

function beginsClause(token: Token | undefined): boolean {
  return token !== undefined && !/^(?:also|if|whether|unless)$/.test(token.lower) && (auxiliaries.has(token.lower) || passives.has(token.lower) || denials.has(token.lower));
}

/** "said Jones and Smith": whose words these are cannot be told. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  return /^(?:and|or|&)$/.test(tokens[at]?.lower ?? '') && (tokens[at + 1]?.isCapital === true || tokens[at + 1]?.lower === 'the');
}

/** "said Acme, +0.4% economist Ann Lee": what stands behind the comma is no part of a sentence. */
function isInterrupted(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.text === ',' && next?.kind === 'mark' && next.text !== ',';
}

/** Whether the verb has an object or a clause of its own, so that it does not speak of the quote before it. */
function goesOn(tokens: readonly Token[], { verb, to }: Attribution): boolean {
  const next = tokens[Math.max(verb + 1, to)];
  if (to > verb + 1 || next?.kind !== 'word') return false;
  return (next.isCapital && !calendar.has(next.lower)) || /^(?:that|nothing|it|he|she|they|there|the|a|an|his|her|this|no|some|many|we|i|you)$/.test(next.lower);
}

function isForeign(tokens: readonly Token[], attribution: Attribution): boolean {
  if (isToldOn(tokens, attribution)) return true;
  const { verb, to } = attribution;
  if (isPart(tokens, Math.max(verb + 1, to))) return true;
  for (let at = verb + 1; at < tokens.length && at < verb + 40; at++) {
    const token = tokens[at];
    // "In Smith v. Jones, quoting …"
    if (!token || token.kind === 'quote' || (/^[.;!?]$/.test(token.text) && !/^vs?$/.test(tokens[at - 1]?.lower ?? ''))) return false;
    if (imitated.test(token.lower) || isAnothersWord(tokens, at)) return true;
    if (saidBy.test(token.lower) && (tokens[at - 1]?.isCapital === true || tokens[at - 1]?.lower === 'as' || /^(?:him|her|them|he|she)$/.test(tokens[at - 1]?.lower ?? ''))) return true;
  }
  return false;
}

/** "In the clerk’s words", "in Smith’s voice", "in the words of Smith", "played by Smith". */
function isAnothersWord(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]?.lower ?? ''];
  if (token?.isPossessive === true && tokens[at + 1]?.isCapital === false) return /^(?:words|voice|answer|line|phrase|advice|motto)$/.test(next);
  return (token?.lower === 'words' && next === 'of') || (/^(?:played|voiced|portrayed)$/.test(token?.lower ?? '') && next === 'by');
}

/** "Says Jones in the film", "says Jones as King Lear". */
function isPart(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.lower;
  if (first === 'as' && tokens[at + 1]?.isCapital === true) return /^(?:[.,]?|in)$/.test(tokens[runEnd(tokens, at + 1, tokens.length)]?.lower ?? '');
  // "Wrote Jones for Smith to say."
  const reader = first === 'for' && tokens[at + 1]?.isCapital === true ? runEnd(tokens, at + 1, tokens.length) : undefined;
  if (reader !== undefined) return tokens[reader]?.lower === 'to' && /^(?:say|read|sing|speak|deliver|recite)$/.test(tokens[reader + 1]?.lower ?? '');
  if (first !== 'in') return false;
  const rest = tokens.slice(at, at + 8);
  const end = rest.findIndex(({ kind }) => kind !== 'word');
  return rest.slice(0, end === -1 ? rest.length : end).some(({ lower }) => tales.test(lower));
}

/** "Jones, quoting Smith, said". */
function isImitation(between: readonly Token[]): boolean {
  return between.some(({ lower }, at) => imitated.test(lower) && between[at - 1]?.text === ',');
}

/** "Jones said Smith told him", "said her client had told her", "recalled his father saying": the words are not Jones's. */
function isToldOn(tokens: readonly Token[], { party, verb, to }: Attribution): boolean {
  const at = Math.max(verb + 1, to);
  const first = tokens[at]?.lower === 'that' ? at + 1 : at;
  const token = tokens[first];
  if (token?.kind !== 'word' || calendar.has(token.lower)) return false;
  // "Jones claims to have been told."
  if (token.lower === 'to' && tokens[first + 1]?.lower === 'have' && tokens[first + 2]?.lower === 'been' && hearingVerbs.has(tokens[first + 3]?.lower ?? '')) return true;
  // "Jones said he was told."
  if (genderOfPronoun(token) && passives.has(tokens[first + 1]?.lower ?? '') && hearingVerbs.has(tokens[first + 2]?.lower ?? '')) return true;
  const end = tellerEnd(tokens, first, party);
  if (end === undefined) return false;
  if (recalling.test(tokens[verb]?.lower ?? '') && tokens.slice(first, end + 1).some(({ lower }) => retold.test(lower))) return true;
  let next = end;
  while (isPast(tokens[next])) next++;
  const told = tokens[next];
  if (!told) return false;
  return isSpeech(told) || (assuring.test(told.lower) && /^(?:him|her|them|me|us)$/.test(tokens[next + 1]?.lower ?? '')) || /^reads?$/.test(tokens[end - 1]?.lower ?? '') || (told.lower === 'say' && next > end);
}

/** Verbs of speech that need somebody who is spoken to. */
const assuring = /^(?:assured|reassured|informed|instructed|ordered|begged|reminded|emailed|messaged|phoned)$/;
const recalling = /^(?:recalled|recalls|recounted|recounts|reported|reports)$/;
const retold = /^(?:saying|telling|shouting|yelling|screaming|asking|warning)$/;

/** Where the words for whoever else may have said it end. */
function tellerEnd(tokens: readonly Token[], from: number, party: Party | undefined): number | undefined {
  const token = tokens[from];
  if (token?.isCapital === true) return runEnd(tokens, from, tokens.length);
  const gender = token && genderOfPronoun(token);
  if (gender) {
    // "Jones said he told him" is of himself, "Ann Lee said he told her" is not.
    const own = party?.kind === 'name' ? genderOf(tokens.slice(party.from, party.to).map(({ lower }) => lower)) : undefined;
    return own !== undefined && own !== gender ? from + 1 : undefined;
  }
  if (!isDeterminer(token)) return undefined;
  const { to } = phraseAt(tokens, from);
  return to > from + 1 && !tokens.slice(from, to).some(({ lower }) => /^(?:he|she|they|it|we|i|you)$/.test(lower)) ? to : undefined;
}

function isPast(token: Token | undefined): boolean {
  return token !== undefined && (auxiliaries.has(token.lower) || isAdverb(token) || /^(?:used|to)$/.test(token.lower));
}

function indexOf(tokens: readonly Token[], text: string, from: number): number {
  const found = tokens.findIndex((token, index) => index >= from && token.text === text);
  return found === -1 ? tokens.length : found;
}
