// @vitest-environment node
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { keepCopy, restoreLost, startFresh, stateOfBase, type CopyNote, type SafeKeeping, type SecondCopy } from '../../lib/services/keep-safe';
import { saveChanges } from '../../lib/storage/entity-edits';
import { importPack } from '../../lib/storage/import-pack';
import { createMarkedBase } from '../../lib/storage/keepsake';
import { storeLearned } from '../../lib/storage/store-learned';
import { knowledgeOf } from '../support/knowledge-of';
import { createSourceRepository } from '../../lib/storage/sources';
import { updateOverlay } from '../../lib/storage/update-overlay';
import { reopen, useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';

const database = useDatabase();
const options = { now: () => '2020-01-01T00:00:00Z' };
const source = { id: 'gazette', url: 'https://gazette.test/feed', title: 'Gazette', added: '2020-01-01T00:00:00Z' };
const own = { id: 'own:1', name: 'Brook Council', aliases: ['the Council'] };

/** Outside of the database; outlives it. */
function fakeCopy() {
  const kept: { note?: CopyNote; lines: readonly string[]; writes: number } = { lines: [], writes: 0 };
  const copy: SecondCopy = {
    note: () => Promise.resolve(kept.note),
    lines: () => Promise.resolve(kept.lines),
    write(note, lines = kept.lines) {
      Object.assign(kept, { note, lines, writes: kept.writes + 1 });
      return Promise.resolve();
    },
  };
  return { copy, kept };
}

function keeping(copy: SecondCopy, minute = 0, base = database()): SafeKeeping {
  return { base: createMarkedBase(base), copy, now: new Date(Date.UTC(2020, 0, 1, 0, minute)), chance: () => 0.5 };
}

async function fill(): Promise<void> {
  await importPack(database(), asFile(packLines('p', [{ id: 'ada', name: 'Ada Ferrante', aliases: [] }])), options);
  await createSourceRepository(database()).addAll([source]);
  await saveChanges(
    database(),
    [
      { does: 'add', entity: own },
      { does: 'attend', entity: 'ada', as: 'followed' },
      { does: 'name', entity: 'ada', name: 'Ada Lindqvist' },
      { does: 'correct', correction: { text: 'Ada', not: 'ada', url: 'https://gazette.test/1' } },
    ],
    '2020-01-01T00:00:00Z',
  );
}

/** As browsers do it: the whole database is gone, and opened anew as an empty one. */
async function lose() {
  const { name } = database();
  database().close();
  await Dexie.delete(name);
  return reopen();
}

describe('stateOfBase', () => {
  it('marks a new base and knows it again', async () => {
    const { copy } = fakeCopy();

    expect(await stateOfBase(keeping(copy))).toEqual({ state: 'ready' });
    expect(await database().states.get('mark')).toEqual({ name: 'mark', count: 2 ** 47 });
    expect(await stateOfBase(keeping(copy))).toEqual({ state: 'ready' });
  });

  it('takes the mark inside for one that was not written outside', async () => {
    const { copy, kept } = fakeCopy();
    await database().states.put({ name: 'mark', count: 7 });
    await stateOfBase(keeping(copy));

    expect(kept.note?.mark).toBe(7);
  });

  it('says what a second copy has once the base is gone', async () => {
    const { copy } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy));

    expect(await stateOfBase(keeping(copy, 0, await lose()))).toEqual({
      state: 'lost',
      kept: { sources: 1, names: 2, corrections: 1, packs: ['Pack p'], isWhole: true },
    });
  });

  it('says it of a base that is another than the one that was', async () => {
    const { copy } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy));
    await database().states.put({ name: 'mark', count: 3 });

    expect(await stateOfBase(keeping(copy))).toMatchObject({ state: 'lost' });
  });

  it('says nothing where nothing was there to be lost', async () => {
    const { copy } = fakeCopy();
    await keepCopy(keeping(copy));

    expect(await stateOfBase(keeping(copy, 0, await lose()))).toEqual({ state: 'ready' });
  });
});

describe('keepCopy', () => {
  it('writes what has changed, and nothing where nothing has', async () => {
    const { copy, kept } = fakeCopy();
    await fill();
    expect(await keepCopy(keeping(copy))).toBe(true);
    expect(await keepCopy(keeping(copy, 5))).toBe(false);

    await saveChanges(database(), [{ does: 'attend', entity: 'ada', as: 'muted' }], '2020-01-02T00:00:00Z');
    expect(await keepCopy(keeping(copy, 10))).toBe(true);
    expect(kept.lines.join()).toContain('"muted":1');
  });

  it('has what was changed a moment after the last copy', async () => {
    const { copy } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy, 5));
    await saveChanges(database(), [{ does: 'attend', entity: 'ada', as: 'muted' }], '2020-01-02T00:00:00Z');

    expect(await keepCopy(keeping(copy, 5))).toBe(true);
    const empty = await lose();
    expect(await restoreLost(keeping(copy, 5, empty))).toMatchObject({ ok: true });
    expect(await empty.entityEdits.get('ada')).toMatchObject({ muted: 1 });
  });

  it('never writes an emptied base over the copy', async () => {
    const { copy, kept } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy));
    const before = kept.lines;

    expect(await keepCopy(keeping(copy, 60, await lose()))).toBe(false);
    expect(kept.lines).toEqual(before);
  });

  it('keeps what coverage taught where the reader spoke of it, and no more of it', async () => {
    const { copy, kept } = fakeCopy();
    const learned = (id: string) => ({
      change: 'entity-learned' as const, entity: { id, name: `Name ${id}`, aliases: [] }, evidence: { articles: 3, outlets: ['Gazette'], examples: [] },
    });
    await storeLearned(database(), [learned('x'), learned('y')], options.now());
    await saveChanges(database(), [{ does: 'attend', entity: 'x', as: 'followed' }], options.now());
    await keepCopy(keeping(copy));

    expect(kept.lines.filter((line) => line.includes('"is":"entity"'))).toHaveLength(1);
    expect(kept.note?.kept).toMatchObject({ names: 1 });
  });

  it('stays within its bounds, sources first', async () => {
    const { copy, kept } = fakeCopy();
    await createSourceRepository(database()).addAll([source]);
    const description = 'x'.repeat(2_000);
    await database().entityEdits.bulkAdd(
      Array.from({ length: 4_000 }, (_, at) => ({ entity: `e${at}`, description, addedAliases: [], removedAliases: [], changed: options.now() })),
    );
    await keepCopy(keeping(copy));

    expect(kept.lines.reduce((sum, line) => sum + line.length, 0)).toBeLessThan(5_000_000);
    expect(kept.note?.kept).toMatchObject({ sources: 1, isWhole: false });
  });
});

describe('restoreLost', () => {
  it('brings back sources, names and corrections, and what was said meets the pack when it is imported again', async () => {
    const { copy } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy));
    const empty = await lose();

    expect(await restoreLost(keeping(copy, 1, empty))).toMatchObject({ ok: true, value: { sources: 1 } });
    expect(await stateOfBase(keeping(copy, 1, empty))).toEqual({ state: 'ready' });
    expect(await createSourceRepository(empty).list()).toEqual([source]);
    expect(await empty.corrections.toArray()).toMatchObject([{ text: 'Ada', not: 'ada', url: 'https://gazette.test/1' }]);

    await importPack(empty, asFile(packLines('p', [{ id: 'ada', name: 'Ada Ferrante', aliases: [] }])), options);
    await updateOverlay(empty);
    const known = await knowledgeOf(empty).entities(['ada', 'own:1']);
    expect(known.map(({ name }) => name).sort()).toEqual(['Ada Lindqvist', 'Brook Council']);
    expect(await empty.entityEdits.get('ada')).toMatchObject({ followed: 1 });
    empty.close();
  });

  it('leaves what is there as it is, however often it runs', async () => {
    const { copy } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy));
    const empty = await lose();
    await createSourceRepository(empty).addAll([{ ...source, title: 'My Gazette' }]);
    await restoreLost(keeping(copy, 1, empty));
    await restoreLost(keeping(copy, 2, empty));

    expect(await createSourceRepository(empty).list()).toMatchObject([{ title: 'My Gazette' }]);
    expect(await empty.corrections.count()).toBe(1);
    expect(await empty.entityEdits.count()).toBe(1);
    empty.close();
  });

  it('passes over lines that it cannot read', async () => {
    const { copy, kept } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy));
    kept.lines = ['{"is":"source"}', 'nonsense', ...kept.lines];
    const empty = await lose();
    await restoreLost(keeping(copy, 1, empty));

    expect(await createSourceRepository(empty).list()).toEqual([source]);
    empty.close();
  });
});

describe('startFresh', () => {
  it('goes on with the base as it is, and can be taken back for a quarter of an hour', async () => {
    const { copy } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy));
    const empty = await lose();
    await startFresh(keeping(copy, 10, empty));

    expect(await stateOfBase(keeping(copy, 10, empty))).toEqual({ state: 'ready' });
    expect(await keepCopy(keeping(copy, 20, empty))).toBe(false);
    await restoreLost(keeping(copy, 21, empty));
    expect(await createSourceRepository(empty).list()).toEqual([source]);
    empty.close();
  });

  it('lets the copy follow at once where the clock was set back since', async () => {
    const { copy } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy));
    const empty = await lose();
    await startFresh(keeping(copy, 10_000, empty));
    expect(await keepCopy(keeping(copy, 20, empty))).toBe(true);
    empty.close();
  });

  it('lets the copy follow the fresh base afterwards', async () => {
    const { copy, kept } = fakeCopy();
    await fill();
    await keepCopy(keeping(copy));
    const empty = await lose();
    await startFresh(keeping(copy, 10, empty));

    expect(await keepCopy(keeping(copy, 26, empty))).toBe(true);
    expect(kept.lines).toEqual([]);
    empty.close();
  });
});
