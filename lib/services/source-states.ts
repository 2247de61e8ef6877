import type { Failure } from '../errors/failure';
import { articlesPerWeek, freshSeconds, nextFetchAfterFailure, nextFetchAfterSuccess, retryAfter } from '../feeds/fetch-rules';
import type { ParsedFeed } from '../feeds/parsed-feed';
import type { SourceState } from '../feeds/source-state';
import type { Source } from '../model/source';
import type { FetchedResponse } from './fetch-feed';

interface Moment {
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** From 0 to 1. */
  readonly chance: number;
}

type Answer = Pick<FetchedResponse, 'status' | 'headers'>;

/** Before it was ever asked. */
export function freshState({ id, added }: Source): SourceState {
  return { sourceId: id, nextFetch: added, failuresInRow: 0 };
}

/** While it is asked: should nobody live to see the answer, it waits as after one more failure. */
export function claimed(before: SourceState, { now, chance }: Moment): SourceState {
  return { ...before, nextFetch: nextFetchAfterFailure({ now, chance, failuresInRow: before.failuresInRow + 1, schedule: before.schedule }) };
}

/** It waits for a host that somebody else was told to leave alone. */
export function leftAlone(before: SourceState, { host, until }: { readonly host: string; readonly until: string }): SourceState {
  return { ...before, nextFetch: until > before.nextFetch ? until : before.nextFetch, hostNotBefore: until, busyHost: host };
}

/** A 304 may bring new validators and keeps those it does not mention; a new body without them, or half a one, has none. */
export function afterSuccess(
  before: SourceState,
  { answer: { headers, status }, feed, isWhole = true, newArticles = 0, now, chance }: Moment & {
    readonly answer: Answer;
    readonly feed?: ParsedFeed;
    readonly isWhole?: boolean;
    readonly newArticles?: number;
  },
): SourceState {
  const isUnchanged = status === 304;
  const perWeek = feed ? articlesPerWeek(feed, now) : before.articlesPerWeek;
  const schedule = feed ? feed.schedule : before.schedule;
  const lastNew = newArticles > 0 ? now : before.lastNew;
  const validator = (name: string, known: string | undefined) =>
    isWhole ? (shortHeader(headers.get(name)) ?? (isUnchanged ? known : undefined)) : undefined;
  return {
    sourceId: before.sourceId,
    ...stillAskedToWait(before, now),
    lastSuccess: now,
    lastFailure: before.lastFailure,
    failuresInRow: 0,
    etag: validator('etag', before.etag),
    lastModified: validator('last-modified', before.lastModified),
    movedFrom: before.movedFrom,
    articlesPerWeek: perWeek,
    lastNew,
    newest: feed ? newestOf(feed) : before.newest,
    schedule: schedule && {
      ttlMinutes: schedule.ttlMinutes,
      skipHours: schedule.skipHours && [...schedule.skipHours],
      skipDays: schedule.skipDays && [...schedule.skipDays],
    },
    nextFetch: nextFetchAfterSuccess({
      now, chance, articlesPerWeek: perWeek, schedule, lastNew, maxAgeSeconds: freshSeconds(headers, now),
    }),
  };
}

/** What is dated ahead tells nothing of when it was written. */
function newestOf({ articles }: ParsedFeed): string | undefined {
  return articles.reduce<string | undefined>(
    (newest, { published, isAhead }) => (published !== undefined && isAhead !== true && published > (newest ?? '') ? published : newest),
    undefined,
  );
}

export function afterFailure(
  before: SourceState,
  { failure: { kind, detail }, answer, host, now, chance }: Moment & {
    readonly failure: Failure;
    readonly answer?: Answer;
    /** Where the answer came from. */
    readonly host: string;
  },
): SourceState {
  const asked = retryAfter(answer?.headers.get('retry-after') ?? null, now);
  const failuresInRow = before.failuresInRow + 1;
  const nextFetch = nextFetchAfterFailure({ now, chance, failuresInRow, notBefore: asked, schedule: before.schedule });
  // Too many requests are too many for the host, even if it does not say for how long.
  const hostNotBefore = asked ?? (answer?.status === 429 ? nextFetch : undefined);
  return {
    ...before,
    failuresInRow,
    lastFailure: { at: now, kind, detail },
    // Gone where it is, whichever way its answers came formerly.
    ...(answer?.status === 410 ? { gone: true, movedTo: undefined } : {}),
    ...(hostNotBefore === undefined ? stillAskedToWait(before, now) : { hostNotBefore, busyHost: host }),
    nextFetch,
  };
}

/** What another host asked for holds whatever this answer was. */
function stillAskedToWait({ hostNotBefore, busyHost }: SourceState, now: string): Pick<SourceState, 'hostNotBefore' | 'busyHost'> {
  const isOver = hostNotBefore === undefined || hostNotBefore <= now;
  return isOver ? { hostNotBefore: undefined, busyHost: undefined } : { hostNotBefore, busyHost };
}

export function contentTypeOf(response: FetchedResponse): string | undefined {
  return response.headers.get('content-type') ?? undefined;
}

/** Longer ones are no validators but an attempt on our storage. */
function shortHeader(value: string | null): string | undefined {
  return value === null || value === '' || value.length > 1_000 ? undefined : value;
}
