import { monthPattern, weekdayPattern } from './calendar-words';
import { reportLength } from './report';

/**
 * What reports call what happened. Only words that mean one occasion, at one place and time: not "vote" or "election", of which
 * reports name the next and the last; not "meeting" or "talks", of which a report names several.
 */
const plainNouns = [
  'hearing', 'trial', 'summit', 'verdict', 'ruling', 'sentencing', 'indictment', 'shooting', 'stabbing', 'bombing', 'explosion', 'earthquake', 'quake',
  'collision', 'derailment', 'wildfire', 'hurricane', 'landslide', 'eruption', 'funeral', 'wedding', 'ceremony', 'inauguration', 'news conference',
  'press conference', 'takeover', 'merger', 'acquisition', 'auction', 'heist', 'robbery', 'breakout', 'interview',
];
/** Verbs as well, or half of a phrase ("under fire"): they count behind an article or a possessive, not in a headline. */
const verbsAsWell = ['debate', 'arrest', 'raid', 'attack', 'blast', 'crash', 'fire', 'flood', 'storm', 'strike', 'walkout', 'protest', 'rally', 'riot', 'speech', 'launch', 'match'];

/** What a committee or a court sits for: two reports of one body on one day are of one sitting, though only one says what for. */
const sittings: readonly string[] = ['hearing', 'trial', 'debate'];
/** The full name of one. */
const body = /(?:\p{Lu}[\p{L}’'-]*\s+(?:(?:of|for|on|and|the)\s+)*){1,5}(?:Committee|Subcommittee|Court|Tribunal|Parliament|Assembly|Council|Commission|Inquiry)\b/gu;

/** The noun itself, not one half of another ("fire department", "attack ads") nor of a phrase ("opened fire", "heart attack"). */
const nouns = new RegExp(
  String.raw`\b(?:the|a|an|this|that|its|his|her|their|’s|'s)\s+(?:[\p{L}’'-]+\s+){0,3}?(?<!\b(?:open(?:s|ed|ing)?|return(?:s|ed|ing)?|under|of|heart|panic|friendly)\s+)(${[...plainNouns, ...verbsAsWell].join('|')})\b(?=\s*(?:[,.;:!?)\]”"’—–-]|$)|\s+(?:on|in|at|of|that|which|who|was|were|is|are|has|had|have|said|by|before|after|when|where|while|and|or|but|for|to|with|from|as|late|early|over|into|near|outside|against|since|killed|left|began|ended|lasted|came|will|would|could|${weekdayPattern})\b)`,
  'giu',
);
/** Another one: "an earlier hearing", "his hearing in January". */
const otherOne = new RegExp(String.raw`\b(?:earlier|previous|last|next|past|former|another|similar|second|third|first|in (?:${monthPattern})|in (?:19|20)\d\d)\b`, 'i');
/** So much behind the noun says when it was. UTF-16 units. */
const afterNoun = 16;

/** What a report calls what happened, and who sat. */
export interface EventWords {
  /** Each name with how often; what is at the head counts more. */
  readonly names: ReadonlyMap<string, number>;
  readonly bodies: ReadonlySet<string>;
}

const headLength = 400;

/** By what names a report in English calls what happened, without what it goes back to. Linear in the text's length. */
export function eventWords(title: string, text: string): EventWords {
  const found = new Map<string, number>();
  const note = (name: string, weight: number) => found.set(name, (found.get(name) ?? 0) + weight);
  // Headlines leave articles out.
  for (const [word] of title.matchAll(/[\p{L}]+/gu)) if (plainNouns.includes(word.toLowerCase())) note(word.toLowerCase(), 2);
  for (const match of text.slice(0, reportLength).matchAll(nouns)) {
    if (otherOne.test(text.slice(match.index, match.index + match[0].length + afterNoun))) continue;
    note((match[1] ?? '').toLowerCase(), match.index < headLength ? 2 : 1);
  }
  return { names: found, bodies: new Set(Array.from(`${title}\n${text.slice(0, reportLength)}`.matchAll(body), ([name]) => name)) };
}

/** Once in the head, or twice. */
const leastWeight = 2;

/**
 * What to call the event that two reports of one event report: as both call it, or as one does where both name the committee
 * or court that sat. Undefined where they do not agree on one.
 */
export function sharedEventName(one: EventWords, other: EventWords): string | undefined {
  const both = [...one.names].flatMap(([name, weight]) => {
    const otherWeight = other.names.get(name) ?? 0;
    return Math.min(weight, otherWeight) >= leastWeight ? [{ name, weight: weight + otherWeight }] : [];
  });
  const [first, second] = both.sort((a, b) => b.weight - a.weight);
  // Where two are as likely, neither is told.
  if (first) return second?.weight === first.weight ? undefined : first.name;
  if (![...one.bodies].some((name) => other.bodies.has(name))) return undefined;
  const [sitting, another] = sittings.filter((name) => one.names.has(name) || other.names.has(name));
  return another === undefined ? sitting : undefined;
}
