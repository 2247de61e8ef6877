import { describe, expect, it } from 'vitest';
import { fetchFullTexts, type TextlessArticle } from '../../../lib/services/fetch-full-texts';
import { createPorts, type Answer } from './source-ports';

const long = 'The chamber sat until midnight, and nobody left before the vote was taken. '.repeat(6).trim();

function bring(web: Record<string, Answer>, articles: readonly TextlessArticle[]) {
  const { ports, requests } = createPorts(web);
  const stored: (readonly [string, string | undefined])[] = [];
  const sentTo: (readonly [string, string])[] = [];
  const texts = {
    take: (limit: number) => Promise.resolve(articles.slice(0, limit)),
    store: (id: string, text: string | undefined) => {
      stored.push([id, text]);
      return Promise.resolve();
    },
    sentTo: (id: string, host: string) => {
      sentTo.push([id, host]);
      return Promise.resolve();
    },
  };
  return { ports: { ...ports, texts }, stored, sentTo, requests };
}

describe('fetchFullTexts', () => {
  it('asks once for each page, and keeps the text of those that have one', async () => {
    const { ports, stored, requests } = bring(
      { 'https://a.example/1': { body: `<article><p>${long}</p></article>` }, 'https://a.example/2': { body: '<p>Subscribe</p>' } },
      [{ id: '1', url: 'https://a.example/1' }, { id: '2', url: 'https://a.example/2' }, { id: '3', url: 'https://a.example/3' }],
    );
    expect(await fetchFullTexts(ports)).toBe(1);
    expect(stored).toEqual([['1', undefined], ['1', long], ['2', undefined], ['3', undefined]]);
    expect(requests[0]?.options).toMatchObject({ credentials: 'omit', headers: { Accept: expect.stringContaining('text/html') as string } });
  });

  it('asks for no more than a few in a round, and no host that the reader did not allow', async () => {
    const { ports, requests, stored } = bring({}, Array.from({ length: 50 }, (_, at) => ({ id: `${at}`, url: `https://a.example/${at}` })));
    await fetchFullTexts({ ...ports, mayFetch: () => Promise.resolve(false) });
    expect([requests.length, stored.length]).toEqual([0, 0]);
    await fetchFullTexts({ ...ports, mayFetch: (url) => Promise.resolve(!url.endsWith('1')) });
    expect(requests.length).toBe(1);
  });

  it('leaves alone who asked to wait, and tries again when it may', async () => {
    const { ports, requests, stored } = bring({ 'https://a.example/1': { body: `<p>${long}</p>` } }, [{ id: '1', url: 'https://a.example/1' }]);
    await ports.hosts.leaveAlone('a.example', '2018-01-02T00:00:00Z');
    await fetchFullTexts(ports);
    expect([requests, stored]).toEqual([[], []]);
    await fetchFullTexts({ ...ports, now: () => '2018-01-02T00:00:00Z' });
    expect(stored.map(([id]) => id)).toEqual(['1', '1']);
  });

  it.each([429, 503])('asks a host that answers %d for nothing more, and marks nothing as answered', async (status) => {
    const articles = Array.from({ length: 10 }, (_, at) => ({ id: `${at}`, url: `https://a.example/${at}` }));
    const { ports, requests, stored } = bring(Object.fromEntries(articles.map(({ url }) => [url, { status }])), articles);
    await fetchFullTexts(ports);
    await fetchFullTexts(ports);
    expect([requests.length, stored]).toEqual([1, []]);
    expect(ports.hosts.leftAloneUntil('a.example')).toBe('2018-01-01T00:15:00Z');
  });

  it('tries again what could not be reached while nobody could', async () => {
    const articles = [{ id: '1', url: 'https://a.example/1' }, { id: '2', url: 'https://a.example/2' }, { id: '3', url: 'https://b.example/3' }];
    const { ports, requests, stored } = bring({}, articles);
    await fetchFullTexts(ports);
    expect(requests.map(({ url }) => url)).toEqual(['https://a.example/1', 'https://b.example/3']);
    expect(stored).toEqual([]);
  });

  it('keeps for later what is sent on to a host that nobody allowed, and asks again when it is', async () => {
    const article = { id: '1', url: 'https://a.example/1' };
    const web = { [article.url]: { status: 302, headers: { location: 'https://b.example/1' } }, 'https://b.example/1': { body: `<p>${long}</p>` } };
    const first = bring(web, [article]);
    const isOnA = (url: string) => Promise.resolve(url.startsWith('https://a.example/'));
    await fetchFullTexts({ ...first.ports, mayFetch: isOnA });
    expect([first.stored, first.sentTo]).toEqual([[], [['1', 'b.example']]]);

    const later = bring(web, [{ ...article, sentTo: 'b.example' }]);
    await fetchFullTexts({ ...later.ports, mayFetch: isOnA });
    expect(later.requests).toEqual([]);
    await fetchFullTexts({ ...later.ports, mayFetch: (url) => Promise.resolve(url.startsWith('https://')) });
    expect(later.stored).toEqual([['1', undefined], ['1', long]]);
  });
});
