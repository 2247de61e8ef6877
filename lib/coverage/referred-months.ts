import { monthNames, monthPattern } from './calendar-words';

/** "May" and "March" are words, too: a month has a preposition or a day beside it. */
const inMonth = new RegExp(
  `\\b(?:(?:[Ii]n|[Ss]ince|[Ll]ast|[Bb]y|[Uu]ntil|[Ff]rom|[Oo]n|of|to|[Bb]etween|[Dd]uring|[Aa]fter|[Bb]efore)\\s+(?:early\\s+|late\\s+|mid-)?|\\d{1,2}\\s+)(${monthPattern})\\b,?(?:\\s+\\d{1,2}\\b,?)?(?:\\s+(\\d{4})\\b)?`,
  'g',
);

/** "Wrote to May", "a letter from April Ryan", "of Theresa May": where the preposition is one that people take, too. */
const personal = /^(?:on|by|from|of|to|between|after|before)\b/i;
/** Names of months that are names of people as well. */
const given = /^(?:April|May|June|August)$/;
const trust = /\b(?:confidence|faith|trust|belief)\s*$/i;
/** What is still to come: "will begin in March". The sentence so far. */
const toCome = /\b(?:will|would|next|due|scheduled|slated|upcoming|(?:expected|set|plans?|planned|hopes?|intends?) (?:to|for))\b[^.!?;\n]*$/i;
const past = /\b(?:was|were|had|did|has|have)\b/i;
const lookBack = 80;

/**
 * The months that an English article goes back to ("in March", "on 10 January 2017"), as "2017-03", with the month's
 * name. One without a year is the last of that name before the article, unless it is told as to come; the article's own
 * month is none.
 */
export function referredMonths(text: string, published: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const own = published.slice(0, 7);
  const ownYear = Number(published.slice(0, 4));
  for (const match of text.matchAll(inMonth)) {
    const [whole, name = '', written] = match;
    const lead = text.slice(Math.max(0, match.index - lookBack), match.index);
    if (!/\d/.test(whole) && (isPerson(text, match, lead) || isToCome(lead, whole))) continue;
    const month = String(monthNames.indexOf(name) + 1).padStart(2, '0');
    const year = written ?? String(`${ownYear}-${month}` <= own ? ownYear : ownYear - 1);
    const key = `${year}-${month}`;
    if (key < own) found.set(key, name);
  }
  return found;
}

function isPerson(text: string, { index, 0: whole, 1: name = '' }: RegExpMatchArray, lead: string): boolean {
  if (!given.test(name)) return false;
  const after = text.slice((index ?? 0) + whole.length);
  if (/^['’]s\b/.test(after) || trust.test(lead)) return true;
  return personal.test(whole) && (/^\s+\p{Lu}\p{Ll}/u.test(after) || isNamedSo(text, name));
}

/** "Theresa May", "Mrs May", "May said": a person of the text. */
function isNamedSo(text: string, name: string): boolean {
  return new RegExp(`(?:\\b(?!(?:In|On|By|Of|To|From|Since|Last|Until|During|After|Before|Between|Early|Late|And|But|This|Next|Of|The)\\b)\\p{Lu}[\\p{L}]+\\.?\\s${name}|\\b${name}\\s(?:said|says|told|was asked))\\b`, 'u').test(text);
}

function isToCome(lead: string, whole: string): boolean {
  const [coming] = toCome.exec(lead) ?? [];
  return coming !== undefined && !past.test(coming) && !/^last\b/i.test(whole);
}
