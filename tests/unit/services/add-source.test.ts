import { describe, expect, it } from 'vitest';
import { addSource, previewSource } from '../../../lib/services/add-source';
import { createPorts, feedOf, now, sourceAt } from './source-ports';

const feedUrl = 'https://news.example/feed';

describe('addSource', () => {
  it('keeps a feed as a source with its articles', async () => {
    const { ports, sources, states, stored } = createPorts({ [feedUrl]: { body: feedOf('One'), headers: { etag: '"1"' } } });
    const added = await addSource(' news.example/feed ', ports);
    expect(added).toEqual({ ok: true, value: { source: sources[0], articles: 1 } });
    expect(sources[0]).toEqual({ id: feedUrl, url: feedUrl, title: 'The Herald', link: undefined, added: now });
    expect(states.get(feedUrl)).toMatchObject({ etag: '"1"', lastSuccess: now });
    expect(stored[0]?.article.outlet).toBe('The Herald');
  });

  it('finds the feed that a page announces', async () => {
    const page = `<html><head><link rel="alternate" type="application/rss+xml" href="/gone"><link rel="alternate" type="application/rss+xml" href="/feed"></head>`;
    const { ports, sources } = createPorts({ 'https://news.example/': { body: page }, [feedUrl]: { body: feedOf() } });
    expect((await addSource('https://news.example', ports)).ok).toBe(true);
    expect(sources[0]?.url).toBe(feedUrl);
  });

  it('tries without encryption where the reader did not say how, and the host does not answer', async () => {
    const { ports, sources } = createPorts({ 'http://news.example/feed': { body: feedOf() } });
    expect((await addSource('news.example/feed', ports)).ok).toBe(true);
    expect(sources[0]?.url).toBe('http://news.example/feed');
    expect(await addSource('https://news.example/feed', ports)).toMatchObject({ failure: { kind: 'already-there' } });
    expect(await addSource('https://other.example/feed', ports)).toMatchObject({ failure: { kind: 'unreachable' } });
  });

  it('names a source without a title after its host', async () => {
    const { ports, sources } = createPorts({ [feedUrl]: { body: '<rss version="2.0"/>' } });
    await addSource(feedUrl, ports);
    expect(sources[0]?.title).toBe('news.example');
  });

  it.each([
    ['not-an-address', 'javascript:alert(1)', {}],
    ['not-an-address', 'the guardian', {}],
    ['not-an-address', '', {}],
    ['unreachable', feedUrl, {}],
    ['refused', feedUrl, { [feedUrl]: { status: 500 } }],
    ['not-a-feed', feedUrl, { [feedUrl]: { body: '<html><p>Hello</p></html>' } }],
  ])('says %s and keeps nothing', async (kind, typed, web) => {
    const { ports, sources, stored, states } = createPorts(web);
    expect(await addSource(typed, ports)).toMatchObject({ ok: false, failure: { kind } });
    expect([sources, stored, [...states]]).toEqual([[], [], []]);
  });

  it('asks nobody for a source that is there already', async () => {
    const { ports, requests } = createPorts({}, [sourceAt(feedUrl)]);
    expect(await addSource('http://www.news.example/feed/', ports)).toMatchObject({ failure: { kind: 'already-there' } });
    expect(requests).toEqual([]);
  });

  it('says which host of an announced feed is not allowed', async () => {
    const page = '<link rel="alternate" type="application/rss+xml" href="https://feeds.example/all">';
    const { ports } = createPorts({ 'https://news.example/': { body: page } });
    const mayFetch = (url: string) => Promise.resolve(url.startsWith('https://news.example/'));
    expect(await addSource('news.example', { ...ports, mayFetch })).toEqual({ ok: false, failure: { kind: 'no-permission', detail: 'feeds.example' } });
  });

  const announcing = (...links: string[]) => links.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join('');
  const onlyNews = (url: string) => Promise.resolve(url.startsWith('https://news.example/'));

  it('asks for the host of the main feed, and takes no feed of comments for it', async () => {
    const page = announcing('/dead', 'https://feeds.example/main', '/comments/feed/');
    const { ports, requests } = createPorts({ 'https://news.example/': { body: page }, 'https://news.example/comments/feed/': { body: feedOf() } });
    expect(await addSource('news.example', { ...ports, mayFetch: onlyNews })).toEqual({ ok: false, failure: { kind: 'no-permission', detail: 'feeds.example' } });
    expect(requests).toHaveLength(2);
  });

  it('takes the next main feed where the host of the first is not allowed', async () => {
    const page = announcing('https://feeds.example/main', '/dead', '/feed');
    const { ports, sources } = createPorts({ 'https://news.example/': { body: page }, [feedUrl]: { body: feedOf() } });
    expect((await addSource('news.example', { ...ports, mayFetch: onlyNews })).ok).toBe(true);
    expect(sources[0]?.url).toBe(feedUrl);
  });

  it('tells of a host to allow rather than of links that are dead', async () => {
    const { ports } = createPorts({ 'https://news.example/': { body: announcing('https://feeds.example/main', '/dead') } });
    expect(await addSource('news.example', { ...ports, mayFetch: onlyNews })).toMatchObject({ failure: { kind: 'no-permission' } });
  });

  it('looks in the usual places where all that a page announces is dead, and reaches the fourth of what it announces', async () => {
    const web = { 'https://news.example/a': { status: 404 }, [feedUrl]: { body: feedOf() } };
    const usual = createPorts({ 'https://news.example/': { body: announcing('/a') }, ...web });
    expect((await addSource('news.example', usual.ports)).ok).toBe(true);
    const fourth = createPorts({ 'https://news.example/': { body: announcing('/a', '/b', '/c', '/fourth') }, 'https://news.example/fourth': { body: feedOf() } });
    expect((await addSource('news.example', fourth.ports)).ok).toBe(true);
    expect([usual.sources[0]?.url, fourth.sources[0]?.url]).toEqual([feedUrl, 'https://news.example/fourth']);
  });

  it('looks in the usual places where a page announces nothing', async () => {
    const { ports, sources, requests } = createPorts({
      'https://news.example/world/': { body: '<html></html>', headers: { 'content-type': 'text/html' } }, 'https://news.example/world/feed': { status: 404 }, 'https://news.example/feed': { status: 404 },
      'https://news.example/rss': { status: 404 }, 'https://news.example/rss.xml': { body: feedOf() },
    });
    expect((await addSource('news.example/world/', ports)).ok).toBe(true);
    expect(sources[0]?.url).toBe('https://news.example/rss.xml');
    expect(requests).toHaveLength(5);
  });

  it('looks in the usual places of a site whose front page is not for programs, but not where a host is busy or a page is not there', async () => {
    const site = (status: number, typed = 'news.example/') => {
      const { ports, requests } = createPorts({ [`https://${typed}`]: { status }, 'https://news.example/rss': { body: feedOf() }, [feedUrl]: { status: 404 } });
      return addSource(typed, ports).then(({ ok }) => [ok, requests.length]);
    };
    expect([await site(403), await site(429), await site(503), await site(404, 'news.example/feeds/wrold')]).toEqual([[true, 3], [false, 1], [false, 1], [false, 1]]);
  });

  it('looks nowhere else where the address is of no page', async () => {
    const { ports, requests } = createPorts({ 'https://news.example/style.css': { body: 'a {}', headers: { 'content-type': 'text/css' } }, [feedUrl]: { body: feedOf() } });
    expect(await addSource('https://news.example/style.css', ports)).toMatchObject({ failure: { kind: 'not-a-feed' } });
    expect(requests).toHaveLength(1);
  });

  it('keeps the address that a feed moved to', async () => {
    const { ports, sources } = createPorts({ [feedUrl]: { status: 301, headers: { location: '/new' } }, 'https://news.example/new': { body: feedOf() } });
    await addSource(feedUrl, ports);
    expect(sources[0]?.url).toBe('https://news.example/new');
  });
});

describe('previewSource', () => {
  it('shows the newest articles and the other feeds of a site, and keeps nothing', async () => {
    const item = (day: number) => `<item><title>Day ${day}</title><link>https://news.example/${day}</link><pubDate>2017-11-${10 + day}</pubDate></item>`;
    const page = '<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" title="Sport" href="/sport">';
    const feed = `<rss><channel><title>The Herald</title>${[1, 3, 2].map(item).join('')}</channel></rss>`;
    const { ports, sources, stored } = createPorts({ 'https://news.example/': { body: page }, [feedUrl]: { body: feed } });
    expect(await previewSource('news.example', ports)).toEqual({
      ok: true,
      value: {
        url: feedUrl, title: 'The Herald', link: undefined, articles: 3,
        newest: [3, 2, 1].map((day) => ({ title: `Day ${day}`, published: `2017-11-${10 + day}T00:00:00Z` })),
        others: [{ url: 'https://news.example/sport', title: 'Sport' }],
      },
    });
    expect([sources, stored]).toEqual([[], []]);
  });

  it('spares the host a second request when what was shown is added', async () => {
    const { ports, sources, requests } = createPorts({ [feedUrl]: { body: feedOf('One') } });
    await previewSource(feedUrl, ports);
    expect(await addSource(feedUrl, ports)).toMatchObject({ ok: true, value: { articles: 1 } });
    expect([sources.length, requests.length]).toEqual([1, 1]);
  });
});
