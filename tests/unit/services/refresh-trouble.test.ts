import { describe, expect, it } from 'vitest';
import { createHostTurns } from '../../../lib/services/host-turns';
import { refreshSources } from '../../../lib/services/refresh-sources';
import { createPorts, feedOf, now, response, sourceAt } from './source-ports';

const herald = sourceAt('https://news.example/feed');

describe('a round of refreshing', () => {
  it('takes no unchanged answer where nothing ever came', async () => {
    const { ports, states } = createPorts({ [herald.url]: { status: 304, headers: { etag: '"1"' } } }, [herald]);
    const { refreshed: [refreshed] } = await refreshSources(ports);
    expect(refreshed?.failure).toEqual({ kind: 'refused', detail: '304' });
    expect(states.get(herald.id)).toMatchObject({ failuresInRow: 1 });
    expect(states.get(herald.id)).not.toHaveProperty('etag');
  });

  it('keeps across its own death what a host asked for to which a source was sent on', async () => {
    const elsewhere = sourceAt('https://two.example/feed');
    const busy = { status: 429, headers: { 'retry-after': '7200' } };
    const { ports, states, requests } = createPorts(
      { [herald.url]: { status: 302, headers: { location: 'https://two.example/herald' } }, 'https://two.example/herald': busy, [elsewhere.url]: busy },
      [herald, elsewhere],
    );
    await refreshSources(ports, [herald.id]);
    expect(states.get(herald.id)).toMatchObject({ hostNotBefore: '2018-01-01T02:00:00Z', busyHost: 'two.example' });
    const startedAnew = { ...ports, hosts: createHostTurns(() => Promise.resolve()) };
    await refreshSources(startedAnew);
    await refreshSources(startedAnew, [elsewhere.id]);
    expect(requests.map(({ url }) => url)).toEqual([herald.url, 'https://two.example/herald']);
  });

  it('says of what cannot be unpacked that it is broken, and of a host that hangs up that it did not answer', async () => {
    const hangsUp = (headers: Record<string, string>) => () => Promise.resolve({ ...response({ headers }), body: new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new TypeError('network error')),
    }) });
    for (const [headers, failure] of [[{ 'content-encoding': 'gzip' }, { kind: 'not-a-feed', detail: 'broken' }], [{}, { kind: 'unreachable', detail: 'news.example' }]] as const) {
      const { ports } = createPorts({ [herald.url]: hangsUp(headers) }, [herald]);
      expect((await refreshSources(ports)).refreshed[0]?.failure).toEqual(failure);
    }
  });

  it('says what was answered where a redirect leads nowhere', async () => {
    const headers: readonly Record<string, string>[] = [{}, { location: ' ' }, { location: 'javascript:0' }];
    for (const said of headers) {
      const { ports } = createPorts({ [herald.url]: { status: 301, headers: said } }, [herald]);
      expect((await refreshSources(ports)).refreshed[0]?.failure).toEqual({ kind: 'refused', detail: '301' });
    }
  });

  it('takes a feed on which reading breaks for trouble of that source, and asks the next', async () => {
    const other = sourceAt('https://news.example/sport');
    const { ports, states } = createPorts({ [herald.url]: { body: feedOf('One') }, [other.url]: { body: feedOf('Two') } }, [
      { ...herald, get title(): string { throw new RangeError('Maximum call stack size exceeded'); } }, other,
    ]);
    const { refreshed } = await refreshSources(ports);
    expect(refreshed).toEqual([
      { sourceId: herald.id, newArticles: 0, failure: { kind: 'not-a-feed', detail: 'broken' } },
      { sourceId: other.id, newArticles: 1 },
    ]);
    expect(states.get(herald.id)).toMatchObject({ failuresInRow: 1, nextFetch: '2018-01-01T00:15:00Z', lastFailure: { at: now, kind: 'not-a-feed', detail: 'broken' } });
  });

  it('keeps its address while another that was removed from the new one may come back', async () => {
    const elsewhere = 'https://other.example/feed';
    const { ports, states } = createPorts({ [herald.url]: { status: 301, headers: { location: elsewhere } }, [elsewhere]: { body: feedOf('One') } }, [herald]);
    await refreshSources({ ...ports, sources: { ...ports.sources, move: () => Promise.resolve('later') } });
    expect(states.get(herald.id)).toMatchObject({ movedTo: elsewhere, lastSuccess: now });
    expect(states.get(herald.id)).not.toHaveProperty('gone');
  });
});
