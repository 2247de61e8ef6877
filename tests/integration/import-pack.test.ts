// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { importPack } from '../../lib/storage/import-pack';
import { knowledgeOf } from '../support/knowledge-of';
import { createPackRepository } from '../../lib/storage/packs';
import { reopenDoomed, useDatabase } from '../support/database';
import { asFile, gzipped, packLines } from '../support/files';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';
const ada = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: [], description: 'mayor of Harbourton' };
const brook = { id: 'brook', name: 'Brook Valley Council', kind: 'organisation', aliases: ['Valley Council'] };

describe('importPack', () => {
  it('makes the entities of a pack known', async () => {
    const imported = await importPack(database(), asFile(packLines('p', [ada, brook])), { now });

    expect(imported).toEqual({
      ok: true,
      value: { id: 'p', title: 'Pack p', entities: 2, badLines: { listed: [], total: 0 } },
    });
    expect(await namesIn('Ada Lindqvist asked the Valley Council.')).toEqual(['Ada Lindqvist', 'Brook Valley Council']);
    expect(await knowledgeOf(database()).entities(['brook', 'nobody'])).toMatchObject([brook]);
  });

  it('reads packed files, whatever they are called', async () => {
    await importPack(database(), asFile(gzipped(packLines('p', [ada]))), { now });

    expect(await namesIn('Ada Lindqvist')).toEqual(['Ada Lindqvist']);
  });

  it('lists bad lines with number and reason, and goes on', async () => {
    const lines = `${packLines('p', [ada])}\nno json\n\n{"id":"x"}\n${JSON.stringify(brook)}`;
    const imported = await importPack(database(), asFile(lines), { now });

    expect(imported).toMatchObject({
      ok: true,
      value: { entities: 2, badLines: { total: 2, listed: [{ line: 3 }, { line: 5 }] } },
    });
    expect(imported.ok && imported.value.badLines.listed.every(({ reason }) => reason !== '')).toBe(true);
  });

  it('bounds the list of bad lines, and counts them all', async () => {
    const imported = await importPack(database(), asFile(packLines('p', [ada]) + '\n[]'.repeat(500)), { now });

    expect(imported.ok && imported.value.badLines.total).toBe(500);
    expect(imported.ok && imported.value.badLines.listed.length).toBe(100);
  });

  it.each([
    ['something else', 'hello\nworld'],
    ['an empty file', ''],
    ['a header alone', packLines('p', [])],
    ['a pack without a usable line', packLines('p', [{ id: 1 }])],
  ])('refuses %s and keeps what was known', async (_, content) => {
    await importPack(database(), asFile(packLines('p', [ada])), { now });
    const refused = await importPack(database(), asFile(content), { now });

    expect(refused).toMatchObject({ ok: false, failure: { kind: 'not-a-pack' } });
    expect(await namesIn('Ada Lindqvist')).toEqual(['Ada Lindqvist']);
    await expectNothingLeftOver(1);
  });

  it('refuses a packed file that breaks off', async () => {
    const whole = gzipped(packLines('p', manyEntities(2_000)));
    const refused = await importPack(database(), asFile(whole.subarray(0, whole.length / 2)), { now });

    expect(refused).toMatchObject({ ok: false, failure: { kind: 'not-a-pack' } });
    await expectNothingLeftOver(0);
  });

  it('replaces an earlier import of the same pack', async () => {
    await importPack(database(), asFile(packLines('p', [ada])), { now });
    await importPack(database(), asFile(packLines('p', [brook])), { now });

    expect(await namesIn('Ada Lindqvist, Brook Valley Council')).toEqual(['Brook Valley Council']);
    expect(await createPackRepository(database()).list()).toMatchObject([{ id: 'p', entities: 1 }]);
    await expectNothingLeftOver(1);
  });

  it('takes an entity that two packs describe for one, with the names of both', async () => {
    const elsewhere = { id: 'ada', name: 'A. Lindqvist', aliases: ['Mayor Ada'], kind: 'topic', popularity: 0.5 };
    await importPack(database(), asFile(packLines('p', [brook, ada])), { now });
    await importPack(database(), asFile(packLines('q', [elsewhere, brook])), { now });

    const knowledge = (await knowledgeOf(database()).current())!;
    const merged = { ...ada, aliases: ['A. Lindqvist', 'Mayor Ada'], popularity: 0.5 };
    expect(await knowledge.entitiesWithIds(['ada'])).toMatchObject([merged]);
    for (const name of ['Ada Lindqvist', 'Mayor Ada']) {
      const [match] = knowledge.spot(name);
      const numbers = match!.candidates.map(({ entity }) => entity);
      expect(Array.from((await knowledge.entities(numbers))!, ([, entity]) => entity)).toMatchObject([merged]);
    }
  });

  it('reports progress', async () => {
    const seen: { share?: number; items: number }[] = [];
    await importPack(database(), asFile(packLines('p', manyEntities(10_000))), { now, onProgress: (step) => seen.push(step) });

    expect(seen.map(({ items }) => items)).toEqual(Array.from({ length: 20 }, (_, at) => Math.min(10_000, (at + 1) * 512)));
    expect(seen.at(-1)?.share).toBe(1);
  });

  it('leaves everything as it was when it is cancelled on the way', async () => {
    await importPack(database(), asFile(packLines('p', [ada])), { now });
    const abort = new AbortController();
    const cancelled = await importPack(database(), asFile(packLines('p', manyEntities(10_000))), {
      now,
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });

    expect(cancelled).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(await namesIn('Ada Lindqvist')).toEqual(['Ada Lindqvist']);
    await expectNothingLeftOver(1);
  });

  it('leaves what was known working, wherever it is killed, and nothing after it was swept out', async () => {
    await importPack(database(), asFile(packLines('p', [ada])), { now });
    for (let writes = 0; ; writes++) {
      const doomed = await reopenDoomed(writes);
      const imported = await importPack(doomed, asFile(packLines('p', manyEntities(10_000))), { now });
      doomed.close();
      if (imported.ok) {
        expect(writes).toBeGreaterThan(5);
        break;
      }
      expect(await namesIn('Ada Lindqvist')).toEqual(['Ada Lindqvist']);
      await createPackRepository(database()).sweep('2020-01-02T00:00:00Z');
      await expectNothingLeftOver(1);
    }
    expect(await namesIn('Ada Lindqvist, Name 77 Surname')).toEqual(['Name 77 Surname']);
  });

  it('does not bring back an import that was swept out while it slept', async () => {
    const imported = await importPack(database(), asFile(packLines('p', manyEntities(10_000))), {
      now,
      onProgress: ({ items }) => {
        if (items === 4096) void createPackRepository(database()).sweep('2020-01-02T00:00:00Z');
      },
    });

    expect(imported).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    await expectNothingLeftOver(0);
  });
});

describe('createPackRepository', () => {
  it('removes a pack and brings it back', async () => {
    await importPack(database(), asFile(packLines('p', [ada])), { now });
    await importPack(database(), asFile(packLines('q', [brook])), { now });
    const packs = createPackRepository(database());
    const [first] = await packs.list();

    await packs.remove(first!.key, now());
    expect(await namesIn('Ada Lindqvist, Brook Valley Council')).toEqual(['Brook Valley Council']);
    expect(await packs.list()).toMatchObject([{ id: 'q' }]);

    expect(await packs.restore(first!.key, now())).toBe(true);
    expect(await namesIn('Ada Lindqvist, Brook Valley Council')).toEqual(['Ada Lindqvist', 'Brook Valley Council']);
  });

  it('sweeps out what was removed, which then cannot be brought back', async () => {
    await importPack(database(), asFile(packLines('p', [ada])), { now });
    const packs = createPackRepository(database());
    const [first] = await packs.list();
    await packs.remove(first!.key, now());

    await packs.sweep('2019-12-31T00:00:00Z');
    expect(await database().entityPages.count()).toBe(1);
    await packs.sweep('2020-01-02T00:00:00Z');
    await expectNothingLeftOver(0);
    expect(await packs.restore(first!.key, now())).toBe(false);
  });
});

async function namesIn(text: string): Promise<string[]> {
  const knowledge = (await knowledgeOf(database()).current())!;
  const numbers = Array.from(knowledge.spot(text)).flatMap(({ candidates }) => candidates.map(({ entity }) => entity));
  return Array.from((await knowledge.entities(numbers))!, ([, { name }]) => name);
}

async function expectNothingLeftOver(packs: number): Promise<void> {
  expect(await database().packs.count()).toBe(packs);
  expect(await database().entityPages.count()).toBe(packs);
}

function manyEntities(count: number): unknown[] {
  return Array.from({ length: count }, (_, at) => ({ id: `e${at}`, name: `Name ${at} Surname`, aliases: [] }));
}

