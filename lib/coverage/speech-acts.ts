import { monthNames, monthPattern, weekdays } from './calendar-words';
import { escapeForPattern } from './escape-for-pattern';
import { readTerms } from './terms';

/** What somebody does by saying something, as a reader would call it. */
export type SpeechActKind = 'denial' | 'promise' | 'admission' | 'apology' | 'guilty plea' | 'warning' | 'accusation';

/** Something that somebody said, as far as it can be told what that does. */
export interface SpeechAct {
  readonly kind: SpeechActKind;
  /** The words of what it is about. */
  readonly about: ReadonlySet<string>;
}

/**
 * Verbs by which reports say what was done. Few on purpose: only those whose object is what was denied or promised, and of
 * which a reader would agree that this is what happened. Who was denied bail or entry denied nothing.
 */
const verbs: readonly (readonly [SpeechActKind, string])[] = [
  ['denial', String.raw`(?:den(?:y|ies|ied)(?!\s+(?:bail|entry|access|parole|permission|boarding|a visa|the request|the motion))|reject(?:s|ed)?\s+(?:the\s+|any\s+)?(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?)|disput(?:es|ed))`],
  ['promise', 'promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)'],
  ['admission', 'admit(?:s|ted)|conced(?:es|ed)|acknowledg(?:es|ed)|confess(?:es|ed)'],
  ['apology', 'apologi[sz](?:es|ed)'],
  ['guilty plea', String.raw`(?:pleads|pleaded|pled)\s+guilty`],
  ['warning', 'warn(?:s|ed)'],
  ['accusation', 'accus(?:es|ed)'],
];
const speaking = '(?:sa(?:ys|id)|t(?:ells|old)|assur(?:es|ed)|testif(?:ies|ied)|insist(?:s|ed)|maintain(?:s|ed)|swears?|swore|stat(?:es|ed))';
/** "He had never met", "she did not take": of one's own past. Not knowing, wishing or having decided is no denial. */
const notDone = String.raw`(?:he|she|they)\s+(?:(?:had|has|have)\s+(?:had\s+)?(?:never|not(?!\s+yet)|no(?=\s+(?:contacts?|communications?|connections?|dealings|involvement|knowledge|part|role|relations|relationships?|ties|links|meetings?|conversations?|discussions?)\b))|(?:did|was|were)\s+(?:not|never)|didn['’]t|wasn['’]t|never)\b(?!\s+(?:yet|know|known|sure|aware|certain|remember(?:ed)?|recall(?:ed)?|think|thought|believe|want(?:ed)?|expect(?:ed)?|see|like|plan|intend|mean|need|care|regret|understand|support|agree|decided|seen|heard|been (?:told|asked|consulted|briefed)|ready|going|able)\b)`;
const between = String.raw`(?:,(?!\s*(?:said|says)\b)[^,.;]{1,60},)?\s+(?<when>(?:(?:also|again|once|later|then|flatly|repeatedly|firmly|strongly|publicly|formally|vehemently|categorically|has|had|on|last|this|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year)\s+){0,4})`;
/** "Critics of Okoro denied it." */
const notSubject = String.raw`(?<!\b(?:of|with|by|to|from|for|against|about|than|like|over)\s+(?:\p{Lu}[\p{L}.’'-]*\s+){0,3})`;
const anyAct = new RegExp(String.raw`\b(?:${verbs.map(([, pattern]) => pattern).join('|')})\b|\b${notDone}`, 'i');
/** A headline has no full stop behind it. Abbreviations cut a sentence short, which only loses some of what it is about. */
const sentenceEnd = /(?<=[.!?]["”’]?)\s+(?=["“‘]?\p{Lu})|\n+/u;
/** Words by which a report says that something was said before what it reports. */
const before = new RegExp(String.raw`\b(?:had|has|have|earlier|previously|ago|last (?:week|month|year)|in (?:${monthPattern}))\b`, 'i');

/**
 * Tells what somebody denied, promised, admitted and the like, as texts in English say. Linear in a text's length; one
 * without such a verb costs one look.
 * @param surname as reports call the speaker; empty for what does not speak
 */
export function actReader(surname: string, { goesBack }: {
  /** What the text goes back to counts as well, and "he" is taken for the speaker; else only what it reports itself. */
  readonly goesBack: boolean;
}): (text: string) => SpeechAct[] {
  if (surname === '') return () => [];
  const own = escapeForPattern(surname);
  const subject = String.raw`(?<![\p{L}-])${notSubject}${goesBack ? `(?:${own}|[Hh]e|[Ss]he)` : own}(?![\p{L}’'-])${between}`;
  const patterns = [
    ...verbs.map(([kind, pattern]) => ({ kind, pattern: new RegExp(`${subject}(?:${pattern})(?![\\p{L}-])`, 'u') })),
    { kind: 'denial' as const, pattern: new RegExp(`${subject}${speaking}\\b[^.;“”"]{0,80}?\\b${notDone}`, 'u') },
  ];
  const unsaid = new Set(readTerms(`${surname} ${emptyWords}`).map(({ term }) => term));
  const actsIn = (sentence: string): SpeechAct[] =>
    patterns.flatMap(({ kind, pattern }) => {
      const match = pattern.exec(sentence);
      if (!match) return [];
      const lead = sentence.slice(0, match.index) + (match.groups?.when ?? '');
      if (!goesBack && before.test(lead)) return [];
      const terms = readTerms(sentence.slice(match.index)).map(({ term }) => term);
      return [{ kind, about: new Set(terms.filter((term) => !unsaid.has(term) && !/^\d/.test(term))) }];
    });
  return (text) => {
    if (!anyAct.test(text) || !text.includes(surname)) return [];
    // "He" is whoever was named last, as far as that can be told: not when that is two sentences ago.
    return text.split(sentenceEnd).flatMap((sentence, at, all) => (sentence.includes(surname) || all[at - 1]?.includes(surname) === true ? actsIn(sentence) : []));
  };
}

/** So many words must be of both for two to be about the same; where so many are and no others, it is a sentence that every report repeats. */
const leastShared = 2;
const repeated = 5;

/** The first of the acts that is of the same kind and about the same as one of the others. */
export function sameAct(acts: readonly SpeechAct[], others: readonly SpeechAct[]): SpeechAct | undefined {
  return acts.find((act) => others.some(({ kind, about }) => {
    if (kind !== act.kind) return false;
    const shared = [...about].filter((term) => act.about.has(term)).length;
    return shared >= leastShared && !(shared >= repeated && shared === about.size && shared === act.about.size);
  }));
}

/** They say that something was said and when, not what about. */
const emptyWords =
  'denies denied deny promises promised pledges pledged vows vowed admits admitted concedes conceded acknowledges acknowledged apologises apologised apologized ' +
  'pleads pleaded guilty warns warned accuses accused says tells told assures assured testifies testified insists insisted had never did not ' +
  'didn’t wasn’t anything nothing something anyone nobody somebody thing people time way fact week month year day ' +
  [...weekdays, ...monthNames.filter((name) => name !== 'May')].join(' ');
