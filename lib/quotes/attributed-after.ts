import { roles } from '../text/person-words';
import { phraseAt, runEnd, runStart, nameIn, isAdverb, type Party } from './noun-phrases';
import type { Token } from './paragraph-tokens';
import { auxiliaries, calendar, denials, passives, speechVerbs } from './speech-words';

/** Words that say whose a quote is. */
export interface Attribution {
  /** Undefined where they name nobody, or somebody in a way that is not understood: the quote is nobody else's then. */
  readonly party: Party | undefined;
  /** Where the verb stands, and where what was read ends. */
  readonly verb: number;
  readonly to: number;
}

/** The speaker, the clause is about: nobody else is quoted, read from or imitated in it. */
const imitated = /^(?:quoting|reading|citing|paraphrasing|reciting|echoing|mimicking|imitating|quoted|channeling|mocking)$/;
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
  return isForeign(tokens, attribution) ? { ...attribution, party: undefined } : attribution;
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

function isForeign(tokens: readonly Token[], { verb, to }: Attribution): boolean {
  if (isToldOn(tokens, Math.max(verb + 1, to))) return true;
  for (let at = verb + 1; at < tokens.length && at < verb + 40; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'quote' || /^[.;!?]$/.test(token.text)) return false;
    if (imitated.test(token.lower)) return true;
    if (saidBy.test(token.lower) && (tokens[at - 1]?.isCapital === true || tokens[at - 1]?.lower === 'as' || /^(?:him|her|them|he|she)$/.test(tokens[at - 1]?.lower ?? ''))) return true;
  }
  return false;
}

/** "Jones said Smith told him": the words are Smith's. */
function isToldOn(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.lower === 'that' ? at + 1 : at;
  const token = tokens[first];
  if (token?.kind !== 'word' || calendar.has(token.lower)) return false;
  // "Jones said he told him" is of himself.
  if (!token.isCapital) return false;
  const next = tokens[runEnd(tokens, first, tokens.length)];
  return next !== undefined && isSpeech(next);
}

function indexOf(tokens: readonly Token[], text: string, from: number): number {
  const found = tokens.findIndex((token, index) => index >= from && token.text === text);
  return found === -1 ? tokens.length : found;
}
