import { describe, expect, it } from 'vitest';
import { arrivedArticles } from '../../../lib/feeds/arrived-articles';
import type { ParsedArticle } from '../../../lib/feeds/parsed-feed';

const source = { url: 'https://news.example/feed', title: 'The Herald' };
const arrive = (...articles: ParsedArticle[]) => arrivedArticles({ title: 'Herald feed', language: 'en', schedule: {}, articles }, source);

describe('arrivedArticles', () => {
  it('carries the source title as the outlet and the feed language', () => {
    const [arrived] = arrive({ guid: 'g', url: 'https://news.example/1', title: 'One', summary: 's' });
    expect(arrived).toMatchObject({
      guid: 'g',
      article: { id: 'https://news.example/1', url: 'https://news.example/1', outlet: 'The Herald', language: 'en', summary: 's' },
    });
  });

  it('opens the guid where there is no link, and leaves out what cannot be opened or says nothing', () => {
    const arrived = arrive(
      { guid: 'https://news.example/2', permalink: 'https://news.example/2', title: 'Two' },
      { guid: '3', title: 'Three' },
      { url: 'https://news.example/4', title: '' },
    );
    expect(arrived.map(({ article }) => article.url)).toEqual(['https://news.example/2']);
  });

  it('takes the same address twice for one article', () => {
    const arrived = arrive({ guid: 'a', url: 'https://news.example/1', title: 'New' }, { guid: 'a', url: 'https://news.example/1', title: 'Old' });
    expect(arrived.map(({ article }) => article.title)).toEqual(['New']);
  });

  it('tells items that share an address apart by their guids', () => {
    const arrived = arrive({ guid: 'a', url: 'https://news.example/live', title: '10:05' }, { guid: 'b', url: 'https://news.example/live', title: '10:00' });
    expect(arrived.map(({ article }) => article.id)).toEqual(['https://news.example/feed#a', 'https://news.example/feed#b']);
  });

  it('tells items apart that are places in one page, and opens each at its own', () => {
    const arrived = arrive({ url: 'https://news.example/live#late', title: 'Late' }, { url: 'https://www.news.example/live#early', title: 'Early' });
    expect(arrived.map(({ article: { id, url } }) => [id, url])).toEqual([
      ['https://news.example/feed#Late ', 'https://news.example/live#late'], ['https://news.example/feed#Early ', 'https://www.news.example/live#early'],
    ]);
  });

  it('tells items without guids that share an address apart by their headlines, and takes one with the same headline for the same', () => {
    const url = 'https://news.example/live';
    const arrived = arrive({ url, title: 'Late' }, { url, title: 'Early', published: '2018-01-01T00:00:00Z' }, { url: 'https://news.example/1', title: 'One' }, { url: 'https://news.example/1', title: 'One' });
    expect(arrived.map(({ article }) => article.id)).toEqual([
      'https://news.example/feed#Late ', 'https://news.example/feed#Early 2018-01-01T00:00:00Z', 'https://news.example/1',
    ]);
  });

  it('does not believe a guid that different articles have', () => {
    const arrived = arrive(
      { guid: 'always', url: 'https://news.example/1', title: 'One' },
      { guid: 'always', url: 'https://news.example/2', title: 'Two' },
      { guid: 'own', url: 'https://news.example/3', title: 'Three' },
    );
    expect(arrived.map(({ guid, article }) => [guid, article.title])).toEqual([[undefined, 'One'], [undefined, 'Two'], ['own', 'Three']]);
  });

  it('knows articles without an address of their own by title and date, and reads them on the site', () => {
    const home = 'https://news.example/';
    const items = [
      { url: 'http://www.news.example', title: 'One', published: '2018-01-01T00:00:00Z' },
      { title: 'Two' },
      { title: 'Two', published: '2018-01-02T00:00:00Z' },
      { title: 'Two' },
    ];
    const arrived = arrivedArticles({ title: 'Herald', link: home, schedule: {}, articles: items }, source);
    expect(arrived.map(({ article }) => article.id)).toEqual([
      'https://news.example/feed#One 2018-01-01T00:00:00Z', 'https://news.example/feed#Two ', 'https://news.example/feed#Two 2018-01-02T00:00:00Z',
    ]);
    expect(arrived[1]?.article.url).toBe(home);
  });

  it('makes a headline of what a post without one begins with', () => {
    const [short, long] = arrive(
      { url: 'https://news.example/1', title: '', text: 'Nobody came.\nSo we left.' },
      { url: 'https://news.example/2', title: '', summary: 'word '.repeat(100).trim() },
    );
    expect(short?.article.title).toBe('Nobody came.');
    expect(long?.article.title).toMatch(/^(word ){23}word…$/);
  });
});
