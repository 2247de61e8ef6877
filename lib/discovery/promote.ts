import type { EntityKind } from '../model/entity';
import { nameSuffixes } from '../text/person-words';
import { guessKind } from './guess-kind';
import { givenNames } from './name-kinds';
import { nameOf } from './name-of';
import { variantReason } from './spelling-variants';
import type { NameRecord, TopicRecord } from './learning-state';

/** What must be there before a name becomes an entity. */
const enough = {
  /** One article may be mistaken in how it writes, two may be copies of each other's. */
  articles: 3,
  /** What one outlet alone writes is often its own: columns, staff, sections. */
  outlets: 2,
  /** Articles with the name in full; the others may have it in short. */
  inFull: 2,
  /** Names of one word are surnames, first names and ordinary words more often than not. */
  singleArticles: 6,
  singleOutlets: 3,
  /** A surname that nobody bears in full is one whose bearer was named in articles that were not read. */
  solePersonArticles: 15,
  solePersonShortFor: 0.05,
  /** A surname counts for one person if so many of the articles with its bearer in full mean him. */
  oneBearer: 0.8,
  /** A word that is mostly written small is no name. */
  singleLower: 0.1,
  /** Of the articles with it, those where it is part of a longer name, or short for one. */
  inside: 0.5,
  shortFor: 0.25,
  /** How many of the articles with the rarer part of a name joined by "and" must have it joined. */
  joined: 0.6,
  /** Of the articles with a row of words, those that write it small where it is a term and no name. */
  writtenSmall: 0.8,
} as const;

export interface Lookup {
  readonly names: ReadonlyMap<string, NameRecord>;
  readonly topics: ReadonlyMap<string, TopicRecord>;
  /** In how many articles a word stands in lower case. */
  lower(word: string): number;
}

export interface Promotion {
  readonly kind: EntityKind;
  readonly articles: number;
  readonly outlets: readonly number[];
}

/** Whether a name has become an entity, with the evidence that its short form adds; undefined while it has not. */
export function promoteName(key: string, record: NameRecord, lookup: Lookup): Promotion | undefined {
  const isSingle = !key.includes(' ');
  const kind = kindOf(key, record, lookup);
  if (kind === undefined || record.inside > enough.inside * record.articles) return undefined;
  if (isSingle) return promoteSingle(key, record, { kind, lower: lookup.lower(key) });
  if (record.alone < enough.inFull || record.firm < enough.inFull || !isJoined(record, lookup)) return undefined;
  if (termOfOffice.test(key) || isShortened(record) || isOneOfPersons(key, record, lookup)) return undefined;
  if (isOrdinary(key, record, lookup) || holdsPerson(key, record, { kind, lookup })) return undefined;
  const short = kind === 'person' ? shortRecord(key, lookup) : undefined;
  const articles = record.alone + (short?.alone ?? 0);
  const outlets = [...new Set([...record.outlets, ...(short?.outlets ?? [])])];
  return articles >= enough.articles && outlets.length >= enough.outlets ? { kind, articles, outlets } : undefined;
}

/** What a name is, by all that is known of it. */
export function kindOf(key: string, record: NameRecord, lookup: Lookup): EntityKind | undefined {
  return guessKind(key, record, shortRecord(key, lookup) !== undefined);
}

function promoteSingle(key: string, record: NameRecord, { kind, lower }: { kind: EntityKind; lower: number }): Promotion | undefined {
  if (key.length < 3 || record.alone < enough.singleArticles || record.outlets.length < enough.singleOutlets) return undefined;
  if (isShortened(record)) return undefined;
  if (lower > enough.singleLower * record.articles) return undefined;
  if (kind === 'person') {
    const short = record.articles - record.alone - record.inside;
    if (record.alone < enough.solePersonArticles || short > enough.solePersonShortFor * record.articles) return undefined;
  }
  return { kind, articles: record.alone, outlets: record.outlets };
}

/** The surname and what it says alone, if it mostly means this person where a full name is given. */
export function shortRecord(key: string, lookup: Lookup): NameRecord | undefined {
  const short = lookup.names.get(surnameOf(key));
  if (short === undefined) return undefined;
  const all = short.shortFor.reduce((sum, [, count]) => sum + count, 0);
  const own = short.shortFor.reduce((sum, [full, count]) => sum + (full === key || variantReason(full, key) ? count : 0), 0);
  return own > 0 && own >= enough.oneBearer * all ? short : undefined;
}

/** By which news calls a person, without particles; a name of one word has none. */
export function surnameOf(key: string): string {
  return key.split(' ').filter((word) => !nameSuffixes.has(word)).at(-1) ?? '';
}

function isShortened({ articles, alone, inside }: NameRecord): boolean {
  return articles - alone - inside > enough.shortFor * articles;
}

/** "Obama White House", "Trump Administration". */
const termOfOffice = /. white house$|^\S+ administration$/;

/** "Bush Justice Department": somebody's, while it is known without him. */
function isOneOfPersons(key: string, record: NameRecord, lookup: Lookup): boolean {
  const [first = '', ...rest] = key.split(' ');
  if (rest.length < 2) return false;
  const owner = lookup.names.get(first);
  const owned = lookup.names.get(rest.join(' '));
  if (owner === undefined || owned === undefined || owned.alone < 2 * record.articles) return false;
  return owner.roles > 0.1 * owner.articles || owner.articles - owner.alone > 0.3 * owner.articles;
}

/** "Law Enforcement": some write with capitals what nearly all write small. */
function isOrdinary(key: string, { articles }: NameRecord, { topics }: Lookup): boolean {
  const small = topics.get(key)?.articles ?? 0;
  return small >= enough.writtenSmall * (small + articles);
}

/**
 * "Ukraine Kurt Volker", "Senators Susan Collins": something stands before a person's name without a comma. "Larry King Live":
 * a name that goes on behind a person's is no person's, whatever its first word says. "Jeff Sessions Justice Department":
 * somebody's, while it is known without him.
 */
function holdsPerson(key: string, { alone }: NameRecord, { kind, lookup }: { kind: EntityKind; lookup: Lookup }): boolean {
  const words = key.split(' ').filter((word) => !nameSuffixes.has(word));
  if (words.length < 3) return false;
  const [first = '', second = ''] = words.slice(-2);
  const isKnown = (name: string, least: number): boolean => (lookup.names.get(name)?.alone ?? 0) >= least;
  if (givenNames.has(first) && isKnown(`${first} ${second}`, 2 * alone)) return true;
  if (!givenNames.has(words[0] ?? '') || !isKnown(words.slice(0, 2).join(' '), alone)) return false;
  return kind === 'person' || isKnown(words.slice(2).join(' '), 2 * alone);
}

const pair = /^(\p{L}+)[-–](\p{L}+)$/u;

function isJoined(record: NameRecord, lookup: Lookup): boolean {
  const [left = '', right = ''] = (pair.exec(nameOf(record))?.slice(1) ?? []).map((word) => word.toLowerCase());
  // "Bush-Cheney": two names that are better known apart.
  if (left !== '' && [left, right].every((part) => (lookup.names.get(part)?.articles ?? 0) > record.articles)) return false;
  return record.parts.every((part) => record.articles >= enough.joined * (lookup.names.get(part)?.articles ?? 0));
}

const enoughTopic = { articles: 8, outlets: 4, repeated: 0.25, free: 0.5, titles: 2, cohesion: 0.25 } as const;

/**
 * A row of words is a topic if it sticks together (normalised pointwise mutual information over articles), stands by
 * itself, and where an article has it, comes again: what an article is about is repeated, phrases are not.
 */
export function promoteTopic(key: string, record: TopicRecord, lookup: TopicLookup): boolean {
  if (record.articles < enoughTopic.articles || record.outlets.length < enoughTopic.outlets) return false;
  if (record.titles < enoughTopic.titles || record.free < enoughTopic.free * record.articles) return false;
  if (record.repeated < enoughTopic.repeated * record.articles) return false;
  return cohesion(key, record.articles, lookup) >= enoughTopic.cohesion;
}

type TopicLookup = Pick<Lookup, 'lower'> & { readonly articles: number };

/** From -1 to 1; see Bouma (2009); for more than two words divided by how many joints there are. */
function cohesion(key: string, together: number, lookup: TopicLookup): number {
  const { articles } = lookup;
  const words = key.split(' ');
  const joint = Math.log(together / articles);
  const apart = words.reduce((sum, word) => sum + Math.log(Math.max(together, lookup.lower(word)) / articles), 0);
  return joint === 0 ? 1 : (joint - apart) / (-joint * (words.length - 1));
}
