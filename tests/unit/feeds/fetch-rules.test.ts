import { describe, expect, it } from 'vitest';
import { articlesPerWeek, freshSeconds, nextFetchAfterFailure, nextFetchAfterSuccess, retryAfter } from '../../../lib/feeds/fetch-rules';

const now = '2018-01-01T00:00:00Z';
const after = (minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString().replace('.000Z', 'Z');

describe('nextFetchAfterSuccess', () => {
  it('asks twice as often as a source publishes, within bounds', () => {
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 84 })).toBe(after(60));
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 5_000 })).toBe(after(15));
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 1 })).toBe(after(24 * 60));
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 0 })).toBe(after(24 * 60));
  });

  it('waits as long as the feed and its server ask, but not longer than a week', () => {
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 5_000, schedule: { ttlMinutes: 120 } })).toBe(after(120));
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 5_000, maxAgeSeconds: 7_200 })).toBe(after(120));
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 5_000, schedule: { ttlMinutes: 525_600 } })).toBe(after(7 * 24 * 60));
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 5_000, maxAgeSeconds: 3 * 86_400 })).toBe(after(3 * 24 * 60));
  });

  it('moves out of hours that the feed skips', () => {
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 84, schedule: { skipHours: [1, 2] } })).toBe(after(180));
    const always = Array.from({ length: 24 }, (_, hour) => hour);
    expect(nextFetchAfterSuccess({ now, chance: 0, schedule: { skipHours: always } })).toMatch(/^2018-01-02/);
  });

  it('moves out of days that the feed skips', () => {
    // 1 January 2018 was a Monday.
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 84, schedule: { skipDays: [1, 2], skipHours: [0] } })).toBe(after(49 * 60));
    const never = { skipDays: [0, 1, 2, 3, 4, 5, 6] };
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 84, schedule: never })).toBe(after(25 * 60));
  });

  it('asks less and less often who says nothing new', () => {
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 84, lastNew: '2017-12-31T04:00:00Z' })).toBe(after(60));
    expect(nextFetchAfterSuccess({ now, chance: 0, articlesPerWeek: 84, lastNew: '2017-12-27T00:00:00Z' })).toBe(after(6 * 60));
  });

  it('spreads sources by chance', () => {
    expect(nextFetchAfterSuccess({ now, chance: 1, articlesPerWeek: 84 })).toBe(after(66));
  });
});

describe('nextFetchAfterFailure', () => {
  it('waits twice as long each time, up to a day', () => {
    const waits = [1, 2, 3, 20, 2_000].map((failuresInRow) => nextFetchAfterFailure({ now, chance: 0, failuresInRow }));
    expect(waits).toEqual([after(15), after(30), after(60), after(24 * 60), after(24 * 60)]);
  });

  it('moves out of hours that the feed skips', () => {
    expect(nextFetchAfterFailure({ now, chance: 0, failuresInRow: 3, schedule: { skipHours: [1, 2] } })).toBe(after(180));
  });

  it('does what the host asks when that is later', () => {
    expect(nextFetchAfterFailure({ now, chance: 0, failuresInRow: 1, notBefore: after(90) })).toBe(after(90));
    expect(nextFetchAfterFailure({ now, chance: 0, failuresInRow: 1, notBefore: after(2) })).toBe(after(2));
    expect(nextFetchAfterFailure({ now, chance: 0, failuresInRow: 1, notBefore: now })).toBe(after(1));
    expect(nextFetchAfterFailure({ now, chance: 0, failuresInRow: 2, notBefore: after(2) })).toBe(after(30));
  });
});

describe('retryAfter', () => {
  it('reads seconds and dates, at most a year away', () => {
    expect(retryAfter('120', now)).toBe(after(2));
    expect(retryAfter(' 90.5 ', now)).toBe('2018-01-01T00:01:31Z');
    expect(retryAfter('Wed, 31 Jan 2018 00:00:00 GMT', now)).toBe(after(30 * 24 * 60));
    expect(retryAfter('31536000', now)).toBe(after(365 * 24 * 60));
    expect(retryAfter('Mon, 01 Jan 2018 02:00:00 GMT', now)).toBe(after(120));
    expect(retryAfter('99999999999', now)).toBe(after(366 * 24 * 60));
    expect(retryAfter('Mon, 01 Jan 2029 02:00:00 GMT', now)).toBe(after(366 * 24 * 60));
  });

  it('never ends a part of a second early, and reads numbers as servers write them', () => {
    expect(retryAfter('120', '2018-01-01T00:00:00.400Z')).toBe('2018-01-01T00:02:01Z');
    expect(['60, 120', '"120"', '120s', '120;'].map((header) => retryAfter(header, now))).toEqual(Array.from({ length: 4 }, () => after(2)));
  });

  it.each([null, 'soon', '60, soon', 'Mon, 01 Jan 2017 02:00:00 GMT'])('reads nothing in %j', (header) => {
    expect(retryAfter(header, now)).toBeUndefined();
  });
});

describe('freshSeconds', () => {
  const said = (headers: Record<string, string>) => freshSeconds(new Headers(headers), now);

  it('reads seconds', () => {
    expect(said({ 'cache-control': 'public, max-age=300' })).toBe(300);
    expect(said({ 'cache-control': 'no-cache, max-age=300' })).toBe(0);
    expect(said({ 'cache-control': 'private' })).toBeUndefined();
    expect(said({})).toBeUndefined();
  });

  it('reads when an answer expires where nothing else is said', () => {
    expect(said({ expires: 'Mon, 01 Jan 2018 01:00:00 GMT' })).toBe(3600);
    expect(said({ expires: '0' })).toBeUndefined();
    expect(said({ expires: 'Mon, 01 Jan 2017 01:00:00 GMT' })).toBe(0);
    expect(said({ 'cache-control': 'max-age=60', expires: 'Mon, 01 Jan 2018 01:00:00 GMT' })).toBe(60);
  });
});

describe('articlesPerWeek', () => {
  it('counts by the dates in the feed', () => {
    const article = (published?: string) => ({ title: 't', published });
    const feed = { title: '', schedule: {}, articles: [article('2017-12-31T00:00:00Z'), article('2017-12-25T00:00:00Z'), article()] };
    expect(articlesPerWeek(feed, now)).toBe(2);
    expect(articlesPerWeek({ ...feed, articles: [article()] }, now)).toBeUndefined();
  });

  it('is not misled by one article that is shown for years', () => {
    const daily = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((days) => ({ title: 't', published: after(-days * 24 * 60) }));
    const feed = { title: '', schedule: {}, articles: daily };
    const perWeek = articlesPerWeek(feed, now);
    expect(perWeek).toBe(7);
    expect(articlesPerWeek({ ...feed, articles: [{ title: 'Pinned', published: '2013-05-01T00:00:00Z' }, ...daily] }, now)).toBe(perWeek);
  });
});
