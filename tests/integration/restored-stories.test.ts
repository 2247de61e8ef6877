// @vitest-environment node
import { createHash } from 'node:crypto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { gatherArticles } from '../../lib/services/gather-articles';
import { joinStories } from '../../lib/services/place-article';
import { articleTables, upsertArticles } from '../../lib/storage/article-rows';
import { createCoverageSource } from '../../lib/storage/coverage';
import type { Database } from '../../lib/storage/database';
import { exportEverything } from '../../lib/storage/export-everything';
import { createGatheredStore } from '../../lib/storage/gathered-articles';
import { keepImport, runImport } from '../../lib/storage/import-jobs';
import { importPack } from '../../lib/storage/import-pack';
import { openDatabase } from '../../lib/storage/open-database';
import { prune } from '../../lib/storage/retention';
import { useDatabase } from '../support/database';
import { asFile, gzipped, packLines } from '../support/files';
import { indexAll } from '../support/indexing';
import { knowledgeOf } from '../support/knowledge-of';
import { madeArticles, madePack } from '../support/killing/made-news';

const database = useDatabase();
const now = '2020-01-01T00:00:00Z';
const options = { now: () => now, alone: <T>(_: string, task: () => Promise<T>) => task(), makeRoom: () => Promise.resolve(false) };

/** What is found depends on the order in which articles came, on those that are gone, and on the reader's word. */
async function fill(): Promise<void> {
  await importPack(database(), asFile(madePack(200, 0)), options);
  const news = madeArticles(0, 240, 'https://gazette.test');
  // The newest first, as most feeds have them; then what is older.
  await arrive(database(), [...news.slice(120).reverse(), ...news.slice(0, 120)]);
  await prune(database(), { articles: 200, megabytes: 1_000 });
  const [first, second, third] = (await database().articles.toArray()).filter(({ story }) => story !== undefined);
  await createCoverageSource(database()).placeInStory(first!.url, { page: second!.url, belongs: false });
  await joinStories(second!.url, third!.url, createCoverageSource(database()));
}

async function arrive(to: Database, news: ReturnType<typeof madeArticles>): Promise<void> {
  const arrivals = news.map(({ url, ...article }) => ({ article: { ...article, id: url, url }, origin: 'read' }));
  await to.transaction('rw', articleTables(to), () => upsertArticles(to, arrivals));
  await indexAll(to);
  const { entities, base } = knowledgeOf(to);
  await gatherArticles({ ...createGatheredStore(to), entities, base, pause: () => Promise.resolve() }, {});
}

/** @param withMemory what is gone for good stands in the memory until it is read the next time */
async function told(by: Database, withMemory = true) {
  const articles = (await by.articles.toArray()).map(({ id, number, story, placed, together }) => ({ id, number, story, placed, together }));
  const quotes = (await by.quotes.toArray()).map(({ article, speaker, text }) => `${article} ${speaker} ${text}`).sort();
  const stories = (await by.stories.toArray()).map((story) => ({ ...story, articles: [...story.articles].sort((one, other) => one - other) }));
  const digest = (bytes: Uint8Array = new Uint8Array()) => createHash('sha256').update(bytes).digest('hex');
  const pages = (await by.indexPages.toArray()).filter(() => withMemory).map(({ key, bytes }) => `${key} ${digest(bytes)}`);
  // Fields without a value are none.
  return JSON.parse(JSON.stringify({ articles, quotes, pages, stories: stories.map((story) => ({ ...story, digest: digest(story.digest) })) })) as unknown;
}

async function restored(text: string, to: Database): Promise<void> {
  await keepImport(to, { id: 'job', kind: 'everything', title: 'all.jsonl.gz', file: new Blob([new Uint8Array(gzipped(text))]) }, now);
  expect(await runImport(to, 'job', options)).toMatchObject({ ok: true, value: { badLines: { total: 0 } } });
  await arrive(to, []);
}

async function profile(name: string): Promise<Database> {
  await Dexie.delete(name);
  const opened = await openDatabase(name);
  if (!opened.ok) throw new Error(opened.failure.kind);
  return opened.value;
}

async function saved(): Promise<string> {
  let text = '';
  for await (const line of exportEverything(database(), {}, now)) text += line;
  return text;
}

describe('stories and quotes of a restored base', () => {
  it('are those that were saved, and become the same by what comes later', async () => {
    await fill();
    const to = await profile('restored');
    await restored(await saved(), to);
    expect(await told(to, false)).toEqual(await told(database(), false));

    const later = madeArticles(240, 60, 'https://gazette.test');
    for (const each of [to, database()]) await arrive(each, later);
    expect(await told(to)).toEqual(await told(database()));
    expect(await database().stories.count()).toBeGreaterThan(100);
    await to.delete();
  });

  it('are found anew where articles are there already, and where the file says nothing of them', async () => {
    await fill();
    const text = await saved();
    const [there, empty] = [await profile('there'), await profile('empty')];
    await importPack(there, asFile(packLines('q', [])), options);
    await arrive(there, madeArticles(1_000, 3, 'https://gazette.test'));
    await restored(text, there);
    await restored(text.split('\n').filter((line) => !line.startsWith('{"is":"stor')).join('\n'), empty);

    for (const [to, count] of [[there, 203], [empty, 200]] as const) {
      expect(await to.articles.count()).toBe(count);
      expect((await to.articles.toArray()).filter(({ story, placed }) => story === undefined && placed !== 1)).toEqual([]);
      const members = (await to.stories.toArray()).flatMap(({ articles }) => articles).sort((one, other) => one - other);
      expect(members).toEqual((await to.articles.toArray()).flatMap(({ story, number }) => (story === undefined ? [] : number)).sort((one, other) => one - other));
      await to.delete();
    }
  });

  it('are no worse for a file that gives one number twice or a memory that is none', async () => {
    await fill();
    const text = (await saved()).replace(/"memory":"[^"]*"/, '"memory":"AAAA"').replace(/("is":"article".*"number":)\d+/g, '$17');
    const to = await profile('twice');
    await restored(text, to);

    expect(await to.articles.count()).toBe(200);
    expect(new Set((await to.articles.toArray()).map(({ number }) => number)).size).toBe(200);
    await arrive(to, madeArticles(240, 5, 'https://gazette.test'));
    expect((await to.articles.toArray()).filter(({ story, placed }) => story === undefined && placed !== 1)).toEqual([]);
    await to.delete();
  });
});
