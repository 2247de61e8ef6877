import { describe, expect, it } from 'vitest';
import { planFetches } from '../../../lib/feeds/plan-fetches';
import { refreshSources } from '../../../lib/services/refresh-sources';
import { createPorts, feedOf, now, response, sourceAt, type Answer } from './source-ports';

const herald = sourceAt('https://news.example/feed');
const state = (id: string, nextFetch: string, more: object = {}) => ({ sourceId: id, nextFetch, failuresInRow: 0, ...more });

describe('refreshSources', () => {
  it('stores what a source brought and when to ask again', async () => {
    const { ports, states, stored, requests } = createPorts(
      { [herald.url]: { body: feedOf('One', 'Two'), headers: { etag: 'W/"1"', 'last-modified': 'yesterday' } } },
      [herald],
    );
    expect(await refreshSources(ports)).toEqual({ refreshed: [{ sourceId: herald.id, newArticles: 2 }], left: 0 });
    expect(stored.map(({ article }) => [article.title, article.outlet])).toEqual([['One', 'The Herald'], ['Two', 'The Herald']]);
    expect(states.get(herald.id)).toMatchObject({ lastSuccess: now, failuresInRow: 0, etag: 'W/"1"', lastModified: 'yesterday' });
    expect(states.get(herald.id)?.nextFetch.localeCompare(now)).toBe(1);
    expect(requests[0]?.options).toMatchObject({ credentials: 'omit', redirect: 'manual', cache: 'no-store' });
    expect(requests[0]?.options.headers).not.toHaveProperty('If-None-Match');
  });

  it('asks on a condition, and keeps the validators that an unchanged answer does not renew', async () => {
    const { ports, states, requests } = createPorts({ [herald.url]: { status: 304, headers: { etag: '"2"' } } }, [herald]);
    states.set(herald.id, state(herald.id, now, { etag: '"1"', lastModified: 'yesterday', articlesPerWeek: 84 }));
    expect((await refreshSources(ports)).refreshed).toEqual([{ sourceId: herald.id, newArticles: 0 }]);
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
    const { refreshed: [refreshed] } = await refreshSources(ports);
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
    const { refreshed: [refreshed] } = await refreshSources(ports);
    expect(refreshed?.failure?.kind).toBe('too-large');
    expect(isCancelled).toBe(true);
    expect(pulled).toBeLessThan(20);
  });

  it('gives up when the deadline has passed', async () => {
    const { ports } = createPorts({ [herald.url]: () => Promise.reject(new DOMException('', 'TimeoutError')) }, [herald]);
    const { refreshed: [refreshed] } = await refreshSources({ ...ports, deadline: () => AbortSignal.abort() });
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
    expect(planFetches({ sources, states: [...states.values()], now: '2030-01-01T00:00:00Z' }).hosts).toEqual([]);
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
    const { refreshed: [refreshed] } = await refreshSources({ ...ports, mayFetch: () => Promise.resolve(false) });
    expect(refreshed?.failure).toEqual({ kind: 'no-permission', detail: 'news.example' });
    expect(requests).toEqual([]);
  });

  it('waits for the moment that a host asked for, even if the reader does not', async () => {
    const other = sourceAt('https://news.example/sport');
    const { ports, states, requests } = createPorts({ [herald.url]: { status: 429, headers: { 'retry-after': '7200' } } }, [herald, other]);
    await refreshSources(ports, [herald.id]);
    const { refreshed } = await refreshSources(ports, [herald.id, other.id]);
    expect(refreshed.map(({ failure }) => failure?.kind)).toEqual(['asked-to-wait', 'asked-to-wait']);
    expect(requests).toHaveLength(1);
    expect(states.get(other.id)).toMatchObject({ nextFetch: '2018-01-01T02:00:00Z', hostNotBefore: '2018-01-01T02:00:00Z', busyHost: 'news.example' });
  });

  it('leaves the rest of a host that fails again and again for later', async () => {
    const all = [1, 2, 3, 4, 5].map((number) => sourceAt(`https://news.example/${number}`));
    const web = Object.fromEntries(all.map(({ url }) => [url, { status: 502 }]));
    const { ports, states, requests } = createPorts(web, all);
    await refreshSources(ports);
    expect(requests).toHaveLength(2);
    expect(all.map(({ id }) => states.get(id)?.nextFetch)).toEqual(Array.from({ length: 5 }, () => '2018-01-01T00:15:00Z'));
    expect(states.get(all[4]!.id)?.failuresInRow).toBe(0);
  });

  it('notes what it asks before it does, so that a background that dies of a feed does not die of it every time', async () => {
    const { ports, states } = createPorts({ [herald.url]: () => new Promise(() => undefined) }, [herald]);
    void refreshSources(ports);
    while (!states.has(herald.id)) await new Promise(setImmediate);
    expect(states.get(herald.id)).toMatchObject({ nextFetch: '2018-01-01T00:15:00Z', failuresInRow: 0 });
  });

  it('does not fetch again what another round has fetched meanwhile', async () => {
    const other = sourceAt('https://news.example/sport');
    const { ports, states, requests } = createPorts({ [herald.url]: { body: feedOf() }, [other.url]: { body: feedOf() } }, [herald, other]);
    await Promise.all([refreshSources(ports), refreshSources(ports)]);
    expect(requests.map(({ url }) => url)).toEqual([herald.url, other.url]);
    expect([...states.values()].every(({ lastSuccess }) => lastSuccess === now)).toBe(true);
  });

  it('counts no failure of a silent host while the machine has no line, and reads what there is', async () => {
    const { ports, states } = createPorts({ [herald.url]: { body: feedOf('One') } }, [herald, sourceAt('https://a.example/feed')]);
    await refreshSources({ ...ports, isOnline: () => false }, ['https://a.example/feed']);
    expect(states.get('https://a.example/feed')).toMatchObject({ failuresInRow: 0, nextFetch: '2018-01-01T00:15:00Z' });
    expect((await refreshSources({ ...ports, isOnline: () => false })).refreshed).toContainEqual({ sourceId: herald.id, newArticles: 1 });
  });

  it('counts no failure where no host at all is there, and comes again soon', async () => {
    const all = ['a', 'b', 'c'].map((host) => sourceAt(`https://${host}.example/feed`));
    const { ports, states } = createPorts({}, all);
    for (const { id } of all) states.set(id, state(id, now, { failuresInRow: 4, lastSuccess: '2017-12-01T00:00:00Z' }));
    expect((await refreshSources(ports)).refreshed.map(({ failure }) => failure?.kind)).toEqual(['unreachable', 'unreachable', 'unreachable']);
    expect([...states.values()]).toEqual(all.map(({ id }) => state(id, '2018-01-01T00:15:00Z', { failuresInRow: 4, lastSuccess: '2017-12-01T00:00:00Z' })));
  });

  it('counts failures of silent hosts where another one is there', async () => {
    const all = ['a', 'b', 'c', 'd'].map((host) => sourceAt(`https://${host}.example/feed`));
    const { ports, states } = createPorts({ 'https://d.example/feed': { status: 500 } }, all);
    await refreshSources(ports);
    expect([...states.values()].map(({ failuresInRow }) => failuresInRow)).toEqual([1, 1, 1, 1]);
  });

  it('keeps what came before the connection broke, but not its validators', async () => {
    const body = new TextEncoder().encode(feedOf('One', 'Two').slice(0, -40));
    let isSent = false;
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (isSent) controller.error(new TypeError('network'));
        else controller.enqueue(body);
        isSent = true;
      },
    });
    const web = { [herald.url]: () => Promise.resolve({ ...response({ headers: { etag: '"1"' } }), body: broken }) };
    const { ports, states, stored } = createPorts(web, [herald]);
    await refreshSources(ports);
    expect(stored.map(({ article }) => article.title)).toEqual(['One', 'Two']);
    expect(states.get(herald.id)).toMatchObject({ lastSuccess: now, failuresInRow: 0 });
    expect(states.get(herald.id)?.etag).toBeUndefined();
  });

  it('honours what the feed asked for after an unchanged answer, too', async () => {
    const feed = feedOf('One').replace('<title>', '<ttl>240</ttl><title>');
    const { ports, states } = createPorts({ [herald.url]: { body: feed } }, [herald]);
    await refreshSources(ports);
    const { ports: later } = createPorts({ [herald.url]: { status: 304 } }, [herald]);
    await refreshSources({ ...later, sources: ports.sources }, [herald.id]);
    expect(states.get(herald.id)).toMatchObject({ schedule: { ttlMinutes: 240 }, nextFetch: '2018-01-01T04:00:00Z' });
  });
});

describe('refreshSources and redirects', () => {
  const moved = 'https://news.example/new';
  const elsewhere = 'https://other.example/feed';
  const to = (location: string, status = 301) => ({ status, headers: { location } });

  it('moves a source that moved for good, along a chain', async () => {
    const { ports, sources, states, requests } = createPorts({ [herald.url]: to('/newer'), 'https://news.example/newer': to(moved, 308), [moved]: { body: feedOf('One') } }, [herald]);
    await refreshSources(ports);
    expect(requests.map(({ url }) => url)).toEqual([herald.url, 'https://news.example/newer', moved]);
    expect(sources[0]).toEqual({ ...herald, url: moved });
    expect(states.get(herald.id)).toMatchObject({ movedFrom: herald.url, lastSuccess: now });
  });

  it('comes back to the old address after a redirect for now', async () => {
    const { ports, sources, states } = createPorts({ [herald.url]: to(moved, 302), [moved]: to(elsewhere), [elsewhere]: { body: feedOf() } }, [herald]);
    await refreshSources(ports);
    expect(sources[0]).toEqual(herald);
    expect(states.get(herald.id)).toMatchObject({ movedTo: elsewhere });
  });

  it('does not move to where nothing is, nor to what is no feed', async () => {
    for (const answer of [{ status: 404 }, { body: '<html></html>' }]) {
      const { ports, sources } = createPorts({ [herald.url]: to(moved), [moved]: answer }, [herald]);
      await refreshSources(ports);
      expect(sources[0]?.url).toBe(herald.url);
    }
  });

  it('ends a source that moved to where another is', async () => {
    const { ports, sources, states } = createPorts({ [herald.url]: to(elsewhere), [elsewhere]: { body: feedOf() } }, [herald, sourceAt(elsewhere)]);
    await refreshSources(ports);
    expect(sources[0]?.url).toBe(herald.url);
    expect(states.get(herald.id)).toMatchObject({ gone: true, movedTo: elsewhere });
  });

  it.each([
    ['a loop', { [herald.url]: to(moved), [moved]: to(herald.url) }, 2],
    ['a chain without end', Object.fromEntries(Array.from({ length: 50 }, (_, at) => [at === 0 ? herald.url : `https://news.example/${at}`, to(`/${at + 1}`)])), 9],
  ])('gives up on %s', async (_what, web, most) => {
    const { ports, requests } = createPorts(web, [herald]);
    const { refreshed: [refreshed] } = await refreshSources(ports);
    expect(refreshed?.failure?.kind).toBe('in-circles');
    expect(requests).toHaveLength(most);
  });

  it('comes again when the host that it is sent to wants to be asked, and counts no failure', async () => {
    const { ports, states, requests } = createPorts({ [herald.url]: { status: 302, headers: { location: 'https://elsewhere.example/feed' } } }, [herald]);
    await ports.hosts.leaveAlone('elsewhere.example', '2018-01-01T00:03:00Z');
    const { refreshed: [refreshed] } = await refreshSources(ports);
    expect(refreshed?.failure).toEqual({ kind: 'asked-to-wait', detail: 'elsewhere.example' });
    expect(requests.map(({ url }) => url)).toEqual([herald.url]);
    expect(states.get(herald.id)).toMatchObject({ nextFetch: '2018-01-01T00:03:00Z', failuresInRow: 0 });
  });

  it('asks no host that it is sent to unless the reader allowed it', async () => {
    const { ports, requests } = createPorts({ [herald.url]: to(elsewhere) }, [herald]);
    const mayFetch = (url: string) => Promise.resolve(!url.startsWith('https://other'));
    const { refreshed: [refreshed] } = await refreshSources({ ...ports, mayFetch });
    expect(refreshed?.failure).toEqual({ kind: 'no-permission', detail: 'other.example' });
    expect(requests).toHaveLength(1);
  });

  it('is gone where the place that it was sent on to for a while says so', async () => {
    const answers: Record<string, Answer> = { [herald.url]: to(elsewhere, 302), [elsewhere]: { body: feedOf() } };
    const { ports, states } = createPorts(answers, [herald]);
    await refreshSources(ports);
    expect(states.get(herald.id)?.movedTo).toBe(elsewhere);
    answers[elsewhere] = { status: 410 };
    await refreshSources(ports, [herald.id]);
    expect(states.get(herald.id)).toMatchObject({ gone: true, movedTo: undefined });
  });

  it('says where a browser that follows by itself was sent', async () => {
    const { ports, states } = createPorts({ [herald.url]: { body: feedOf(), url: moved } }, [herald]);
    await refreshSources(ports);
    expect(states.get(herald.id)?.movedTo).toBe(moved);
  });
});
