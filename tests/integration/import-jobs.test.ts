// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Database } from '../../lib/storage/database';
import { beginImport, giveUpImport, keepImport, resumeImports, runImport, type NewImport } from '../../lib/storage/import-jobs';
import { knowledgeOf } from '../support/knowledge-of';
import { createPackRepository } from '../../lib/storage/packs';
import { reopenDoomed, useDatabase } from '../support/database';
import { coverageLines, gzipped, packLines } from '../support/files';

const database = useDatabase();
const options = {
  now: () => '2020-01-01T00:00:00Z',
  alone: <T>(_: string, task: () => Promise<T>) => task(),
  makeRoom: () => Promise.resolve(false),
};

describe('runImport', () => {
  it('imports a pack and keeps nothing of its file', async () => {
    await keep('pack', packLines('p', entities(3)));

    expect(await runImport(database(), 'job', options)).toMatchObject({ ok: true, value: { title: 'Pack p', items: 3 } });
    expect(await createPackRepository(database()).list()).toMatchObject([{ id: 'p' }]);
    await expectNoJob();
  });

  it('gives up a file that cannot be used', async () => {
    await keep('pack', 'hello');

    expect(await runImport(database(), 'job', options)).toMatchObject({ failure: { kind: 'not-a-pack' } });
    await expectNoJob();
  });

  it('leaves to whoever is at it what somebody is at', async () => {
    await keep('pack', packLines('p', entities(3)));
    const busy = { ...options, alone: () => Promise.resolve(undefined) };

    expect(await runImport(database(), 'job', busy)).toMatchObject({ failure: { kind: 'already-there' } });
    expect(await database().jobs.count()).toBe(1);
  });

  it('is cancelled for good', async () => {
    await keep('pack', packLines('p', entities(10_000)));
    const abort = new AbortController();
    const cancelled = await runImport(database(), 'job', { ...options, signal: abort.signal, onProgress: () => abort.abort() });

    expect(cancelled).toMatchObject({ failure: { kind: 'cancelled' } });
    expect([await database().packs.count(), await database().entityPages.count()]).toEqual([0, 0]);
    await expectNoJob();
  });

  it('goes on where there was no room, once room was made', async () => {
    await keep('pack', packLines('p', entities(10_000)));
    let isFull = true;
    const full = await fillingUp(() => isFull);
    const makeRoom = () => {
      isFull = false;
      return Promise.resolve(true);
    };
    const imported = await runImport(full, 'job', { ...options, makeRoom });
    full.close();

    expect(imported).toMatchObject({ ok: true, value: { items: 10_000 } });
  });

  it('says so where room is made and it never helps', async () => {
    await keep('pack', packLines('p', entities(10_000)));
    const full = await fillingUp(() => true);
    let rooms = 0;
    const makeRoom = () => Promise.resolve(++rooms < 100);
    const imported = await runImport(full, 'job', { ...options, makeRoom });
    full.close();
    expect(imported).toMatchObject({ failure: { kind: 'storage-full' } });
    expect(rooms).toBe(3);
    await expectNoJob();
  });

  it('says so where no room can be made, and leaves nothing behind', async () => {
    await keep('pack', packLines('p', entities(10_000)));
    const full = await fillingUp(() => true);
    expect(await runImport(full, 'job', options)).toMatchObject({ failure: { kind: 'storage-full' } });
    full.close();

    expect([await database().packs.count(), await database().entityPages.count()]).toEqual([0, 0]);
    await expectNoJob();
  });
});

describe('beginImport', () => {
  it('reads a pack that another goes on with, who reads nothing of it', async () => {
    await keep('pack', `${packLines('p', entities(1_000))}\nno json`);
    await beginImport(database(), 'job', options);
    expect(await createPackRepository(database()).list()).toEqual([]);
    await database().jobFiles.update('job', { file: new Blob(['hello']) });

    expect(await runImport(database(), 'job', options)).toMatchObject({ ok: true, value: { title: 'Pack p', items: 1_000, badLines: { total: 1, listed: [{ line: 1_002 }] } } });
    expect((await database().knowledge.get('current'))?.entities).toBe(1_000);
    await expectNoJob();
  });

  it('leaves a file that cannot be used, and any other than a pack, to whoever runs it', async () => {
    await keep('pack', 'hello');
    await beginImport(database(), 'job', options);
    expect(await runImport(database(), 'job', options)).toMatchObject({ failure: { kind: 'not-a-pack' } });

    await keep('coverage', coverageLines(...articles(3)));
    await beginImport(database(), 'job', options);
    expect(await database().stagedPages.count()).toBe(0);
    expect(await runImport(database(), 'job', options)).toMatchObject({ ok: true, value: { items: 3 } });
  });

  it.each([
    ['breaks off', gzipped(`${packLines('p', entities(10_000))}\n`).subarray(0, 20_000), 'it is damaged or breaks off'],
    ['has no line that can be used', `${packLines('p', [])}\nno json`, 'no line of it can be used'],
  ])('leaves it to whoever runs it to say that a pack %s', async (_what, content, detail) => {
    await keep('pack', content);
    await beginImport(database(), 'job', options);
    expect(await runImport(database(), 'job', options)).toMatchObject({ failure: { kind: 'not-a-pack', detail } });
    expect([await database().packs.count(), await database().entityPages.count()]).toEqual([0, 0]);
    await expectNoJob();
  });

  it('is cancelled for good, also once all was read', async () => {
    await keep('pack', packLines('p', entities(1_000)));
    await beginImport(database(), 'job', options);
    expect(await runImport(database(), 'job', { ...options, signal: AbortSignal.abort() })).toMatchObject({ failure: { kind: 'cancelled' } });
    expect([await database().packs.count(), await database().entityPages.count(), await database().knowledge.count()]).toEqual([0, 0, 0]);
    await expectNoJob();
  });
});

describe('resumeImports', () => {
  it.each([
    ['pack', gzipped(`${packLines('p', entities(10_000))}\nno json`)],
    ['coverage', gzipped(`${coverageLines(...articles(450))}\nno json`)],
  ] as const)('ends a %s as if undisturbed, wherever it is killed, without reading twice', async (kind, content) => {
    await keep(kind, content);
    const reports: unknown[] = [];
    let restarts = 0;
    for (let writes = 2; (await database().jobs.count()) > 0; writes++) {
      const doomed = await reopenDoomed(writes);
      reports.push(await runImport(doomed, 'job', options).catch(() => undefined));
      doomed.close();
      expect(await createPackRepository(database()).list()).toHaveLength((await database().knowledge.count()) > 0 ? 1 : 0);
      if (++restarts > 30) throw new Error('It gets nowhere');
    }

    expect(restarts).toBeGreaterThan(2);
    if (kind === 'pack') {
      expect((await database().knowledge.get('current'))?.entities).toBe(10_000);
      expect(await knowledgeOf(database()).entities(['e9999'])).toHaveLength(1);
    } else {
      const pages = await database().stagedPages.toArray();
      expect(pages.flatMap((page) => page.articles.map(({ url }) => url))).toEqual(articles(450).map(({ url }) => url));
      expect(await database().coverageFiles.toArray()).toMatchObject([{ state: 'ready', articles: 450, badLines: 1 }]);
    }
  });

  it('is not swept out while it waits', async () => {
    await keep('pack', packLines('p', entities(10_000)));
    const doomed = await reopenDoomed(7);
    await runImport(doomed, 'job', options).catch(() => undefined);
    doomed.close();
    expect(await database().entityPages.count()).toBeGreaterThan(0);
    await createPackRepository(database()).sweep('2021-01-01T00:00:00Z');

    expect(await resumeImports(database(), { ...options, onSettings: () => Promise.resolve() })).toBe(1);
    expect((await database().knowledge.get('current'))?.entities).toBe(10_000);
  });
});

describe('giveUpImport', () => {
  it('leaves nothing of an import that was left behind', async () => {
    await keep('pack', packLines('p', entities(10_000)));
    const doomed = await reopenDoomed(7);
    await runImport(doomed, 'job', options).catch(() => undefined);
    doomed.close();
    await giveUpImport(database(), 'job', options.alone);

    expect([await database().packs.count(), await database().entityPages.count()]).toEqual([0, 0]);
    await expectNoJob();
    expect(await resumeImports(database(), { ...options, onSettings: () => Promise.resolve() })).toBe(0);
  });

  it('calls off one that somebody is at, which then counts for nothing', async () => {
    await keep('pack', packLines('p', entities(10_000)));
    let isOff = false;
    const onProgress = () => {
      if (!isOff) void giveUpImport(database(), 'job', () => Promise.resolve(undefined));
      isOff = true;
    };
    expect(await runImport(database(), 'job', { ...options, onProgress })).toMatchObject({ ok: false });
    await createPackRepository(database()).sweep('2021-01-01T00:00:00Z');

    expect([await database().packs.count(), await database().entityPages.count()]).toEqual([0, 0]);
    await expectNoJob();
  });
});

async function keep(kind: NewImport['kind'], content: string | Uint8Array): Promise<void> {
  const file = new Blob([new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content)]);
  expect(await keepImport(database(), { id: 'job', kind, title: 'file.jsonl', file }, options.now())).toMatchObject({ ok: true });
}

async function expectNoJob(): Promise<void> {
  expect([await database().jobs.count(), await database().jobFiles.count()]).toEqual([0, 0]);
}

/** Another connection to the same database, whose disk is full for pages of entities as long as it says. */
async function fillingUp(isFull: () => boolean): Promise<Database> {
  const full = await reopenDoomed(Number.POSITIVE_INFINITY);
  full.use({
    stack: 'dbcore',
    name: 'full',
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        mutate(request) {
          const isRefused = name === 'entityPages' && request.type === 'add' && isFull();
          return isRefused ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : core.table(name).mutate(request);
        },
      }),
    }),
  });
  full.close();
  await full.open();
  return full;
}

function entities(count: number): unknown[] {
  return Array.from({ length: count }, (_, at) => ({ id: `e${at}`, name: `Name ${at} Surname`, aliases: [] }));
}

function articles(count: number) {
  return Array.from({ length: count }, (_, at) => ({ url: `https://gazette.test/${at}`, title: `Report ${at}`, outlet: 'Gazette' }));
}
