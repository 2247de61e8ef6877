// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { emptyLearning } from '../../lib/discovery/learning-state';
import type { ArrivedArticle } from '../../lib/feeds/arrived-articles';
import { indexArticles } from '../../lib/services/index-articles';
import { createCoverageSource } from '../../lib/storage/coverage';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { importCoverage } from '../../lib/storage/import-coverage';
import { importPack } from '../../lib/storage/import-pack';
import { createSourceRepository } from '../../lib/storage/sources';
import { reopenDoomed, useDatabase } from '../support/database';
import { asFile, coverageLines, packLines } from '../support/files';
import { indexAll as index, indexPorts } from '../support/indexing';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';
const source = { id: 's', url: 'https://gazette.test/feed', title: 'Gazette', added: now() };
const ada = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: [], popularity: 0.9 };
const council = { id: 'council', name: 'Brook Valley Council', kind: 'organisation', aliases: [], popularity: 0.9 };

describe('indexArticles', () => {
  it('finds the articles of an entity, newest first, with what else they mention', async () => {
    await know(ada, council);
    await bring(
      report(1, 'Ada Lindqvist speaks'),
      report(3, 'Brook Valley Council hears Ada Lindqvist'),
      report(2, 'Ada Lindqvist again'),
      report(4, 'Something else'),
    );

    expect(await index(database())).toBe(4);
    const articles = await createCoverageSource(database()).articlesOf('ada', { limit: 10 });
    expect(articles.map(({ article }) => article.published?.slice(0, 10))).toEqual(['2020-01-03', '2020-01-02', '2020-01-01']);
    expect([...articles[0]!.entities].sort()).toEqual(['ada', 'council']);
  });

  it('counts how often an article names an entity, and whether its title does', async () => {
    await know(ada);
    await bring(report(1, 'Ada Lindqvist speaks', 'Many came. Ada Lindqvist was there, and Ada Lindqvist stayed.'));
    await index(database());

    const [row] = await database().articles.toArray();
    expect(row!.mentions).toMatchObject([{ entity: 'ada', count: 3, inTitle: true }]);
  });

  it('links nothing twice, however often it runs', async () => {
    await know(ada);
    await bring(report(1, 'Ada Lindqvist speaks'));
    await index(database());
    const before = await database().articles.toArray();

    expect(await index(database())).toBe(0);
    expect(await database().articles.toArray()).toEqual(before);
  });

  it('links anew what was linked with older knowledge', async () => {
    await know(council);
    await bring(report(1, 'Ada Lindqvist speaks'));
    await index(database());
    await know(ada);

    expect(await index(database())).toBe(1);
    expect(await coverageOf('ada')).toEqual(['Ada Lindqvist speaks']);
  });

  it('forgets what a removed pack had named', async () => {
    await know(ada);
    await bring(report(1, 'Ada Lindqvist speaks'));
    await index(database());
    await know(council); // the pack is replaced

    await index(database());
    expect(await coverageOf('ada')).toEqual([]);
  });

  it('links an article anew after its feed has changed it', async () => {
    await know(ada, council);
    await bring(report(1, 'Ada Lindqvist speaks'));
    await index(database());
    await bring(report(1, 'Brook Valley Council speaks'));
    await index(database());

    expect(await coverageOf('ada')).toEqual([]);
    expect(await coverageOf('council')).toEqual(['Brook Valley Council speaks']);
  });

  it('does not store links that were made from an older wording', async () => {
    await know(ada);
    await bring(report(1, 'Ada Lindqvist speaks'));
    const { unlinked } = indexPorts(database());
    const batch = (await unlinked.take(1))!;
    await bring(report(1, 'Nobody speaks'));
    const mentions = [[{ entity: 'ada', count: 1, confidence: 1, inTitle: true }]];
    expect(await unlinked.store(batch, { base: 1, mentions, evidence: [], learning: emptyLearning(), changes: [] })).toBe(false);

    expect(await coverageOf('ada')).toEqual([]);
    expect(await index(database())).toBe(1);
  });

  it('links what a coverage file brought, in every article once', async () => {
    await know(ada);
    const lines = coverageLines(...Array.from({ length: 120 }, (_, at) => covered(at, `Ada Lindqvist, part ${at}`)));
    expect(await importCoverage(database(), asFile(lines), { now })).toMatchObject({ ok: true, value: { articles: 120 } });

    expect(await index(database())).toBe(120);
    expect(await coverageOf('ada')).toHaveLength(120);
    expect(await database().stagedPages.count()).toBe(0);
  });

  it('does not let a page of a file that was moved already undo what came after it', async () => {
    await know(ada);
    await importCoverage(database(), asFile(coverageLines(covered(1, 'Ada Lindqvist speaks'))), { now });
    const { unlinked } = indexPorts(database());
    const batch = (await unlinked.take(1))!;
    await index(database());
    await bring(report(1, 'Ada Lindqvist spoke'));
    await unlinked.store(batch, { base: 1, mentions: [[]], evidence: [], learning: emptyLearning(), changes: [] });

    expect((await database().articles.toArray()).map(({ title }) => title)).toEqual(['Ada Lindqvist spoke']);
  });

  it('takes an article that a feed and a file bring for one', async () => {
    await know(ada);
    await bring(report(1, 'Ada Lindqvist speaks'));
    await importCoverage(database(), asFile(coverageLines(covered(1, 'Ada Lindqvist speaks'))), { now });
    await index(database());

    expect(await database().articles.toArray()).toMatchObject([{ origins: ['source:s', 'file:1'], linked: 1 }]);
  });

  it('stores articles of a file while nothing is known, and links them when something is', async () => {
    await importCoverage(database(), asFile(coverageLines(covered(1, 'Ada Lindqvist speaks'))), { now });
    expect(await index(database())).toBe(1);
    expect(await database().articles.count()).toBe(1);

    await know(ada);
    await index(database());
    expect(await coverageOf('ada')).toEqual(['Ada Lindqvist speaks']);
  });

  it('ends as if undisturbed, wherever it is killed', async () => {
    await know(ada);
    await bring(...Array.from({ length: 70 }, (_, at) => report(at, `Ada Lindqvist, report ${at}`)));
    const lines = coverageLines(...Array.from({ length: 120 }, (_, at) => covered(50 + at, `Ada Lindqvist, part ${at}`)));
    await importCoverage(database(), asFile(lines), { now });
    let kills = 0;
    for (let writes = 0; ; writes++) {
      const doomed = await reopenDoomed(writes);
      const finished = await index(doomed).then(() => true, () => false);
      doomed.close();
      if (finished) break;
      kills++;
    }

    expect(kills).toBeGreaterThan(2);
    expect(await index(database())).toBe(0);
    expect(await database().articles.count()).toBe(170);
    expect(await coverageOf('ada')).toHaveLength(170);
    expect((await createCoverageSource(database()).coverageOf('bob', { alongside: ['ada'] })).naming).toEqual(new Map([['ada', 170]]));
  });

  it('lets others have their turn between batches, and stops between them when told', async () => {
    await know(ada);
    await bring(...Array.from({ length: 270 }, (_, at) => report(at, `Ada Lindqvist, report ${at}`)));
    const abort = new AbortController();
    const pause = () => {
      abort.abort();
      return Promise.resolve();
    };
    const linked = await indexArticles(indexPorts(database(), pause), abort.signal);

    expect(linked).toBeLessThan(270);
    expect(await coverageOf('ada')).toHaveLength(linked);
  });
});

describe('createCoverageSource', () => {
  it('gives what an entity is named in, and how many of it in each month', async () => {
    await know(ada);
    await bring(...Array.from({ length: 9 }, (_, at) => report(at + 1, `Ada Lindqvist, report ${at + 1}`)));
    await index(database());

    const found = await createCoverageSource(database()).coverageOf('ada', { published: '2020-01-05T00:00:00Z', alongside: [] });
    expect(found.candidates).toHaveLength(9);
    expect([...found.months.values()].reduce((sum, count) => sum + count, 0)).toBe(9);
    expect(found.freshCount).toBe(0);
  });

  it('knows what came since the reader last read about an entity', async () => {
    await know(ada);
    await bring(report(1, 'Ada Lindqvist speaks'));
    await index(database());
    const coverage = createCoverageSource(database());
    await coverage.readAbout('ada');
    expect((await coverage.coverageOf('ada', { alongside: [] })).freshCount).toBe(0);
    await bring(report(2, 'Ada Lindqvist listens'));
    await index(database());
    const found = await coverage.coverageOf('ada', { alongside: [] });
    expect([found.freshCount, found.fresh.size]).toEqual([1, 1]);
    await coverage.readAbout('ada');
    expect((await coverage.coverageOf('ada', { alongside: [] })).freshCount).toBe(0);
  });

  it('leaves out what only removed sources brought', async () => {
    await know(ada);
    await bring(report(1, 'Ada Lindqvist speaks'));
    await index(database());
    const sources = createSourceRepository(database());
    await sources.remove(['s'], now());
    expect(await coverageOf('ada')).toEqual([]);

    await sources.restore(['s']);
    expect(await coverageOf('ada')).toEqual(['Ada Lindqvist speaks']);
  });

  it('knows the text of an article that is read again', async () => {
    await bring(report(1, 'Ada Lindqvist speaks', 'All of it.'));

    expect(await createCoverageSource(database()).textOf('https://gazette.test/1?utm_source=x')).toBe('All of it.');
  });
});

function know(...entities: unknown[]): Promise<unknown> {
  return importPack(database(), asFile(packLines('p', entities)), { now });
}

async function bring(...arrived: ArrivedArticle[]): Promise<void> {
  const sources = createSourceRepository(database());
  if ((await sources.list()).length === 0) await sources.add(source);
  await createArticleSink(database()).store(source, arrived);
}

async function coverageOf(entity: string): Promise<string[]> {
  const articles = await createCoverageSource(database()).articlesOf(entity, { limit: 1_000 });
  return articles.map(({ article }) => article.title);
}

function report(day: number, title: string, text?: string): ArrivedArticle {
  const { id, url, published } = covered(day, title);
  return { guid: `guid-${day}`, article: { id, url, title, outlet: 'Gazette', published, text } };
}

function covered(day: number, title: string) {
  const url = `https://gazette.test/${day}`;
  const published = new Date(Date.UTC(2019, 11, 31 + day, 12)).toISOString();
  return { id: url, url, title, outlet: 'Gazette', published };
}
