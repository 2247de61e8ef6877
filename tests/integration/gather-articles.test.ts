// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entity } from '../../lib/model/entity';
import { gatherArticles } from '../../lib/services/gather-articles';
import type { GatherMemory } from '../../lib/services/gather-articles';
import { placeArticle } from '../../lib/services/place-article';
import { createCoverageSource } from '../../lib/storage/coverage';
import { createGatheredStore } from '../../lib/storage/gathered-articles';
import type { ArticleRow } from '../../lib/storage/rows';
import { articleKey } from '../../lib/storage/article-key';
import { useDatabase } from '../support/database';

const ada: Entity = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: ['Lindqvist'] };
const database = useDatabase();
let memory: GatherMemory = {};

beforeEach(() => {
  memory = {};
});

async function keep(number: number, { title, text, linked = 1 }: { title: string; text: string; linked?: number }): Promise<void> {
  const published = `2020-01-${String(number).padStart(2, '0')}T00:00:00Z`;
  const url = `https://gazette.example/${number}`;
  const row: ArticleRow = {
    ...{ id: url, url, title, outlet: 'Gazette', published, number, key: articleKey({ published, number }), origins: ['file:1'], guids: [] },
    ...{ revision: 1, linked, counted: 0, entities: ['ada'], mentions: [], size: 100 },
  };
  await database().articles.put(row);
  await database().articleTexts.put({ article: url, text });
}

function gather(base = 1): Promise<number> {
  const ports = {
    ...createGatheredStore(database()),
    entities: () => Promise.resolve([ada]),
    base: () => Promise.resolve(base),
    pause: () => Promise.resolve(),
  };
  return gatherArticles(ports, memory);
}

const flood = 'The Brook Valley dam burst and flooded Harbourton before dawn. "We lost the mill," Ada Lindqvist said.';

describe('gatherArticles', () => {
  it('keeps quotes under whoever said them, with their articles', async () => {
    await keep(1, { title: 'Brook Valley dam bursts', text: flood });
    expect(await gather()).toBe(1);
    const [quote] = await createCoverageSource(database()).quotesOf('ada');
    expect(quote).toEqual({ text: 'We lost the mill,', said: '2020-01-01T00:00:00Z', outlet: 'Gazette', url: 'https://gazette.example/1', title: 'Brook Valley dam bursts' });
    expect(await gather()).toBe(0);
  });

  it('finds the articles of one event, across a death of the background', async () => {
    await keep(1, { title: 'Brook Valley dam bursts', text: flood });
    await gather();
    memory = {};
    await keep(2, { title: 'Brook Valley dam burst floods Harbourton', text: flood });
    await keep(3, { title: 'Council approves a new library roof', text: 'The council voted for a copper roof on the library.' });
    await gather();
    const story = await createCoverageSource(database()).storyOf('https://gazette.example/2');
    expect(story?.articles.map(({ url }) => url)).toEqual(['https://gazette.example/1', 'https://gazette.example/2']);
    expect(await createCoverageSource(database()).storyOf('https://gazette.example/3')).toBeUndefined();
  });

  describe('with an article that the reader took out of a story', () => {
    const [first, second, third] = [1, 2, 3].map((number) => `https://gazette.example/${number}`) as [string, string, string];
    const storyOf = async (url: string) => (await createCoverageSource(database()).storyOf(url))?.articles.map((article) => article.url);

    beforeEach(async () => {
      await keep(1, { title: 'Brook Valley dam bursts', text: flood });
      await keep(2, { title: 'Brook Valley dam burst floods Harbourton', text: flood });
      await keep(3, { title: 'Harbourton flooded as Brook Valley dam bursts', text: flood });
      await gather();
      const placed = await placeArticle(second, { page: first, belongs: false }, { coverage: createCoverageSource(database()), stories: () => memory.stories });
      expect(placed).toEqual({ state: 'done' });
    });

    it('leaves it alone, whatever comes and is found anew', async () => {
      expect(await storyOf(first)).toEqual([first, third]);
      expect(await storyOf(second)).toBeUndefined();
      await keep(4, { title: 'Brook Valley dam burst floods Harbourton mill', text: flood });
      await gather();
      memory.stories?.tidy();
      memory = {};
      await keep(5, { title: 'Harbourton counts what the Brook Valley dam burst took', text: flood });
      await gather(2);
      expect(await storyOf(first)).toEqual([1, 3, 4, 5].map((number) => `https://gazette.example/${number}`));
      expect(await storyOf(second)).toBeUndefined();
    });

    it('puts it back when the reader takes that back, and keeps it there', async () => {
      await createCoverageSource(database()).placeInStory(second, { page: first, belongs: true });
      await keep(4, { title: 'Council approves a new library roof', text: 'The council voted for a copper roof on the library.' });
      await gather();
      expect(await storyOf(first)).toEqual([first, second, third]);
    });

    it('says so of articles that are not kept', async () => {
      const coverage = createCoverageSource(database());
      const placed = await placeArticle('https://gazette.example/9', { page: first, belongs: false }, { coverage, stories: () => undefined });
      expect(placed).toEqual({ state: 'failed', failure: { kind: 'not-found' } });
      expect(await coverage.placeInStory(first, { page: second, belongs: true })).toBeUndefined();
    });
  });

  it('keeps no story whose last article went to another', async () => {
    await keep(1, { title: 'Brook Valley dam bursts', text: flood });
    const { store } = createGatheredStore(database());
    const told = (number: number) => ({
      quotes: [],
      table: new Uint8Array(),
      memory: new Uint8Array(),
      isUnsettled: false,
      stories: {
        articles: new Map([['https://gazette.example/1', number]]),
        stories: [{ number, from: 0, to: 0, articles: 1, digest: new Uint8Array() }],
        merged: new Map<number, number>(),
        firstNew: Infinity,
      },
    });
    await store({ articles: [], upTo: 1 }, told(0));
    await store({ articles: [], upTo: 1 }, told(1));
    expect(await database().stories.toArray()).toMatchObject([{ id: 's1', articles: [1] }]);
  });

  it('waits for what is not linked, and takes quotes anew with newer knowledge, never twice', async () => {
    await keep(1, { title: 'Brook Valley dam bursts', text: flood });
    await keep(2, { title: 'Brook Valley dam burst floods Harbourton', text: flood, linked: 0 });
    expect(await gather()).toBe(1);
    await database().articles.where('number').equals(2).modify({ linked: 1 });
    expect(await gather()).toBe(1);
    expect(await gather(2)).toBe(2);
    expect(await database().quotes.count()).toBe(2);
    expect(await database().stories.count()).toBe(1);
  });
});
