// @vitest-environment node
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../lib/storage/open-database';

describe('openDatabase', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    return Dexie.delete('opened');
  });

  it('opens the same database again and again', async () => {
    const first = await openDatabase('opened');
    const second = await openDatabase('opened');

    expect([first.ok, second.ok]).toEqual([true, true]);
    for (const opened of [first, second]) if (opened.ok) opened.value.close();
  });

  it('leaves a database of a newer Sidelight as it is', async () => {
    const newer = new Dexie('opened');
    newer.version(99).stores({ articles: 'other', hereafter: '++key' });
    await newer.table('hereafter').add({ kept: true });
    newer.close();

    expect(await openDatabase('opened')).toEqual({ ok: false, failure: { kind: 'database-newer' } });

    const again = await new Dexie('opened').open();
    expect(again.verno).toBe(99);
    expect(again.tables.map(({ name }) => name)).toEqual(['articles', 'hereafter']);
    expect(await again.table('hereafter').toArray()).toMatchObject([{ kept: true }]);
    again.close();
  });

  it('returns a failure where the browser refuses', async () => {
    const refusing = new IDBFactory();
    refusing.databases = () => Promise.reject(new DOMException('no', 'InvalidStateError'));
    vi.stubGlobal('indexedDB', refusing);

    expect(await openDatabase('opened')).toEqual({
      ok: false,
      failure: { kind: 'database-unavailable', detail: 'InvalidStateError' },
    });
  });
});
