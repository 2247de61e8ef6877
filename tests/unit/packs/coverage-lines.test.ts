import { describe, expect, it } from 'vitest';
import { arrivedArticles } from '../../../lib/feeds/arrived-articles';
import { limits } from '../../../lib/model/limits';
import { parseCoverageArticle, parseCoverageHeader } from '../../../lib/packs/coverage-lines';

describe('parseCoverageHeader', () => {
  it('knows its format', () => {
    expect(parseCoverageHeader('{"format":"sidelight-coverage/1"}').ok).toBe(true);
    expect(parseCoverageHeader('{"format":"sidelight-pack/1"}')).toMatchObject({ ok: false, failure: { kind: 'not-coverage' } });
  });
});

describe('parseCoverageArticle', () => {
  const required = { url: 'https://herald.test/a', title: 'A', outlet: 'Herald' };
  const article = (fields: object) => parseCoverageArticle(JSON.stringify({ ...required, ...fields }));

  it('makes a missing id from the address', () => {
    expect(article({})).toEqual({ ok: true, value: { id: required.url, ...required } });
  });

  it('makes the id that the same article has when it comes through a feed', () => {
    const link = 'https://herald.test/a?utm_source=rss#comments';
    const feed = { title: 'Herald', articles: [{ title: 'A', url: link }], schedule: {} };
    const [arrived] = arrivedArticles(feed, { url: 'https://herald.test/feed', title: 'Herald' });
    const parsed = article({ url: link });
    expect(parsed.ok && parsed.value.id).toBe(arrived?.article.id);
    expect(arrived?.article.id).toBe(required.url);
  });

  it('makes different short ids from different long addresses', () => {
    const ids = ['x', 'y'].map((end) => article({ url: `https://herald.test/${'a'.repeat(600)}${end}` }));
    const [a, b] = ids.map((parsed) => (parsed.ok ? parsed.value.id : ''));
    expect(a).not.toBe(b);
    expect(a!.length).toBeLessThanOrEqual(limits.idLength);
  });

  it.each([
    ['2017-11-14', '2017-11-14T00:00:00.000Z'],
    ['2017-11-14T09:30:00+01:00', '2017-11-14T08:30:00.000Z'],
    ['2017-11-14T09:30:00', '2017-11-14T09:30:00.000Z'],
    ['2017-11-14 09:30', '2017-11-14T09:30:00.000Z'],
    ['2017-11-14 09:30:10.5', '2017-11-14T09:30:10.500Z'],
    ['2017-11-14 09:30:00+01', '2017-11-14T08:30:00.000Z'],
    ['2017-11-14T09:30:00-0530', '2017-11-14T15:00:00.000Z'],
    ['2017-11-14 09:30 UTC', '2017-11-14T09:30:00.000Z'],
    ['2017-11-14 half past nine', '2017-11-14T00:00:00.000Z'],
    ['2017-11-14T25:30:00Z', undefined],
    ['14 November', undefined],
    [20171114, undefined],
    ['2017-99-99', undefined],
    ['2016-02-29', '2016-02-29T00:00:00.000Z'],
    // Days that no month has, which engines take for others.
    ['2017-02-30', undefined],
    ['2017-04-31T09:30:00Z', undefined],
  ])('reads the date %s as %s', (published, moment) => {
    const parsed = article({ published });
    expect(parsed.ok && parsed.value.published).toBe(moment);
  });

  it.each([
    [{ url: 'javascript:alert(1)' }, 'url is missing or not usable'],
    [{ title: undefined }, 'title is missing or not usable'],
    [{ outlet: 3 }, 'outlet is missing or not usable'],
    [{ summary: 'x'.repeat(limits.summaryLength + 1) }, 'summary is missing or not usable'],
  ])('refuses %o with a reason', (fields, detail) => {
    expect(article(fields)).toEqual({ ok: false, failure: { kind: 'not-coverage', detail } });
  });
});
