import type { EntityKind } from '../model/entity';
import { nameSuffixes } from '../text/person-words';
import { cueKinds } from './kind-cues';
import type { NameRecord } from './learning-state';
import { isHead, needsMore, surnamesToo, eventHeads, eventStarts, givenNames, organisationHeads, placeHeads, placeStarts, topicHeads, workHeads } from './name-kinds';

/** Shares of the articles with a name, from which on what stands around it tells its kind. */
const shares = { role: 0.15, soleRole: 0.3, person: 0.25, place: 0.25, placeAlone: 0.5, organisation: 0.15, acronym: 0.08, event: 0.2, work: 0.2, the: 0.4 } as const;

/** A name that many articles have is seldom shown for what it is, but then always alike: so many must, and so many times as many as show another kind. */
const clear = { articles: 10, share: 0.1, lead: 4 } as const;

/** So many articles must show a person by what stands around the name; of whom an article calls by the surname, one. */
const fewestWithPerson = 2;

/**
 * What a name is, from its own words first and from its surroundings where these say nothing; undefined if neither does.
 * @param isCalledBySurname articles that have it in full go on with its last word, as they do with people
 */
export function guessKind(key: string, record: NameRecord, isCalledBySurname: boolean): EntityKind | undefined {
  const words = key.split(' ');
  if (words.length === 1) return givenNames.has(key) || isHead(key) ? undefined : kindOfSingle(record);
  const fewest = isCalledBySurname ? 1 : fewestWithPerson;
  return kindByWords(words, record, fewest) ?? kindByCues(record, fewest);
}

function kindByWords(words: readonly string[], record: NameRecord, fewest: number): EntityKind | undefined {
  const last = words.at(-1) ?? '';
  const joiner = words.findIndex((word, at) => at > 0 && (word === 'of' || word === 'for' || word === 'on'));
  const head = joiner > 0 ? (words[joiner - 1] ?? '') : last;
  const isHeaded = head === 'conference' && joiner > 0 ? 'organisation' : kindOfHead(head);
  const articles = Math.max(1, record.articles);
  const mayBePerson = words.length < 5 && joiner < 0 && record.the < shares.the * articles;
  if (mayBePerson && nameSuffixes.has(last) && kindOfHead(words.at(-2) ?? '') === undefined) return 'person';
  if (mayBePerson && record.roles >= Math.max(fewest, shares.role * articles) && (isHeaded === undefined || record.roles >= 0.5 * articles)) return 'person';
  if (mayBePerson && words.length === 2 && givenNames.has(words[0] ?? '') && surnamesToo.has(last)) return 'person';
  // "Celinda Lake" is no lake: people say things, lakes do not, and "Air Force" seldom.
  if (mayBePerson && words.length === 2 && surnamesToo.has(last) && share(record, 'person') >= Math.max(shares.role, share(record, 'place'))) return 'person';
  if (isHeaded !== undefined && !(needsMore.has(head) && joiner < 0)) return isHeaded;
  if (mayBePerson && (givenNames.has(words[0] ?? '') || isWithInitial(words))) return 'person';
  if (eventStarts.has(words[0] ?? '')) return 'event';
  const isPlaced = share(record, 'place') >= shares.place;
  if (placeStarts.has(words[0] ?? '') && isPlaced) return 'place';
  return undefined;
}

/** "Vladimir V. Putin", "J. Edgar Hoover". */
function isWithInitial(words: readonly string[]): boolean {
  return words.length > 2 && (words[1]?.length === 1 || (words[0]?.length === 1 && givenNames.has(words[1] ?? '')));
}

function kindOfHead(head: string): EntityKind | undefined {
  if (topicHeads.has(head)) return 'topic';
  if (eventHeads.has(head)) return 'event';
  if (organisationHeads.has(head)) return 'organisation';
  if (placeHeads.has(head)) return 'place';
  return workHeads.has(head) ? 'work' : undefined;
}

function kindByCues(record: NameRecord, fewest: number): EntityKind | undefined {
  const articles = Math.max(1, record.articles);
  const withThe = record.the >= shares.the * articles;
  if (share(record, 'work') >= shares.work) return 'work';
  if (!withThe && share(record, 'person') >= Math.max(shares.person, fewest / articles)) return 'person';
  if (!withThe && (share(record, 'place') >= shares.placeAlone || isClearlyPlace(record))) return 'place';
  if (share(record, 'event') >= shares.event) return 'event';
  return share(record, 'organisation') >= shares.organisation ? 'organisation' : undefined;
}

function kindOfSingle(record: NameRecord): EntityKind | undefined {
  const articles = Math.max(1, record.articles);
  if (record.roles >= shares.soleRole * articles) return 'person';
  // "DNA" and "GDP" are written like "FBI" and "CNN", but do nothing and have nobody.
  if (/^[\p{Lu}&]{2,}$/u.test(record.written[0]?.[0] ?? '')) {
    return record.the >= shares.the * articles || share(record, 'organisation') >= shares.acronym ? 'organisation' : undefined;
  }
  // "The Seattle area" does not speak against "in Seattle"; "the Senate" does against "in the Senate".
  if (share(record, 'place') >= Math.max(shares.place, record.the / articles) || isClearlyPlace(record)) return 'place';
  return share(record, 'organisation') >= shares.organisation ? 'organisation' : undefined;
}

function isClearlyPlace({ articles, cues, the }: NameRecord): boolean {
  const place = cues[cueKinds.indexOf('place')] ?? 0;
  const others = cues.reduce((sum, count) => sum + count, 0) - place;
  return place >= Math.max(clear.articles, clear.share * articles, clear.lead * others) && the < shares.the * articles;
}

function share(record: NameRecord, kind: EntityKind): number {
  return (record.cues[cueKinds.indexOf(kind)] ?? 0) / Math.max(1, record.articles);
}
