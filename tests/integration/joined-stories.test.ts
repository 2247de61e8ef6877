// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { gatherArticles, type GatherMemory } from '../../lib/services/gather-articles';
import { joinStories, partStories } from '../../lib/services/place-article';
import { showStory } from '../../lib/services/show-story';
import { articleKey } from '../../lib/storage/article-key';
import { createCoverageSource } from '../../lib/storage/coverage';
import { exportEverything } from '../../lib/storage/export-everything';
import { createGatheredStore } from '../../lib/storage/gathered-articles';
import type { ArticleRow } from '../../lib/storage/rows';
import { parseBaseItem } from '../../lib/packs/base-lines';
import { storeStories } from '../../lib/storage/story-rows';
import { useDatabase } from '../support/database';

const database = useDatabase();
let memory: GatherMemory = {};

const urlOf = (number: number): string => `https://gazette.example/${number}`;
const coverage = () => createCoverageSource(database());
const storyOf = async (number: number) => ((await coverage().storyOf(urlOf(number)))?.articles ?? []).map(({ url }) => Number(url.split('/').at(-1)));

async function keep(number: number, title: string, text: string): Promise<void> {
  const published = `2020-01-${String(number).padStart(2, '0')}T00:00:00Z`;
  const url = urlOf(number);
  const row: ArticleRow = {
    ...{ id: url, url, title, outlet: 'Gazette', published, number, key: articleKey({ published, number }), origins: ['file:1'], guids: [] },
    ...{ revision: 1, linked: 1, counted: 0, entities: ['harbourton'], mentions: [], size: 100 },
  };
  await database().articles.put(row);
  await database().articleTexts.put({ article: url, text });
}

function gather(base = 1): Promise<number> {
  const ports = { ...createGatheredStore(database()), entities: () => Promise.resolve([]), base: () => Promise.resolve(base), pause: () => Promise.resolve() };
  return gatherArticles(ports, memory);
}

const flood = (detail: string): [string, string] => ['Brook Valley dam bursts', `The Brook Valley dam burst and flooded Harbourton before dawn. ${detail}`];
const inquest = (detail: string): [string, string] => ['Engineers face questions', `An inquest asked engineers of the waterworks in Harbourton about a crack in the dam that nobody mended. ${detail}`];

/** Two events as they are found: the flood of 1 and 2, the inquest of 3 and 4. */
beforeEach(async () => {
  memory = {};
  await keep(1, ...flood('The mill was lost.'));
  await keep(2, ...flood('The water came at four.'));
  await keep(3, ...inquest('It goes on in spring.'));
  await keep(4, ...inquest('A judge listened.'));
  await gather();
  expect([await storyOf(1), await storyOf(3)]).toEqual([[1, 2], [3, 4]]);
});

describe('coverageOf', () => {
  it('knows the story of the page and of each report, and those that the reader joined with the page’s as one', async () => {
    const storiesSeen = async () => {
      const { story, candidates } = await coverage().coverageOf('harbourton', { url: urlOf(1), alongside: [] });
      return candidates.map((each) => each.story === story).reverse();
    };
    expect(await storiesSeen()).toEqual([true, true, false, false]);
    await joinStories(urlOf(3), urlOf(1), coverage());
    expect(await storiesSeen()).toEqual([true, true, true, true]);
    expect((await coverage().coverageOf('harbourton', { url: 'https://elsewhere.example/', alongside: [] })).story).toBeUndefined();
  });
});

describe('joinStories', () => {
  it('makes one event of two, and two again when that is taken back', async () => {
    const joined = await joinStories(urlOf(3), urlOf(1), coverage());
    expect(await storyOf(2)).toEqual([1, 2, 3, 4]);
    expect(await storyOf(4)).toEqual([1, 2, 3, 4]);
    expect(await partStories(joined.state === 'ready' ? joined.came : [], urlOf(1), coverage())).toEqual({ state: 'done' });
    expect([await storyOf(1), await storyOf(3)]).toEqual([[1, 2], [3, 4]]);
    expect((await database().articles.toArray()).flatMap(({ together = [] }) => together)).toEqual([]);
  });

  it('holds for what comes later, whatever is found anew, and across a death of the background', async () => {
    await joinStories(urlOf(3), urlOf(1), coverage());
    memory.stories?.tidy();
    memory = {};
    await keep(5, ...flood('The mayor came.'));
    await keep(6, ...inquest('The crack was photographed.'));
    await gather();
    expect(await storyOf(1)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await storyOf(6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('follows a story that turns out to be another', async () => {
    await keep(5, 'Choir sings at the fair', 'Sea songs and a brass band ended the summer of Ostwick.');
    await gather();
    await joinStories(urlOf(5), urlOf(3), coverage());
    const [into, from] = await Promise.all([1, 3].map(async (number) => Number((await database().articles.get({ number }))?.story?.slice(1))));
    const whole = { number: into!, from: 0, to: 1, articles: 4, digest: new Uint8Array() };
    await database().transaction('rw', database().articles, database().stories, () =>
      storeStories(database(), { articles: new Map(), stories: [whole], merged: new Map([[from!, into!]]), firstNew: Infinity }));
    expect(await storyOf(5)).toEqual([1, 2, 3, 4, 5]);
    expect(await storyOf(1)).toEqual([1, 2, 3, 4, 5]);
  });

  it('joins a third event with both, and takes back that one alone', async () => {
    await keep(5, 'Choir sings at the fair', 'Sea songs and a brass band ended the summer of Ostwick.');
    await gather();
    await joinStories(urlOf(3), urlOf(1), coverage());
    const joined = await joinStories(urlOf(5), urlOf(4), coverage());
    expect(await storyOf(1)).toEqual([1, 2, 3, 4, 5]);
    await partStories(joined.state === 'ready' ? joined.came : [], urlOf(4), coverage());
    expect([await storyOf(1), await storyOf(5)]).toEqual([[1, 2, 3, 4], []]);
  });

  it('travels in the file with everything, and holds where the stories are found anew', async () => {
    await joinStories(urlOf(3), urlOf(1), coverage());
    const words = new Map<string, readonly string[]>();
    for await (const line of exportEverything(database(), {}, '2020-02-01T00:00:00Z')) {
      const item = parseBaseItem(line);
      if (item.ok && item.value.is === 'article' && item.value.article.together) words.set(item.value.article.id, item.value.article.together);
    }
    expect(words).toEqual(new Map([[urlOf(1), [urlOf(3)]], [urlOf(3), [urlOf(1)]]]));
    await database().stories.clear();
    await database().articles.toCollection().modify((row) => {
      delete row.story;
      delete row.placed;
    });
    memory = {};
    await gather(2);
    expect(await storyOf(2)).toEqual([1, 2, 3, 4]);
  });

  it('lets an article go that the reader takes out again', async () => {
    await joinStories(urlOf(3), urlOf(1), coverage());
    await coverage().placeInStory(urlOf(3), { page: urlOf(1), belongs: false });
    expect([await storyOf(1), await storyOf(3)]).toEqual([[1, 2, 4], []]);
    expect((await database().articles.toArray()).flatMap(({ together = [] }) => together)).toEqual([]);
  });

  it('says so of what is not kept, and of what was one event before does nothing', async () => {
    expect(await joinStories('https://gazette.example/9', urlOf(1), coverage())).toEqual({ state: 'failed', failure: { kind: 'not-found' } });
    expect(await partStories([], 'https://gazette.example/9', coverage())).toEqual({ state: 'failed', failure: { kind: 'not-found' } });
    expect(await joinStories(urlOf(2), urlOf(1), coverage())).toEqual({ state: 'ready', came: [] });
  });
});

describe('showStory', () => {
  it('says what may be of the event, one report of each story, until it is', async () => {
    const near = async () => {
      const shown = await showStory(urlOf(1), coverage());
      return shown.state === 'ready' ? shown.near : [];
    };
    await keep(5, 'Fair ends', 'Sea songs and a brass band ended the summer of Ostwick.');
    await gather();
    expect((await near()).map(({ reports }) => reports)).toEqual([2]);
    await joinStories(urlOf(3), urlOf(1), coverage());
    expect(await near()).toEqual([]);
  });
});
