// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleTables, upsertArticles } from '../../lib/storage/article-rows';
import { articleCounts } from '../../lib/storage/count-articles';
import { createCoverageSource } from '../../lib/storage/coverage';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { saveChanges } from '../../lib/storage/entity-edits';
import { storeReadArticle } from '../../lib/storage/read-articles';
import { createSourceRepository } from '../../lib/storage/sources';
import type { Database } from '../../lib/storage/database';
import { coverageSize, makeRoom, prune } from '../../lib/storage/retention';
import { storageFailure } from '../../lib/storage/storage-failure';
import { reopen, reopenDoomed, useDatabase } from '../support/database';

const database = useDatabase();
const plenty = { articles: 1_000_000, megabytes: 1_000_000 };

describe('prune', () => {
  it('deletes the oldest articles, with their texts, until the rest is within the budget', async () => {
    await store(500);

    expect(await prune(database(), { ...plenty, articles: 120 })).toBe(380);
    expect((await database().articles.toArray()).map(({ id }) => id)).toEqual(Array.from({ length: 120 }, (_, at) => `a${at + 380}`));
    expect(await database().articleTexts.count()).toBe(120);
    expect(await prune(database(), { ...plenty, articles: 120 })).toBe(0);
  });

  it('goes by megabytes too', async () => {
    await store(300);
    const { megabytes } = await coverageSize(database());
    await prune(database(), { ...plenty, megabytes: megabytes / 2 });

    const left = await coverageSize(database());
    expect(left.megabytes).toBeLessThanOrEqual(megabytes / 2);
    expect(left.megabytes).toBeGreaterThan(megabytes / 2.1);
  });

  it('leaves neither a place in a story nor a quote of what it deletes', async () => {
    await store(4);
    const numbers = (await database().articles.toArray()).map(({ number }) => number);
    await database().articles.toCollection().modify((row) => void (row.story = row.id === 'a0' ? 's1' : 's2'));
    await database().stories.bulkAdd([
      { id: 's1', first: '', newest: '', articles: numbers.slice(0, 1) },
      { id: 's2', first: '', newest: '', articles: numbers.slice(1) },
    ]);
    const quote = { speaker: 'ada', said: '', text: 'Yes.', attributed: 'Ada', outlet: 'Gazette', url: 'https://gazette.test/', title: 'Report' };
    await database().quotes.bulkAdd(['a0', 'a1', 'a3'].map((article) => ({ ...quote, article })));
    await prune(database(), { ...plenty, articles: 2 });

    expect(await database().stories.toArray()).toMatchObject([{ id: 's2', articles: numbers.slice(2) }]);
    expect((await database().quotes.toArray()).map(({ article }) => article)).toEqual(['a3']);
  });

  it('never touches what is saved, or mentions whom the reader follows', async () => {
    await store(50);
    await database().articles.where('id').equals('a3').modify({ saved: 1 });
    await database().articles.where('id').equals('a7').modify({ entities: ['ada', 'bo'] });
    await database().entityEdits.put({ entity: 'bo', addedAliases: [], removedAliases: [], followed: 1, changed: '2020-01-01T00:00:00Z' });
    await prune(database(), { ...plenty, articles: 10 });
    expect((await database().articles.toArray()).map(({ id }) => id)).toEqual(['a3', 'a7', ...Array.from({ length: 8 }, (_, at) => `a${at + 42}`)]);

    await prune(database(), { articles: 0, megabytes: 0 });
    expect((await database().articles.toArray()).map(({ id }) => id)).toEqual(['a3', 'a7']);
  });

  it('never touches what mentions one of those whom a followed one stands for', async () => {
    await store(10);
    await database().articles.where('id').equals('a2').modify({ entities: ['ada'] });
    const merges = [['ada', 'bo'], ['bo', 'cy']].map(([entity = '', into = '']) => ({ does: 'merge' as const, entity, into }));
    await saveChanges(database(), [...merges, { does: 'attend', entity: 'cy', as: 'followed' }], '2020-01-01T00:00:00Z');
    await prune(database(), { articles: 0, megabytes: 0 });
    expect((await database().articles.toArray()).map(({ id }) => id)).toEqual(['a2']);
  });

  it('keeps an article for as long as the reader says so', async () => {
    const now = '2020-01-01T00:00:00Z';
    const article = articleOf(0);
    await database().transaction('rw', articleTables(database()), () => upsertArticles(database(), [{ article, origin: 'read' }]));
    const kept = await saveChanges(database(), [{ does: 'keep', article: article.id, isKept: true }], now);
    if (!kept.ok) throw new Error(kept.failure.kind);
    await prune(database(), { articles: 0, megabytes: 0 });
    expect(await database().articles.count()).toBe(1);

    await saveChanges(database(), kept.value, now);
    await prune(database(), { articles: 0, megabytes: 0 });
    expect(await database().articles.count()).toBe(0);
    expect(await saveChanges(database(), [{ does: 'keep', article: article.id, isKept: true }], now)).toEqual({ ok: false, failure: { kind: 'not-found' } });
  });

  it('counts right, wherever it is killed', async () => {
    await store(500);
    for (let writes = 0; ; writes++) {
      const doomed = await reopenDoomed(writes);
      const finished = await prune(doomed, { ...plenty, articles: 20 }).then(() => true, () => false);
      doomed.close();
      await expectCountsRight();
      if (finished) break;
    }
    expect(await database().articles.count()).toBe(20);
  });
});

describe('makeRoom', () => {
  it('gives up a tenth, and says where there is nothing to give up', async () => {
    await store(50);
    expect(await makeRoom(database())).toBe(true);
    expect(await database().articles.count()).toBe(45);

    await database().articles.toCollection().modify({ saved: 1 });
    expect(await makeRoom(database())).toBe(false);
  });
});

describe('withRoom', () => {
  const source = { id: 's', url: 'https://gazette.test/feed', title: 'Gazette', added: '2020-01-01T00:00:00Z' };
  const arrived = { article: articleOf(1_000), isAhead: true };

  it('gives up the oldest articles for what a feed brings, where storage is full', async () => {
    await store(50);
    await createSourceRepository(database()).add(source);
    const full = await reopenFull(2);

    expect(await createArticleSink(full).store(source, [arrived])).toMatchObject({ added: 1 });
    full.close();
    const ids = (await database().articles.toArray()).map(({ id }) => id);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([41, 'a10', 'a1000']);
  });

  it('gives up a quarter at most, and says then what fails', async () => {
    await store(50);
    await createSourceRepository(database()).add(source);
    const full = await reopenFull(Infinity);
    const failure = await createArticleSink(full).store(source, [arrived]).catch(storageFailure);
    full.close();

    expect(failure).toMatchObject({ kind: 'storage-full' });
    expect(await database().articles.count()).toBe(36);
    await expectCountsRight();
  });

  it('brings its source’s quotes and stories along when a source goes', async () => {
    await createSourceRepository(database()).add(source);
    await createArticleSink(database()).store(source, [arrived]);
    const [row] = await database().articles.toArray();
    await database().articles.toCollection().modify({ story: 's1' });
    await database().stories.add({ id: 's1', first: '', newest: '', articles: [row!.number] });
    await createSourceRepository(database()).remove(['s'], '2020-01-01T00:00:00Z');
    await createSourceRepository(database()).sweep('2020-01-02T00:00:00Z');

    expect([await database().articles.count(), await database().stories.count()]).toEqual([0, 0]);
  });
});

describe('storeReadArticle', () => {
  it('keeps what was read, and leaves to its source what that says', async () => {
    const article = { id: 'x', url: 'https://gazette.test/x', title: 'Of the feed', outlet: 'Gazette' };
    await database().transaction('rw', articleTables(database()), () => upsertArticles(database(), [{ article, origin: 'source:s' }]));
    await storeReadArticle(database(), { ...article, title: 'As read', outlet: 'gazette.test', text: 'All of it.' });

    expect(await database().articles.toArray()).toMatchObject([{ title: 'Of the feed', outlet: 'Gazette', origins: ['source:s', 'read'] }]);
    expect(await database().articleTexts.toArray()).toMatchObject([{ text: 'All of it.' }]);
    await expectCountsRight();
  });

  it('keeps what was read without a text, too', async () => {
    const article = { id: 'x', url: 'https://gazette.test/x', title: 'As read', outlet: 'gazette.test' };
    await storeReadArticle(database(), article);
    await storeReadArticle(database(), { ...article, title: 'As read again' });
    expect(await database().articles.toArray()).toMatchObject([{ title: 'As read again', origins: ['read'] }]);
  });
});

describe('coverageOf', () => {
  it('counts articles by month, in the order of time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })), { maxLength: 40 }), async (dates) => {
        await database().articles.clear();
        const articles = dates.map((date, at) => ({ ...articleOf(at), published: date?.toISOString() }));
        const links = { base: 1, mentions: [{ entity: 'ada', count: 1, confidence: 1, inTitle: false }] };
        await database().transaction('rw', articleTables(database()), () =>
          upsertArticles(database(), articles.map((article) => ({ article, origin: 'file:1', links }))),
        );
        const expected: Record<string, number> = {};
        for (const { published } of articles) {
          if (published !== undefined) expected[published.slice(0, 7)] = (expected[published.slice(0, 7)] ?? 0) + 1;
        }

        const { months: counted } = await createCoverageSource(database()).coverageOf('ada', { alongside: [] });
        expect(Object.fromEntries(counted)).toEqual(expected);
        expect([...counted.keys()]).toEqual([...counted.keys()].sort());
      }),
      { numRuns: 25 },
    );
  });
});

async function store(count: number): Promise<void> {
  const articles = Array.from({ length: count }, (_, at) => articleOf(at));
  await database().transaction('rw', articleTables(database()), () =>
    upsertArticles(database(), articles.map((article) => ({ article, origin: 'file:1' }))),
  );
}

function articleOf(at: number) {
  const published = new Date(Date.UTC(2000, 0, 1 + at)).toISOString();
  return { id: `a${at}`, url: `https://gazette.test/${at}`, title: `Report ${at}`, outlet: 'Gazette', published, text: `All of report ${at}.` };
}

async function expectCountsRight(): Promise<void> {
  const rows = await database().articles.toArray();
  expect(await articleCounts(database())).toEqual({ rows: rows.length, characters: rows.reduce((sum, { size }) => sum + size, 0) });
}

/** Another connection, which has no room for so many batches of texts. */
async function reopenFull(times: number): Promise<Database> {
  const full = await reopen();
  let left = times;
  full.use({
    stack: 'dbcore',
    name: 'full',
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        mutate: (request) =>
          name === 'articleTexts' && request.type === 'put' && left-- > 0
            ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
            : core.table(name).mutate(request),
      }),
    }),
  });
  full.close();
  await full.open();
  return full;
}
