// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { importPack } from '../../lib/storage/import-pack';
import { storageFailure } from '../../lib/storage/storage-failure';
import { reopen, useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';

const database = useDatabase();

describe('storageFailure', () => {
  it.each([
    ['storage-full', new DOMException('full', 'QuotaExceededError')],
    ['storage-full', { name: 'AbortError', inner: new DOMException('full', 'QuotaExceededError') }],
    ['storage-full', { name: 'BulkError', failures: [new DOMException('gave up', 'AbortError'), new DOMException('full', 'QuotaExceededError')] }],
    ['storage-full', { name: 'AbortError', inner: new DOMException('Failed to write blobs (IOError)', 'DataError') }],
    ['unexpected', new DOMException('no valid key', 'DataError')],
    ['database-unavailable', new DOMException('gone', 'InvalidStateError')],
    ['database-unavailable', { name: 'BulkError', failures: [new DOMException('gave up', 'AbortError')] }],
    ['unexpected', { name: 'AbortError', inner: new TypeError('broken') }],
    ['database-unavailable', { name: 'DatabaseClosedError' }],
    ['unexpected', new TypeError('broken')],
    ['unexpected', undefined],
  ])('is %s for %o', (kind, error) => {
    expect(storageFailure(error).kind).toBe(kind);
  });

  it('is what an import says when there is no room, which then leaves nothing behind', async () => {
    const full = await reopen();
    full.use({
      stack: 'dbcore',
      name: 'full',
      create: (core) => ({
        ...core,
        table: (name) => ({
          ...core.table(name),
          mutate: (request) =>
            name === 'entityPages' && request.type === 'add'
              ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
              : core.table(name).mutate(request),
        }),
      }),
    });
    full.close();
    await full.open();
    const file = asFile(packLines('p', [{ id: 'ada', name: 'Ada Lindqvist', aliases: [] }]));
    const imported = await importPack(full, file, { now: () => '2020-01-01T00:00:00Z' });
    full.close();

    expect(imported).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
    expect([await database().packs.count(), await database().entityPages.count()]).toEqual([0, 0]);
  });
});
