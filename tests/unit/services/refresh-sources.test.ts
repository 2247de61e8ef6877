import { describe, expect, it } from 'vitest';
import { pickDueSources, refreshSources } from '../../../lib/services/refresh-sources';
import { createPorts, feedOf, now, response, sourceAt } from './source-ports';

const herald = sourceAt('https://news.example/feed');
const state = (id: string, nextFetch: string, more: object = {}) => ({ sourceId: id, nextFetch, failuresInRow: 0, ...more });

describe('pickDueSources', () => {
  it('picks what is due, never fetched first, then the longest overdue', () => {
    const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((host) => sourceAt(`https://${host}.example/feed`));
    const states = [
      state(a!.id, '2018-01-01T00:00:01Z'),
      state(b!.id, '2017-12-31T00:00:00Z'),
      state(c!.id, '2017-12-30T00:00:00Z'),
      state(e!.id, '2017-01-01T00:00:00Z', { gone: true }),
    ];
    expect(pickDueSources([a!, b!, c!, d!, e!], states, now)).toEqual([d, c, b]);
  });
});

describe('refreshSources', () => {
  it('stores what a source brought and when to ask again', async () => {
    const { ports, states, stored, requests } = createPorts(
      { [herald.url]: { body: feedOf('One', 'Two'), headers: { etag: 'W/"1"', 'last-modified': 'yesterday' } } },
      [herald],
    );
    expect(await refreshSources(ports)).toEqual([{ sourceId: herald.id, newArticles: 2 }]);
    expect(stored.map(({ article }) => [article.title, article.outlet])).toEqual([['One', 'The Herald'], ['Two', 'The Herald']]);
    expect(states.get(herald.id)).toMatchObject({ lastSuccess: now, failuresInRow: 0, etag: 'W/"1"', lastModified: 'yesterday' });
    expect(states.get(herald.id)?.nextFetch.localeCompare(now)).toBe(1);
    expect(requests[0]?.options).toMatchObject({ credentials: 'omit', redirect: 'follow', cache: 'no-store' });
    expect(requests[0]?.options.headers).not.toHaveProperty('If-None-Match');
  });

  it('asks on a condition, and keeps the validators that an unchanged answer does not renew', async () => {
    const { ports, states, requests } = createPorts({ [herald.url]: { status: 304, headers: { etag: '"2"' } } }, [herald]);
    states.set(herald.id, state(herald.id, now, { etag: '"1"', lastModified: 'yesterday', articlesPerWeek: 84 }));
    expect(await refreshSources(ports)).toEqual([{ sourceId: herald.id, newArticles: 0 }]);
    expect(requests[0]?.options.headers).toMatchObject({ 'If-None-Match': '"1"', 'If-Modified-Since': 'yesterday' });
    expect(states.get(herald.id)).toMatchObject({ etag: '"2"', lastModified: 'yesterday', nextFetch: '2018-01-01T01:00:00Z' });
  });

  it('forgets validators that a new body comes without', async () => {
    const { ports, states } = createPorts({ [herald.url]: { body: feedOf() } }, [herald]);
    states.set(herald.id, state(herald.id, now, { etag: '"1"' }));
    await refreshSources(ports);
    expect(states.get(herald.id)?.etag).toBeUndefined();
  });

  it.each([
    ['unreachable', undefined],
    ['refused', { status: 404 }],
    ['not-a-feed', { body: '<html></html>' }],
  ])('says %s and backs off', async (kind, answer) => {
    const { ports, states, stored } = createPorts(answer ? { [herald.url]: answer } : {}, [herald]);
    states.set(herald.id, state(herald.id, now, { failuresInRow: 2, etag: '"1"', lastSuccess: '2017-12-01T00:00:00Z' }));
    const [refreshed] = await refreshSources(ports);
    expect(refreshed?.failure?.kind).toBe(kind);
    expect(stored).toEqual([]);
    expect(states.get(herald.id)).toMatchObject({
      failuresInRow: 3, nextFetch: '2018-01-01T01:00:00Z', lastFailure: { at: now, kind }, etag: '"1"', lastSuccess: '2017-12-01T00:00:00Z',
    });
  });

  it('reads no more than the limit of an endless body', async () => {
    let pulled = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled++;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const web = { [herald.url]: () => Promise.resolve({ ...response({}), body: endless }) };
    const { ports } = createPorts(web, [herald]);
    const [refreshed] = await refreshSources(ports);
    expect(refreshed?.failure?.kind).toBe('too-large');
    expect(isCancelled).toBe(true);
    expect(pulled).toBeLessThan(20);
  });

  it('gives up when the deadline has passed', async () => {
    const { ports } = createPorts({ [herald.url]: () => Promise.reject(new DOMException('', 'TimeoutError')) }, [herald]);
    const [refreshed] = await refreshSources({ ...ports, deadline: () => AbortSignal.abort() });
    expect(refreshed?.failure?.kind).toBe('too-slow');
  });

  it('leaves a host alone that asks for it, with all of its sources', async () => {
    const other = sourceAt('https://news.example/sport');
    const elsewhere = sourceAt('https://other.example/feed');
    const { ports, states, requests } = createPorts(
      { [herald.url]: { status: 429, headers: { 'retry-after': '7200' } }, [elsewhere.url]: { body: feedOf() } },
      [herald, other, elsewhere],
    );
    await refreshSources(ports);
    expect(requests.map(({ url }) => url).sort()).toEqual([herald.url, elsewhere.url]);
    expect(states.get(herald.id)?.nextFetch).toBe('2018-01-01T02:00:00Z');
    expect(states.get(other.id)).toMatchObject({ nextFetch: '2018-01-01T02:00:00Z', failuresInRow: 0 });
  });

  it('never asks again by itself for what is gone', async () => {
    const { ports, states, sources } = createPorts({ [herald.url]: { status: 410 } }, [herald]);
    await refreshSources(ports);
    expect(states.get(herald.id)?.gone).toBe(true);
    expect(pickDueSources(sources, [...states.values()], '2030-01-01T00:00:00Z')).toEqual([]);
  });

  it('asks one host one thing at a time, and several hosts at once', async () => {
    const all = ['a', 'b', 'c'].flatMap((host) => [1, 2, 3].map((number) => sourceAt(`https://${host}.example/${number}`)));
    const running = new Map<string, number>();
    let most = 0;
    let total = 0;
    const answer = (host: string) => async () => {
      running.set(host, (running.get(host) ?? 0) + 1);
      expect(running.get(host)).toBe(1);
      most = Math.max(most, [...running.values()].reduce((sum, count) => sum + count, 0));
      await new Promise(setImmediate);
      running.set(host, (running.get(host) ?? 0) - 1);
      total++;
      return response({ body: feedOf() });
    };
    const { ports } = createPorts(Object.fromEntries(all.map(({ url }) => [url, answer(new URL(url).host)])), all);
    await refreshSources(ports);
    expect({ total, most }).toEqual({ total: 9, most: 3 });
  });

  it('fetches only what is asked for, due or not', async () => {
    const other = sourceAt('https://other.example/feed');
    const { ports, states, requests } = createPorts({ [herald.url]: { body: feedOf() } }, [herald, other]);
    states.set(herald.id, state(herald.id, '2030-01-01T00:00:00Z'));
    await refreshSources(ports, [herald.id]);
    expect(requests.map(({ url }) => url)).toEqual([herald.url]);
  });

  it('asks nothing of a host that the reader did not allow', async () => {
    const { ports, requests } = createPorts({}, [herald]);
    const [refreshed] = await refreshSources({ ...ports, mayFetch: () => Promise.resolve(false) });
    expect(refreshed?.failure).toEqual({ kind: 'no-permission', detail: 'news.example' });
    expect(requests).toEqual([]);
  });
});
