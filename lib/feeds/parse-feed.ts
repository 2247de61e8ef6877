import { fail, succeed, type Result } from '../errors/failure';
import { boundedId, openingAddress, parseWebAddress } from '../model/address';
import { limits } from '../model/limits';
import { decodeFeed } from './decode-feed';
import { isDayFirstIn, parseMoment, weekdays } from './moments';
import type { ParsedArticle, ParsedFeed, RawFeed, RawItem, RawLink, RawText } from './parsed-feed';
import { plainBlock, plainLine } from './plain-text';
import { readJsonFeed } from './read-json-feed';
import { readXmlFeed } from './read-xml-feed';

export interface FeedHints {
  /** Where the bytes came from, after redirects; relative links are resolved against it. */
  readonly url: string;
  /** The HTTP header as it came. */
  readonly contentType?: string;
  /** ISO 8601 in UTC: no article is reported to be later than this. */
  readonly now: string;
}

/** RSS, Atom, RDF or JSON Feed to plain text and absolute addresses. `not-a-feed` for everything else. */
export function parseFeed(bytes: Uint8Array, hints: FeedHints): Result<ParsedFeed> {
  const text = decodeFeed(bytes, hints.contentType);
  const raw = readJsonFeed(text) ?? readXmlFeed(text);
  return raw ? succeed(refine(raw, hints)) : fail('not-a-feed');
}

/** Beyond these, what is written is no name, no address, or more markup than anybody reads the words of. In UTF-16 units. */
const longestWrittenLine = 100_000;
const longestWrittenBlock = 2_000_000;
const longestWrittenName = 1_000;
const longestWrittenLink = 4 * limits.urlLength;
/** Whoever says so often when it was written does not mean to say when. */
const mostDates = 50;

/** Where the month stands before the day, and feeds that say nothing. */
const american = /^(?:en(?:-us|-ph)?)?$/i;

function refine(raw: RawFeed, hints: FeedHints): ParsedFeed {
  const home = siteLink(raw.links, hints.url);
  const base = home === undefined || (raw.relativeTo === 'feed' && hostOf(home) === hostOf(hints.url)) ? hints.url : home;
  const language = languageTag(raw.language);
  const isDayFirst = raw.items.flatMap(({ dates }) => dates.flatMap((date) => isDayFirstIn(date) ?? []))[0] ?? !american.test(language ?? '');
  return {
    title: line(raw.title, limits.outletLength) ?? '',
    link: home,
    description: line(raw.description, limits.summaryLength),
    language,
    articles: newestItems(raw.items, hints.now).map((item) => refineItem(item, base, { ...hints, isDayFirst })),
    schedule: {
      ttlMinutes: positive(raw.ttl),
      skipHours: raw.skipHours?.map(Number).filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24).map((hour) => hour % 24),
      skipDays: raw.skipDays?.map((day) => weekdays.indexOf(day.trim().slice(0, 3).toLowerCase())).filter((day) => day >= 0),
    },
  };
}

/** As many as are taken. Nearly all feeds begin with the newest; a few that hold everything end with it. */
function newestItems(items: readonly RawItem[], now: string): readonly RawItem[] {
  if (items.length <= limits.articlesPerFeed) return items;
  const [first = '', last = ''] = [items[0], items.at(-1)].map((item) => firstDefined(item?.dates ?? [], (date) => realMoment(date, now, false)));
  return last > first ? items.slice(-limits.articlesPerFeed) : items.slice(0, limits.articlesPerFeed);
}

/** What programs write for no date at all is none. */
function realMoment(written: string, now: string, isDayFirst: boolean): string | undefined {
  const moment = parseMoment(written, now, isDayFirst);
  return moment?.startsWith('1970-01-01') === true ? undefined : moment;
}

function refineItem(item: RawItem, base: string, { now, isDayFirst }: FeedHints & { readonly isDayFirst: boolean }): ParsedArticle {
  const guid = item.guid === undefined ? undefined : boundedId(item.guid.trim());
  const authors = [...new Set(item.authors.slice(0, limits.authorsPerArticle).map(authorName))].filter((name) => name !== '');
  const published = firstDefined(item.dates.slice(0, mostDates), (date) => realMoment(date, now, isDayFirst));
  return {
    guid: guid === '' ? undefined : guid,
    url: articleLink(item, base),
    permalink: item.guidIsLink === true ? (absolute(guid) ?? relativePermalink(item, base)) : undefined,
    title: line(item.title, limits.titleLength) ?? '',
    published,
    isAhead: published === now ? true : undefined,
    authors: authors.length > 0 ? authors : undefined,
    summary: block(item.summary, limits.summaryLength),
    text: block(item.content, limits.articleTextLength),
    language: languageTag(item.language),
  };
}

/** Services that count who follows a link; what they lead to is better, where the feed says it. */
const counters = /^https?:\/\/(?:feedproxy\.google\.com|feeds\.feedburner\.com|(?:[\w-]+\.)?feedsportal\.com|rss\.[\w-]+\.com\/~r)/i;

/** The article's page. */
function articleLink(item: RawItem, base: string): string | undefined {
  const linked = firstDefined(forReaders(item.links), (link) => resolve(link, base));
  const isCounted = linked !== undefined && counters.test(linked) && item.guidIsLink === true;
  const found = isCounted ? (absolute(item.guid) ?? linked) : linked;
  return found === undefined ? undefined : openingAddress(found);
}

/** Only where the feed itself calls the guid an address, and it looks like one. */
function relativePermalink({ guid = '', guidBases }: RawItem, base: string): string | undefined {
  return guidBases && /^[^\s:]*[/?][^\s]*$/.test(guid) ? resolve({ href: guid, bases: guidBases }, base) : undefined;
}

/** The site's page: never the feed itself. */
function siteLink(links: readonly RawLink[], feedUrl: string): string | undefined {
  return firstDefined(forReaders(links), (link) => resolve(link, feedUrl));
}

/** Links to pages, best first: `alternate` and of type HTML before those without a type; `self`, `edit` and so on not at all. */
function forReaders(links: readonly RawLink[]): RawLink[] {
  const rank = ({ rel, type }: RawLink): number => {
    if (rel !== undefined && rel.trim() !== '' && !/(?:^|[/\s])alternate(?:\s|$)/i.test(rel)) return 0;
    if (type === undefined) return 2;
    return /html/i.test(type) ? 3 : 1;
  };
  return links.filter((link) => rank(link) > 0).sort((one, other) => rank(other) - rank(one));
}

function resolve({ href: written, bases = [] }: RawLink, base: string): string | undefined {
  if (written.length > longestWrittenLink) return undefined;
  // Escaped once too often, or without the scheme that browsers add.
  const href = written.replace(/&amp;/gi, '&').replace(/^\s*(?=www\.[\w-]+\.[\w.-]+(?:[/?#]|\s*$))/i, 'http://');
  let around = parseWebAddress(base);
  for (const inner of bases) around = parseWebAddress(inner, around) ?? around;
  return absolute(href) ?? shortEnough(parseWebAddress(href, around))?.href;
}

/** An address that needs no base, spelled as it is but for its scheme. */
function absolute(address: string | undefined): string | undefined {
  const trimmed = address?.trim() ?? '';
  if (trimmed.length > limits.urlLength) return undefined;
  if (!/^https?:\/\/[^\s]+$/i.test(trimmed) || !shortEnough(parseWebAddress(trimmed))) return undefined;
  return trimmed.replace(/^https?/i, (scheme) => scheme.toLowerCase());
}

function hostOf(address: string): string | undefined {
  return parseWebAddress(address)?.host;
}

function shortEnough(url: URL | undefined): URL | undefined {
  return url && url.href.length <= limits.urlLength ? url : undefined;
}

/** "jane@example.org (Jane Doe)", "Jane Doe <jane@example.org>" and "By Jane Doe" are Jane Doe. */
function authorName(written: string): string {
  const value = written.slice(0, longestWrittenName).replace(/<[^<>\s@]+@[^<>\s@]+>/g, '');
  const name = plainLine({ value, markup: 'unknown' });
  const bracketed = /^[^\s@(]+@[^\s(]+\s*\((.+)\)$/.exec(name)?.[1] ?? name.replace(/\s?\([^\s@()]+@[^\s@()]+\)$/, '');
  return bracketed.replace(/^by\s+(?=\p{Lu})/iu, '').trim().slice(0, limits.nameLength);
}

function line(text: RawText | undefined, maxLength: number): string | undefined {
  const plain = text ? cut(plainLine(within(text, longestWrittenLine)), maxLength) : '';
  return plain === '' ? undefined : plain;
}

function block(text: RawText | undefined, maxLength: number): string | undefined {
  const plain = text ? cut(plainBlock(within(text, longestWrittenBlock)), maxLength) : '';
  return plain === '' ? undefined : plain;
}

function within(text: RawText, longest: number): RawText {
  return text.value.length > longest ? { ...text, value: text.value.slice(0, longest) } : text;
}

/** Never through the middle of a character. */
function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
}

function languageTag(written: string | undefined): string | undefined {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  return tag.length <= 35 && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : undefined;
}

function positive(written: string | undefined): number | undefined {
  const number = Number(written);
  return written !== undefined && Number.isFinite(number) && number > 0 ? number : undefined;
}

function firstDefined<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
