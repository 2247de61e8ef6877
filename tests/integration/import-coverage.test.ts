// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { importCoverage, sweepCoverage } from '../../lib/storage/import-coverage';
import { reopenDoomed, useDatabase } from '../support/database';
import { asFile, coverageLines, gzipped } from '../support/files';
import { indexPorts } from '../support/indexing';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';

describe('importCoverage', () => {
  it('puts the articles of a packed file aside for indexing', async () => {
    const imported = await importCoverage(database(), asFile(gzipped(coverageLines(article(1), article(2)))), { now });

    expect(imported).toEqual({ ok: true, value: { articles: 2, badLines: { listed: [], total: 0 } } });
    expect((await waiting()).map(({ title }) => title)).toEqual(['Report 1', 'Report 2']);
  });

  it('lists bad lines with number and reason, and goes on', async () => {
    const lines = `${coverageLines(article(1))}\n{"url":"javascript:alert(1)","title":"x","outlet":"y"}\n${JSON.stringify(article(2))}`;
    const imported = await importCoverage(database(), asFile(lines), { now });

    expect(imported).toMatchObject({ ok: true, value: { articles: 2, badLines: { total: 1, listed: [{ line: 3 }] } } });
  });

  it.each([['a pack', '{"format":"sidelight-pack/1","id":"p","title":"P"}'], ['an empty file', ''], ['a header alone', coverageLines()]])(
    'refuses %s',
    async (_, content) => {
      expect(await importCoverage(database(), asFile(content), { now })).toMatchObject({ failure: { kind: 'not-coverage' } });
      expect(await database().coverageFiles.count()).toBe(0);
    },
  );

  it('leaves nothing behind when it is cancelled', async () => {
    const abort = new AbortController();
    const cancelled = await importCoverage(database(), asFile(manyArticles()), {
      now,
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });

    expect(cancelled).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    await expectNothing();
  });

  it('is not seen, wherever it is killed, and swept out later', async () => {
    for (let writes = 0; ; writes++) {
      const doomed = await reopenDoomed(writes);
      const imported = await importCoverage(doomed, asFile(manyArticles()), { now });
      doomed.close();
      if (imported.ok) break;
      expect(await waiting()).toEqual([]);
      await sweepCoverage(database(), '2020-01-02T00:00:00Z');
      await expectNothing();
    }
    expect(await waiting()).not.toEqual([]);
  });

  it('does not sweep out what waits to be indexed', async () => {
    await importCoverage(database(), asFile(manyArticles()), { now });
    await sweepCoverage(database(), '2020-01-02T00:00:00Z');

    expect(await waiting()).not.toEqual([]);
  });
});

async function waiting() {
  return (await indexPorts(database()).unlinked.take(0))?.articles ?? [];
}

async function expectNothing(): Promise<void> {
  expect([await database().coverageFiles.count(), await database().stagedPages.count()]).toEqual([0, 0]);
}

function manyArticles(): string {
  return coverageLines(...Array.from({ length: 430 }, (_, at) => article(at)));
}

function article(number: number) {
  return { url: `https://gazette.test/${number}`, title: `Report ${number}`, outlet: 'Gazette', published: '2019-05-01' };
}
