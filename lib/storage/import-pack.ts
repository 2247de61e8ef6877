import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import { release } from '../gazetteer/release';
import type { Entity } from '../model/entity';
import { parsePackEntity, parsePackHeader } from '../packs/pack-lines';
import type { PackHeader } from '../packs/pack-lines';
import { changeKnowledge } from './change-knowledge';
import type { Database } from './database';
import { encodeEntities, entitiesPerPage } from './entity-page';
import { nothingRead, readFile } from './read-file';
import type { BadLines, FileCheckpoint, ImportFile, ImportOptions } from './read-file';
import type { EntityPageRow, PackRow } from './rows';
import { storageFailure } from './storage-failure';

/** Pages that are written in one transaction. */
const pagesAtOnce = 8;

export interface ImportedPack {
  readonly id: string;
  readonly title: string;
  readonly entities: number;
  readonly badLines: BadLines;
}

/** A pack whose pages are all written and do not count yet. */
export interface ReadPack {
  readonly row: PackRow;
  readonly badLines: BadLines;
}

/**
 * Imports a pack. Its pages are written beside what is in use and count from the moment the import is complete, when
 * they also take the place of an earlier import of the same pack. Cancelled or killed before, nothing has changed.
 */
export async function importPack(
  database: Database,
  file: ImportFile,
  options: ImportOptions,
): Promise<Result<ImportedPack>> {
  const read = await readPack(database, file, options);
  return read.ok ? putToUse(database, read.value, options) : read;
}

/** The first half of an import, which is not done again where it was kept that all was read. */
export async function readPack(database: Database, file: ImportFile, options: ImportOptions): Promise<Result<ReadPack>> {
  let row: PackRow | undefined;
  const from = options.resumption?.from;

  async function begin(header: PackHeader): Promise<void> {
    const before = from?.target === undefined ? undefined : await database.packs.get(from.target);
    if (from?.target !== undefined && !before) throw new SweptOut();
    if (before) {
      row = { ...before, entities: from?.items ?? 0 };
      return;
    }
    const { id, title, licence, language } = header;
    const unnumbered = {
      id, title, licence, language, state: 'importing' as const, since: options.now(), entities: 0, badLines: 0,
    };
    row = await database.transaction('rw', database.packs, database.jobs, async () => {
      const target = await database.packs.add(unnumbered);
      await options.resumption?.keep({ ...nothingRead, target });
      return { ...unnumbered, key: target };
    });
  }

  /** Pages that wait for others to be written with, and how far the file was read with them. */
  let pages: Omit<EntityPageRow, 'number'>[] = [];
  let read: FileCheckpoint = from ?? nothingRead;

  /** As bytes at once: thousands of entities that wait for others grow the heap by more than all their pages take. */
  async function addPage(entities: Entity[], upTo: FileCheckpoint): Promise<void> {
    if (!row) return;
    row = { ...row, entities: row.entities + entities.length };
    pages.push({ pack: row.key, ...encodeEntities(entities) });
    read = upTo;
    if (pages.length === pagesAtOnce) await writePages();
  }

  async function writePages(): Promise<void> {
    if (!row || pages.length === 0) return;
    const { key } = row;
    row = { ...row, since: options.now() };
    const written = pages;
    pages = [];
    await database.transaction('rw', database.packs, database.entityPages, database.jobs, async () => {
      // Swept out as left behind, after this page slept for long: then there is nothing to go on with.
      if ((await database.packs.update(key, { since: row?.since })) === 0) throw new SweptOut();
      await database.entityPages.bulkAdd(written);
      await options.resumption?.keep({ ...read, target: key });
    });
    for (const { bytes } of written) release(bytes);
  }

  try {
    if (from?.isWhole === true && from.target !== undefined) {
      const before = await database.packs.get(from.target);
      return before ? succeed({ row: { ...before, entities: from.items }, badLines: from.badLines }) : fail('cancelled');
    }
    const lines = await readFile(
      file,
      {
        kind: 'not-a-pack',
        parseHeader: parsePackHeader,
        parseItem: (line, { language }) => parsePackEntity(line, language),
        onHeader: begin,
        onBatch: addPage,
        batchSize: entitiesPerPage,
        from,
      },
      options,
    );
    if (!lines.ok) return lines;
    await writePages();
    if (!row || row.entities === 0) return fail('not-a-pack', 'no line of it can be used');
    const whole: ReadPack = { row, badLines: lines.value };
    await options.resumption?.keep({ ...read, badLines: lines.value, isWhole: true, target: row.key });
    row = undefined;
    return succeed(whole);
  } catch (error) {
    return failureOf(error);
  } finally {
    // Whoever keeps the import decides whether it is gone on with. Where even this fails, what is left over does not count
    // and is swept out later.
    if (row && !options.resumption) await discardPack(database, row.key).catch(() => undefined);
  }
}

async function putToUse(database: Database, { row, badLines }: ReadPack, options: ImportOptions): Promise<Result<ImportedPack>> {
  // It was stopped after it had become part of what is known, and before it could say so.
  if (row.state === 'ready') return succeed(reportOf(row, badLines));
  if (options.signal?.aborted === true) {
    if (!options.resumption) await discardPack(database, row.key);
    return fail('cancelled');
  }
  let isOver = options.resumption !== undefined;
  try {
    const ready: PackRow = { ...row, state: 'ready', since: options.now(), badLines: badLines.total };
    await changeKnowledge(database, (packs) =>
      packs.flatMap((pack) => (pack.key === ready.key ? ready : isReplaced(pack, ready) ? [] : pack)),
    );
    if ((await database.packs.get(ready.key))?.state !== 'ready') return fail('cancelled');
    isOver = true;
    return succeed(reportOf(ready, badLines));
  } catch (error) {
    return failureOf(error);
  } finally {
    if (!isOver) await discardPack(database, row.key).catch(() => undefined);
  }
}

function failureOf(error: unknown): Result<never> {
  return { ok: false, failure: error instanceof SweptOut ? { kind: 'cancelled' } : storageFailure(error) };
}

function reportOf({ id, title, entities }: PackRow, badLines: BadLines): ImportedPack {
  return { id, title, entities, badLines };
}

class SweptOut extends Error {}

function isReplaced(pack: PackRow, by: PackRow): boolean {
  return pack.id === by.id && pack.state !== 'importing';
}

export async function discardPack(database: Database, key: number): Promise<void> {
  await database.transaction('rw', database.packs, database.entityPages, async () => {
    await database.packs.delete(key);
    await database.entityPages.where('pack').equals(key).delete();
  });
}
