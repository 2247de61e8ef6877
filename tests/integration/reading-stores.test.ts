// @vitest-environment node
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rebuildKnowledge } from '../../lib/storage/change-knowledge';
import { importPack } from '../../lib/storage/import-pack';
import { createKnowledgeBase } from '../../lib/storage/knowledge-base';
import { nativeVersion } from '../../lib/storage/base-version';
import { openDatabase, prepareDatabase } from '../../lib/storage/open-database';
import { createOpener } from '../../lib/storage/reading-stores';
import { asFile, packLines } from '../support/files';
import { settled } from '../support/stored-database';

const name = 'sidelight';
const ada = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: [], popularity: 0.9 };
const bo = { id: 'bo', name: 'Bo Ferrante', kind: 'person', aliases: [], popularity: 0.9 };

describe('createOpener', () => {
  afterEach(() => Dexie.delete(name));

  it('opens what is there without making it, and knows what is in it', async () => {
    await know(ada);
    const prepare = vi.fn(prepareDatabase);
    const stores = await opened(prepare);

    expect(prepare).not.toHaveBeenCalled();
    expect(await stores.knowledge.entities(['ada'])).toMatchObject([ada]);
  });

  it('has it made where there is none', async () => {
    const stores = await opened(prepareDatabase);

    expect(await stores.knowledge.current()).toBeUndefined();
    expect(await stores.corrections()).toEqual([]);
  });

  it('leaves none behind that has no stores', async () => {
    await createOpener({ rebuild, prepare: () => Promise.resolve({ ok: false, failure: { kind: 'database-unavailable' } }) })();

    expect(await indexedDB.databases()).toEqual([]);
  });

  it('has an older one brought up to date', async () => {
    (await settled(indexedDB.open(name, 10))).close();
    await opened(prepareDatabase);

    expect(await indexedDB.databases()).toMatchObject([{ name, version: nativeVersion }]);
  });

  it('leaves one of a newer Sidelight as it is and says so', async () => {
    (await settled(indexedDB.open(name, 990))).close();

    expect(await createOpener({ rebuild, prepare: prepareDatabase })()).toEqual({ ok: false, failure: { kind: 'database-newer' } });
    expect(await indexedDB.databases()).toMatchObject([{ name, version: 990 }]);
  });

  it('is opened anew when it was deleted, and says what is there then', async () => {
    await know(ada);
    const open = createOpener({ rebuild, prepare: prepareDatabase });
    const first = await open();
    await Dexie.delete(name);
    const second = await open();

    expect(first.ok && second.ok && first.value !== second.value).toBe(true);
    expect(second.ok && (await second.value.knowledge.current())).toBeUndefined();
  });
});

describe('createKnowledgeBase', () => {
  afterEach(() => Dexie.delete(name));

  it('says what is known now, whatever was there when it began to read', async () => {
    await know(ada);
    const database = await openDatabase(name);
    if (!database.ok) throw new Error(database.failure.kind);
    const base = createKnowledgeBase(database.value.backendDB(), () => rebuildKnowledge(database.value));
    base.expect();
    await know(bo);

    expect(await base.current()).toMatchObject({ version: 2 });
    expect(await base.entities(['ada', 'bo'])).toMatchObject([bo]);
    database.value.close();
  });
});

const rebuild = (): Promise<unknown> => Promise.reject(new Error('Nothing is damaged here'));

async function opened(prepare: typeof prepareDatabase) {
  const stores = await createOpener({ rebuild, prepare: () => prepare() })();
  if (!stores.ok) throw new Error(stores.failure.kind);
  return stores.value;
}

async function know(...entities: unknown[]): Promise<void> {
  const database = await openDatabase(name);
  if (!database.ok) throw new Error(database.failure.kind);
  await importPack(database.value, asFile(packLines('p', entities)), { now: () => '2020-01-01T00:00:00Z' });
  database.value.close();
}
