// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { indexArticles } from '../../lib/services/index-articles';
import { createCoverageSource } from '../../lib/storage/coverage';
import type { Database } from '../../lib/storage/database';
import { evidenceFor } from '../../lib/storage/evidence-table';
import { createEvidenceStore } from '../../lib/storage/evidence-store';
import { importCoverage } from '../../lib/storage/import-coverage';
import { importPack } from '../../lib/storage/import-pack';
import { createLearningStore } from '../../lib/storage/learning-store';
import { reopen, reopenDoomed, useDatabase } from '../support/database';
import { asFile, coverageLines, packLines } from '../support/files';
import { indexAll, indexPorts } from '../support/indexing';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';
const ada = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: [], popularity: 0.9 };
const council = { id: 'council', name: 'Brook Valley Council', kind: 'organisation', aliases: [], popularity: 0.9 };
const carl = 'learned:carl-brandt';

describe('indexArticles, as a knowledge base grows', () => {
  it('learns who is named by several outlets, and links the articles that it learned from', async () => {
    await know(ada, council);
    await cover(database(), 12);
    await indexAll(database());

    expect(await database().entities.toArray()).toMatchObject([{ id: carl, name: 'Carl Brandt', kind: 'person', origin: 'learned' }]);
    expect(await coverageOf(carl)).toHaveLength(12);
    expect(await database().lookBacks.count()).toBe(0);
  });

  it('learns where nothing was known', async () => {
    await cover(database(), 12);
    await indexAll(database());

    expect((await database().entities.toArray()).map(({ id }) => id)).toContain(carl);
    expect(await coverageOf(carl)).toHaveLength(12);
  });

  it('counts each article once as evidence, and anew for another base', async () => {
    await know(ada, council);
    await cover(database(), 12);
    await indexAll(database());
    await database().articles.toCollection().modify({ linked: 0 });
    await indexAll(database());
    expect(await evidenceOf(['ada', 'council'])).toEqual({ articles: 12, withEntity: 12, withBoth: 12 });

    await know(ada);
    await indexAll(database());
    expect(await evidenceOf(['ada', 'council'])).toEqual({ articles: 12, withEntity: 12, withBoth: 0 });
  });

  it('learns nothing twice where two are at it', async () => {
    await know(ada, council);
    await cover(database(), 230);
    const elsewhere = await reopen();
    await Promise.all([indexAll(database()), indexAll(elsewhere)]);
    elsewhere.close();

    expect((await createLearningStore(database()).state()).articles).toBe(230);
    expect(await evidenceOf(['ada', 'council'])).toMatchObject({ articles: 230 });
    expect(await database().articles.count()).toBe(230);
  });

  it('ends as if undisturbed, wherever it is killed', async () => {
    await know(ada, council);
    await cover(database(), 230);
    let kills = 0;
    for (let writes = 0; ; writes++) {
      const doomed = await reopenDoomed(writes);
      const finished = await indexAll(doomed).then(() => true, () => false);
      doomed.close();
      if (finished) break;
      kills++;
    }
    const disturbed = await snapshot(database());
    await database().delete();
    await database().open();
    await know(ada, council);
    await cover(database(), 230);
    await indexAll(database());

    expect(kills).toBeGreaterThan(5);
    expect(disturbed).toEqual(await snapshot(database()));
  });

  it('begins to learn anew where what it remembers is damaged, and learns nobody twice', async () => {
    await cover(database(), 12);
    await indexAll(database());
    await database().learning.toCollection().modify({ bytes: new Uint8Array([1, 2, 3]) });
    await cover(database(), 24);
    await indexAll(database());

    expect((await database().entities.toArray()).filter(({ id }) => id === carl)).toHaveLength(1);
  });

  it('stops between batches when told', async () => {
    await cover(database(), 430);
    const abort = new AbortController();
    const pause = () => {
      abort.abort();
      return Promise.resolve();
    };

    expect(await indexArticles(indexPorts(database(), pause), abort.signal)).toBe(400);
  });
});

function know(...entities: unknown[]): Promise<unknown> {
  return importPack(database(), asFile(packLines('p', entities)), { now });
}

async function cover(of: Database, count: number): Promise<void> {
  const articles = Array.from({ length: count }, (_, at) => ({
    url: `https://outlet${at % 4}.test/${at}`,
    title: `Council hears number ${at}`,
    outlet: `Outlet ${at % 4}`,
    published: new Date(Date.UTC(2019, 0, 1 + at)).toISOString(),
    text:
      `In the evening of day ${at} the mayor, Ada Lindqvist, spoke to the Brook Valley Council about the harbour. ` +
      `Then Senator Carl Brandt said that he would vote for her plan. Carl Brandt has lived there for ${at} years.`,
  }));
  expect(await importCoverage(of, asFile(coverageLines(...articles)), { now })).toMatchObject({ ok: true });
}

async function coverageOf(entity: string): Promise<string[]> {
  const articles = await createCoverageSource(database()).articlesOf(entity, { limit: 1_000 });
  return articles.map(({ article }) => article.title);
}

async function evidenceOf(ids: readonly [string, string]) {
  const { base } = (await database().knowledge.get('current'))!;
  const evidence = evidenceFor(await createEvidenceStore(database().backendDB()).table(base), (entity) => ids[entity]);
  return { articles: evidence.articles, withEntity: evidence.withEntity(0), withBoth: evidence.withBoth(0, 1) };
}

/** All that must be the same, whatever happened on the way. */
async function snapshot(of: Database) {
  const knowledge = (await of.knowledge.get('current'))!;
  return {
    knowledge: { names: knowledge.names, entities: knowledge.entities },
    articles: await of.articles.toArray(),
    entities: await of.entities.toArray(),
    learned: await createLearningStore(of).state(),
    evidence: await evidenceOf(['ada', carl]),
    left: [await of.stagedPages.count(), await of.lookBacks.count()],
  };
}
