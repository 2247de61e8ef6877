// @vitest-environment node
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openNatively } from '../../lib/storage/native-base';
import { openDatabase } from '../../lib/storage/open-database';
import { settled } from '../support/stored-database';

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

  it('says that others hold an older version open, and opens it once they let go', async () => {
    // As an older Sidelight has it open that was never taught to let go.
    const older = await settled(indexedDB.open('opened', 10));
    expect(await openDatabase('opened', { patienceMs: 1 })).toEqual({ ok: false, failure: { kind: 'database-blocked' } });

    older.close();
    const opened = await openDatabase('opened');
    expect(opened).toMatchObject({ ok: true });
    if (opened.ok) opened.value.close();
  });

  it('says so behind another’s request that is blocked as well, and opens it once all let go', async () => {
    const older = await settled(indexedDB.open('opened', 10));
    // Only this one is told that it is blocked; who comes after it merely waits.
    const first = indexedDB.open('opened', 20);
    await new Promise((resolve) => (first.onblocked = resolve));
    expect(await openDatabase('opened', { turnPatienceMs: 1 })).toEqual({ ok: false, failure: { kind: 'database-blocked' } });
    expect(await openNatively(vi.fn(), 'opened', 1)).toBeUndefined();

    first.onupgradeneeded = () => first.transaction?.abort();
    const firstFailed = new Promise((resolve) => (first.onerror = resolve));
    older.close();
    await firstFailed;
    const opened = await openDatabase('opened');
    expect(opened).toMatchObject({ ok: true });
    if (opened.ok) opened.value.close();
  });

  it('waits for others that let go of an older version in a moment', async () => {
    const older = await settled(indexedDB.open('opened', 10));
    older.onversionchange = () => setTimeout(() => older.close(), 5);
    const opened = await openDatabase('opened');

    expect(opened).toMatchObject({ ok: true });
    if (opened.ok) opened.value.close();
  });

  it('tells that the database was taken away while it was open', async () => {
    const onGone = vi.fn();
    await openDatabase('opened', { onGone });
    await Dexie.delete('opened');

    expect(onGone).toHaveBeenCalled();
  });

  it('says of a full disk that it is full, not that the database is of no use', async () => {
    const full = new IDBFactory();
    full.databases = () => Promise.reject(new DOMException('Encountered full disk while opening backing store', 'QuotaExceededError'));
    vi.stubGlobal('indexedDB', full);

    expect(await openDatabase('opened')).toEqual({ ok: false, failure: { kind: 'storage-full' } });
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
