import { describe, expect, it } from 'vitest';
import { healthOf as healthOfSource } from '../../../components/options/source-health';
import type { SourceState } from '../../../lib/feeds/source-state';
import type { FailureKind } from '../../../lib/errors/failure';
import { now } from '../../support/fake-services';

const context = { now, locales: ['en-GB'] };
const good: SourceState = { sourceId: 'a', nextFetch: '2017-11-14T14:30:00Z', lastSuccess: '2017-11-14T13:00:00Z', failuresInRow: 0 };
const failing = (kind: FailureKind, detail?: string): SourceState => ({
  ...good, failuresInRow: 2, lastFailure: { at: '2017-11-14T13:55:00Z', kind, detail },
});

const healthOf = (fetching: SourceState | undefined, where: typeof context) => healthOfSource({ title: 'The Herald', fetching }, where);

describe('healthOf', () => {
  it('tells when a source was last fetched and how much it brings', () => {
    expect(healthOf({ ...good, articlesPerWeek: 41.4 }, context)).toEqual({ tone: 'good', words: 'Fresh 1 hr ago', note: '41 a week' });
    expect(healthOf({ ...good, lastSuccess: now.toISOString() }, context).words).toBe('Fresh just now');
  });

  it.each([[41.4, '41 a week'], [1, '1 a week'], [0.5, '2 a month'], [0.04, '2 a year'], [0.001, '1 a year']])('says of %d articles a week: %s', (articlesPerWeek, words) => {
    expect(healthOf({ ...good, articlesPerWeek }, context).note).toBe(words);
  });

  it('knows a source that was never fetched', () => {
    expect(healthOf(undefined, context)).toEqual({ tone: 'waiting', words: 'Not fetched yet' });
    expect(healthOf({ ...good, lastSuccess: undefined }, context).words).toBe('Not fetched yet');
  });

  it('tells until when a busy host asked us to wait', () => {
    const until = new Date(now.getTime() + 3_600_000).toISOString();
    const { tone, words } = healthOf({ ...failing('refused', '429'), hostNotBefore: until }, context);
    expect(tone).toBe('waiting');
    expect(words).toMatch(/^Busy: asked us to wait until \d\d:\d\d$/);
    // It was another source of the host that was told so.
    expect(healthOf({ ...good, hostNotBefore: until }, context).words).toBe(words);
    expect(healthOf(failing('refused', '503'), context).words).toMatch(/^Busy; next try at/);
    expect(healthOf({ ...good, hostNotBefore: '2017-11-14T13:00:00Z' }, context).tone).toBe('good');
  });

  it('says of a wait of many months that it is kept, with its year', () => {
    const { tone, words, note } = healthOf({ ...failing('refused', '429'), hostNotBefore: '2018-11-01T10:00:00Z' }, context);
    expect([tone, note]).toEqual(['bad', 'Last worked 1 hr ago · Sidelight keeps to that; look on its site for another feed']);
    expect(words).toMatch(/^Busy: asked us to wait until 1 Nov 2018/);
  });

  it('tells a broken feed from none', () => {
    expect(healthOf(failing('not-a-feed', 'broken'), context)).toMatchObject({ tone: 'bad', words: 'Its feed is broken' });
    expect(healthOf(failing('not-a-feed'), context)).toMatchObject({ words: 'No feed there any more' });
  });

  it('names the day of a next try that is not today', () => {
    expect(healthOf({ ...failing('unreachable'), nextFetch: '2017-11-16T10:00:00Z' }, context).words).toMatch(/^No answer; next try at 16 Nov/);
  });

  it.each([
    [failing('refused', '404'), 'Moved or gone (404)'],
    [failing('refused', '403'), 'Turned us away (403)'],
    [failing('not-a-feed'), 'No feed there any more'],
    [failing('no-permission'), 'Not allowed by your browser'],
    [failing('no-permission', 'feeds.post.test'), 'Not allowed by your browser: feeds.post.test'],
    [failing('too-large'), 'Larger than Sidelight takes'],
    [failing('in-circles'), 'Leads in circles'],
    [{ ...good, gone: true, movedTo: 'https://post.test/new' }, 'Moved to where another of your sources is'],
    [{ ...good, gone: true }, 'Gone: the site says this feed is no more'],
  ])('says what the reader must see to (%#)', (state, words) => {
    expect(healthOf(state, context)).toMatchObject({ tone: 'bad', words });
  });

  it('says that a source is paused, silent for long, or was followed', () => {
    expect(healthOfSource({ title: 'The Herald', paused: true, fetching: good }, context)).toMatchObject({ tone: 'waiting', words: 'Paused' });
    expect(healthOf({ ...good, lastNew: '2017-08-30T00:00:00Z' }, context)).toMatchObject({ tone: 'waiting', words: 'Silent since 30 Aug 2017' });
    expect(healthOf({ ...good, lastNew: '2017-11-14T13:00:00Z', newest: '2015-11-14T00:00:00Z' }, context).words).toBe('Silent since 14 Nov 2015');
    expect(healthOf({ ...good, lastNew: '2017-09-30T00:00:00Z', newest: '2017-11-13T00:00:00Z' }, context).words).toBe('Fresh 1 hr ago');
    expect(healthOf({ ...good, articlesPerWeek: 7, movedFrom: 'http://old.test/' }, context)).toMatchObject({ tone: 'good', note: '7 a week · Moved; we followed' });
  });

  it('says what to do, where there is something', () => {
    expect(healthOf(failing('refused', '404'), context).note).toBe('Last worked 1 hr ago · Look on its site for another address');
    expect(healthOf({ ...failing('not-a-feed'), lastSuccess: undefined }, context)).toMatchObject({ words: 'No feed there', note: 'It never worked yet · Look on its site for another address' });
    expect(healthOf(failing('refused', '500'), context)).toMatchObject({ tone: 'waiting', words: expect.stringMatching(/^Trouble on its side \(500\); next try at/) as string });
    expect(healthOf({ ...failing('unreachable'), lastSuccess: '2017-10-14T13:00:00Z' }, context)).toMatchObject({ tone: 'bad', words: 'No answer for long' });
  });

  it('says when a failing source last worked', () => {
    expect(healthOf(failing('too-slow'), context).note).toBe('Last worked 1 hr ago');
    expect(healthOf({ ...failing('too-slow'), lastSuccess: undefined }, context).note).toBe('It never worked yet');
  });
});
