import { expect, it } from 'vitest';
import { refreshSources } from '../../../lib/services/refresh-sources';
import { wakeAllowed } from '../../../lib/services/wake-allowed';
import { createPorts, feedOf, now, sourceAt } from './source-ports';

const [herald, post] = [sourceAt('https://news.example/feed'), sourceAt('https://post.example/feed')];
const onlyNews = (url: string) => Promise.resolve(url.startsWith('https://news.example/'));

it('asks at once what waited for a permission alone', async () => {
  const { ports, states } = createPorts({ [herald.url]: { body: feedOf('One') } }, [herald, post]);
  const refused = { ...ports, mayFetch: () => Promise.resolve(false) };
  await refreshSources(refused, [herald.id, post.id]);
  await refreshSources(refused, [herald.id]);
  expect(states.get(herald.id)).toMatchObject({ failuresInRow: 2, nextFetch: '2018-01-01T00:30:00Z' });

  expect(await wakeAllowed(refused)).toBe(0);
  expect(await wakeAllowed({ ...ports, mayFetch: onlyNews })).toBe(1);
  expect(states.get(herald.id)).toMatchObject({ failuresInRow: 1, nextFetch: now });
  expect(states.get(post.id)?.nextFetch).toBe('2018-01-01T00:15:00Z');
  expect((await refreshSources({ ...ports, mayFetch: onlyNews })).refreshed).toEqual([{ sourceId: herald.id, newArticles: 1 }]);
});

it('leaves the wait of what failed for another reason', async () => {
  const { ports, states } = createPorts({ [herald.url]: { status: 500 } }, [herald]);
  await refreshSources(ports);
  expect(await wakeAllowed({ ...ports, mayFetch: onlyNews })).toBe(0);
  expect(states.get(herald.id)?.nextFetch).toBe('2018-01-01T00:15:00Z');
});

it('asks again what is sent on to a host that is allowed now', async () => {
  const web = { [herald.url]: { status: 302, headers: { location: 'http://feeds.example/all' } } };
  const { ports, states } = createPorts(web, [herald]);
  await refreshSources({ ...ports, mayFetch: onlyNews });
  expect(await wakeAllowed({ ...ports, mayFetch: onlyNews })).toBe(0);
  expect(await wakeAllowed({ ...ports, mayFetch: (url) => Promise.resolve(url.startsWith('http://feeds.example/')) })).toBe(1);
  expect(states.get(herald.id)?.nextFetch).toBe(now);
});
