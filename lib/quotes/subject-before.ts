import { roles } from '../text/person-words';
import { someone } from './name-words';
import { actsOnSomebody, genderOfPronoun, isAdverb, isDeterminer, nameIn, runStart, type Party } from './noun-phrases';
import type { Token } from './paragraph-tokens';
import { auxiliaries, calendar, denials, hearingVerbs, openers, passives, prepositions } from './speech-words';

const phraseWords = /^(?:of|for|at|from|in|with|on|by|to|about|near|outside|inside|under|over)$/;

/**
 * Who does what the verb says, read backwards from it, no further than `from`. Undefined for whoever is only spoken to,
 * who did not say it, for joint subjects and for relative clauses.
 */
export function subjectBefore(tokens: readonly Token[], verb: number, from: number): Party | undefined {
  let at = verb - 1;
  for (; at >= from; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    if (denials.has(token.lower) || token.lower === 'to') return undefined;
    if (passives.has(token.lower) && (hearingVerbs.has(tokens[verb]?.lower ?? '') || token.lower === 'is')) return undefined;
    if (calendar.has(token.lower) && /^(?:on|last|this|early|late)$/.test(tokens[at - 1]?.lower ?? '')) {
      at--;
      continue;
    }
    if (!(auxiliaries.has(token.lower) || passives.has(token.lower) || isAdverb(token))) break;
  }
  return partyEndingAt(tokens, { end: at, from }, 0);
}

function partyEndingAt(tokens: readonly Token[], { end, from }: { readonly end: number; readonly from: number }, depth: number): Party | undefined {
  const token = tokens[end];
  if (!token || end < from || depth > 3) return undefined;
  if (token.text === ')') {
    const open = lastIndexOf(tokens, '(', { before: end, from });
    return open === undefined ? undefined : partyEndingAt(tokens, { end: open - 1, from }, depth + 1);
  }
  if (token.text === ',') return depth === 0 ? beforeApposition(tokens, end, from) : undefined;
  if (dash.test(token.text)) return depth === 0 ? beforeDashes(tokens, end, from) : undefined;
  if (token.kind !== 'word' || token.isPossessive) return undefined;
  const gender = genderOfPronoun(token);
  if (gender) return isClause(tokens, end, from) ? { kind: 'pronoun', at: end, gender } : undefined;
  const start = token.isCapital ? runStart(tokens, end + 1, from) : roleStart(tokens, end, from);
  if (start === undefined) return undefined;
  const owned = ownerStart(tokens, start, from);
  const first = isDeterminer(tokens[owned - 1]) && owned - 1 >= from ? owned - 1 : owned;
  const left = first > from ? tokens[first - 1] : undefined;
  if (left && phraseWords.test(left.lower) && !(token.isCapital && isOpener(tokens, start, from))) {
    return partyEndingAt(tokens, { end: first - 2, from }, depth + 1);
  }
  if (!isClause(tokens, first, from)) return undefined;
  const name = token.isCapital ? nameIn(tokens, start, end + 1) : undefined;
  if (name) return { kind: 'name', ...name };
  if (!/^the$/i.test(tokens[first]?.text ?? '')) return undefined;
  return { kind: 'role', at: first, words: tokens.slice(first + 1, end + 1).map(({ lower }) => lower) };
}

const dash = /^[–—]$/;

/** "Jones – once a nurse – said": the name before the dash that opens what stands between. */
function beforeDashes(tokens: readonly Token[], close: number, from: number): Party | undefined {
  const open = tokens.findLastIndex(({ text, kind }, at) => at < close && (dash.test(text) || kind === 'quote' || /^[.;:!?]$/.test(text)));
  return open > from && close - open < 30 && dash.test(tokens[open]?.text ?? '') ? partyEndingAt(tokens, { end: open - 1, from }, 1) : undefined;
}

/** "Jones, who sits in front, said": the name before the comma that opens what stands between. */
function beforeApposition(tokens: readonly Token[], close: number, from: number): Party | undefined {
  for (let at = close - 1; at > from && close - at < 30; at--) {
    const token = tokens[at];
    if (!token || token.kind === 'quote' || /^[.;:!?]$/.test(token.text)) return undefined;
    if (token.text !== ',') continue;
    if (/^(?:and|or|but)$/.test(tokens[at + 1]?.lower ?? '')) return undefined;
    const before = tokens[at - 1];
    // "Springfield, Ohio, said": the comma belongs to a place; go on to the left of it.
    if (before?.kind !== 'word' && before?.text !== ')') return undefined;
    const named = holderNamed(tokens, { comma: at, close }, from);
    if (named) return named;
    return partyEndingAt(tokens, { end: at - 1, from }, 1);
  }
  return undefined;
}

/** "Jones’s lawyer, Ann Lee, said": the name between the commas, where the office before them begins a clause. */
function holderNamed(tokens: readonly Token[], { comma, close }: { readonly comma: number; readonly close: number }, from: number): Party | undefined {
  const office = tokens[comma - 1];
  if (!office || office.isCapital || !(someone.has(office.lower) || roles.has(office.lower))) return undefined;
  if (runStart(tokens, close, comma + 1) !== comma + 1) return undefined;
  let start = comma - 1;
  while (start > from && comma - start < 9 && tokens[start - 1]?.kind === 'word') {
    if (prepositions.has(tokens[start - 1]?.lower ?? '')) return undefined;
    start--;
  }
  if (start > from && tokens[start - 1]?.text !== ',') return undefined;
  const name = nameIn(tokens, comma + 1, close);
  return name && { kind: 'name', ...name };
}

/** Where "Emily’s" begins in "Emily’s List", else where the name itself does. */
function ownerStart(tokens: readonly Token[], start: number, from: number): number {
  let first = start;
  if (tokens[first - 1]?.isPossessive === true && tokens[first - 1]?.isCapital === true) {
    first--;
    while (first > from && tokens[first - 1]?.isCapital === true && tokens[first - 1]?.isPossessive === false) first--;
  }
  return Math.max(first, from);
}

/** Up to five small words, the first behind "the". */
function roleStart(tokens: readonly Token[], end: number, from: number): number | undefined {
  for (let at = end; at > from && end - at < 5; at--) {
    if (tokens[at]?.kind !== 'word') return undefined;
    if (isDeterminer(tokens[at - 1])) return at;
  }
  return undefined;
}

/** Whether a clause may begin here: whoever is joined by "and" to somebody else, or stands behind "that", does not. */
function isClause(tokens: readonly Token[], at: number, from: number): boolean {
  const left = at > from ? tokens[at - 1] : undefined;
  if (isInRelative(tokens, at, from) || isActedOn(tokens, at, from)) return false;
  if (left?.kind !== 'word' || !/^(?:and|or|nor|&)$/.test(left.lower)) return true;
  const further = at - 1 > from ? tokens[at - 2] : undefined;
  return further?.kind !== 'word';
}

/** "An actor playing Jones said", "a man pretending to be Jones said", "everyone but Jones said". */
function isActedOn(tokens: readonly Token[], at: number, from: number): boolean {
  const [before, left] = at - 1 > from ? [tokens[at - 2], tokens[at - 1]] : [];
  if (before?.kind !== 'word' || left?.kind !== 'word' || left.isCapital) return false;
  if (actsOnSomebody(tokens, at - 1) || left.lower === 'except') return true;
  if (left.lower === 'but') return /^(?:all|everyone|everybody|anyone|anybody|nobody|none|one)$/.test(before.lower);
  return (left.lower === 'be' && before.lower === 'to') || /^(?:impersonating|portraying|parodying)$/.test(left.lower);
}

/** "A man who met Jones said": the name is of a clause of its own. */
function isInRelative(tokens: readonly Token[], at: number, from: number): boolean {
  for (let left = at - 1; left >= from && tokens[left]?.kind === 'word'; left--) {
    if (/^(?:who|whom|whose|which)$/.test(tokens[left]?.lower ?? '')) return true;
  }
  return false;
}

/** The capital is the sentence's own: "In Jones said". */
function isOpener(tokens: readonly Token[], start: number, from: number): boolean {
  return start === from && openers.has(tokens[start]?.lower ?? '');
}

function lastIndexOf(tokens: readonly Token[], text: string, { before, from }: { readonly before: number; readonly from: number }): number | undefined {
  for (let at = before - 1; at >= from; at--) if (tokens[at]?.text === text) return at;
  return undefined;
}
