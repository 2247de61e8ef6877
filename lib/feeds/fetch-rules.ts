import { parseMoment } from './moments';
import type { FeedSchedule, ParsedFeed } from './parsed-feed';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How often to ask, where nobody wishes otherwise. */
const shortestWait = 15 * minute;
const longestWait = day;
/** How long a feed or its server may keep us from asking by calling an answer fresh: a year is what servers say of pictures. */
const longestFresh = 7 * day;
/** Who asks to be left alone is left alone, up to a year; the reader is told until when. */
export const longestHostWaitMs = 366 * day;
const firstBackOff = 15 * minute;
/** However soon a host allows it. */
const shortestRetry = minute;
/** Who has been silent for twenty hours is not asked within the next one, whatever the dates in the feed say. */
const silenceShare = 20;
/** Waits are moved by up to a tenth, so that sources added together do not stay together. */
const jitter = 0.1;
/** Two headers of a name arrive as one, with a comma between what they say. */
const secondsList = /^"?\d{1,20}(?:\.\d{1,20})?\s?(?:s|sec|seconds)?"?(?:\s?[,;]\s?"?\d{1,20}(?:\.\d{1,20})?\s?(?:s|sec|seconds)?"?){0,9}\s?;?$/i;

export interface NextFetchFacts {
  /** ISO 8601. */
  readonly now: string;
  /** From 0 to 1, by chance. */
  readonly chance: number;
  readonly articlesPerWeek?: number;
  readonly schedule?: FeedSchedule;
  /** As `freshSeconds` read it. */
  readonly maxAgeSeconds?: number;
  /** When it last brought something new, ISO 8601. */
  readonly lastNew?: string;
}

/**
 * When to ask a source again that answered: twice as often as it publishes, less and less often while it is silent,
 * between a quarter of an hour and a day; but not before its `ttl` and `max-age` have passed, up to a week; then not in
 * an hour or on a day that it skips.
 */
export function nextFetchAfterSuccess(facts: NextFetchFacts): string {
  const { articlesPerWeek = 84, schedule, maxAgeSeconds = 0 } = facts;
  const silence = facts.lastNew === undefined ? 0 : Date.parse(facts.now) - Date.parse(facts.lastNew);
  const halfGap = articlesPerWeek > 0 ? Math.max((7 * day) / articlesPerWeek / 2, silence / silenceShare) : longestWait;
  const asked = Math.max((schedule?.ttlMinutes ?? 0) * minute, maxAgeSeconds * 1000);
  const ours = Math.min(Math.max(halfGap, shortestWait), longestWait);
  const wait = Math.max(ours, Math.min(asked, longestFresh));
  const next = Date.parse(facts.now) + wait * (1 + jitter * facts.chance);
  return toMoment(afterSkipped(next, schedule));
}

/**
 * When to ask a source again that failed so many times in a row: twice as long each time, from a quarter of an hour to a
 * day, and then not in an hour or on a day that it skips.
 */
export function nextFetchAfterFailure(facts: {
  readonly now: string;
  readonly chance: number;
  readonly failuresInRow: number;
  /** As `retryAfter` read it: the host's wish comes before ours. */
  readonly notBefore?: string;
  readonly schedule?: FeedSchedule;
}): string {
  const { notBefore, failuresInRow } = facts;
  // Who says when may be taken at their word, once.
  const first = notBefore === undefined ? firstBackOff : shortestRetry;
  const wait = failuresInRow <= 1 ? first : Math.min(firstBackOff * 2 ** Math.min(failuresInRow - 1, 20), longestWait);
  const next = Date.parse(facts.now) + wait * (1 + jitter * facts.chance);
  return toMoment(afterSkipped(Math.max(next, notBefore === undefined ? 0 : Date.parse(notBefore)), facts.schedule));
}

/** Whether a feed wants not to be asked in this hour or on this day. One that skips them all means none of them. */
export function isSkipped(now: string, schedule: FeedSchedule | undefined): boolean {
  const time = Date.parse(now);
  return (firstOpen(time, schedule) ?? time) > time;
}

/**
 * `Retry-After` in seconds or as a date, at most a year away; the longest where a server gives several numbers. Never
 * earlier than it says by a part of a second. Undefined where there is none to read.
 */
export function retryAfter(header: string | null, now: string): string | undefined {
  if (header === null) return undefined;
  const start = Date.parse(now);
  const written = header.trim();
  const latest = start + longestHostWaitMs;
  if (secondsList.test(written)) {
    const longest = Math.max(...(written.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
    return toMoment(Math.ceil(Math.min(start + longest * 1000, latest) / 1000) * 1000);
  }
  const moment = parseMoment(written, toMoment(latest));
  return moment !== undefined && Date.parse(moment) > start ? moment : undefined;
}

/** Seconds for which an answer may be taken as fresh, by its `Cache-Control`, else its `Expires`. */
export function freshSeconds(headers: { get(name: string): string | null }, now: string): number | undefined {
  const said = maxAge(headers.get('cache-control'));
  if (said !== undefined) return said;
  const written = headers.get('expires');
  const expires = written === null ? undefined : parseMoment(written, toMoment(Date.parse(now) + longestFresh));
  return expires === undefined ? undefined : Math.max(0, (Date.parse(expires) - Date.parse(now)) / 1000);
}

/** `no-cache` and `no-store` are zero. */
function maxAge(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/\bno-(cache|store)\b/i.test(header)) return 0;
  const seconds = /\bmax-age\s*=\s*"?(\d+)/i.exec(header)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

/**
 * From the dates of the newer half of the articles in the feed now: among the others may be one that is shown for years.
 * Undefined where fewer than two have a date.
 */
export function articlesPerWeek(feed: ParsedFeed, now: string): number | undefined {
  const ages = feed.articles.flatMap(({ published }) => (published === undefined ? [] : Date.parse(now) - Date.parse(published)));
  if (ages.length < 2) return undefined;
  const middle = Math.floor(ages.length / 2);
  const span = Math.max(ages.sort((one, other) => one - other)[middle] ?? 0, hour);
  return Math.round(((middle + 1) / span) * 7 * day * 100) / 100;
}

/** ISO 8601 in UTC, whole seconds. */
function toMoment(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The first moment from then on that is not skipped; a day later where all are. */
function afterSkipped(time: number, schedule: FeedSchedule | undefined): number {
  return firstOpen(time, schedule) ?? time + day;
}

function firstOpen(time: number, { skipHours = [], skipDays = [] }: FeedSchedule = {}): number | undefined {
  let at = time;
  for (let tries = 0; tries < 7 * 24; tries++) {
    const moment = new Date(at);
    if (!skipHours.includes(moment.getUTCHours()) && !skipDays.includes(moment.getUTCDay())) return at;
    at = (Math.floor(at / hour) + 1) * hour;
  }
  return undefined;
}
