// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { arrivedArticles } from '../../lib/feeds/arrived-articles';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { createFullTextStore, pageSites } from '../../lib/storage/full-texts';
import { createHostWaitStore } from '../../lib/storage/host-waits';
import { createSourceRepository } from '../../lib/storage/sources';
import { useDatabase } from '../support/database';
import { gazette, herald, report } from '../support/reports';

const database = useDatabase();
const texts = () => createFullTextStore(database());

describe('createFullTextStore', () => {
  it('gives the newest teasers of sources whose reader wants all, and none twice', async () => {
    for (const source of [{ ...gazette, fullText: true }, herald]) await sources().add(source);
    const long = report('long', { text: 'word '.repeat(400) });
    await sink().store(gazette, [report('old', { published: '2020-01-01T00:00:00Z' }), report('new', { published: '2020-02-01T00:00:00Z' }), long]);
    await sink().store(herald, [report('other')]);
    expect((await texts().take(5)).map(({ id }) => id)).toEqual(['new', 'old']);
    await texts().store('new', undefined);
    expect((await texts().take(5)).map(({ id }) => id)).toEqual(['old']);
  });

  it('takes no page for the text of those that share it', async () => {
    await sources().add({ ...gazette, fullText: true });
    const feed = { title: 'Gazette', schedule: {}, articles: ['early', 'late'].map((title) => ({ title, url: `https://gazette.test/live#${title}` })) };
    await sink().store(gazette, [report('own'), ...arrivedArticles(feed, gazette)]);
    expect((await texts().take(5)).map(({ id }) => id)).toEqual(['own']);
  });

  it('keeps the text, and has the article linked anew', async () => {
    await sources().add({ ...gazette, fullText: true });
    await sink().store(gazette, [report('a')]);
    await texts().store('a', 'All of it, and more.');
    expect(await database().articleTexts.get('a')).toMatchObject({ text: 'All of it, and more.' });
    expect(await database().articles.get({ id: 'a' })).toMatchObject({ revision: 2, linked: 0, pageAsked: 1 });
    await texts().store('gone', 'Nothing');
    // The feed's teaser does not take its place again.
    await sink().store(gazette, [report('a', { title: 'Another headline' })]);
    expect(await database().articleTexts.get('a')).toMatchObject({ text: 'All of it, and more.' });
    expect(await database().articles.get({ id: 'a' })).toMatchObject({ title: 'Another headline', size: 'Another headline'.length + 'All of it, and more.'.length });
  });
});

describe('pageSites', () => {
  it('names the sites that have the pages of teasers, most pages first, and where they were sent on to', async () => {
    await sources().add({ ...gazette, fullText: true });
    const at = (id: string, url: string) => {
      const arrived = report(id);
      return { ...arrived, article: { ...arrived.article, url } };
    };
    await sink().store(gazette, [at('1', 'https://a.example/1'), at('2', 'https://b.example/2'), at('3', 'https://b.example/3')]);
    expect(await pageSites(database(), 'gazette')).toEqual(['https://b.example/', 'https://a.example/']);
    await texts().sentTo('1', 'c.example');
    expect(await texts().take(10)).toContainEqual({ id: '1', url: 'https://a.example/1', sentTo: 'c.example' });
    expect(await pageSites(database(), 'gazette')).toEqual(['https://b.example/', 'https://a.example/', 'https://c.example/', 'http://c.example/']);
    await texts().store('1', undefined);
    expect(await pageSites(database(), 'gazette')).toEqual(['https://b.example/']);
  });
});

describe('createHostWaitStore', () => {
  it('keeps until when hosts want to be left alone, and forgets what is over or comes from a wrong clock', async () => {
    let now = Date.parse('2020-01-01T00:00:00Z');
    const waits = createHostWaitStore(database(), () => now);
    await waits.keep({ host: 'a.example', until: '2020-01-01T01:00:00Z' });
    await waits.keep({ host: 'b.example', until: '2020-01-01T03:00:00Z' });
    await waits.keep({ host: 'c.example', until: '2030-01-01T03:00:00Z' });
    now += 2 * 3_600_000;
    expect(await waits.list()).toEqual([{ host: 'b.example', until: '2020-01-01T03:00:00.000Z' }]);
    expect(await database().states.where('name').startsWith('wait:').count()).toBe(1);
  });
});

function sources() {
  return createSourceRepository(database());
}

function sink() {
  return createArticleSink(database());
}
