import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { Database } from './database';
import { discardCoverage, importCoverage } from './import-coverage';
import { discardPack, importPack, readPack } from './import-pack';
import type { BadLines, ImportOptions, Resumption } from './read-file';
import type { JobRow } from './rows';
import { restoreEverything } from './restore-everything';
import { mostRooms } from './retention';
import { storageFailure } from './storage-failure';

export interface NewImport {
  readonly id: string;
  readonly kind: JobRow['kind'];
  /** The file's name. */
  readonly title: string;
  readonly file: Blob;
}

export interface ImportReport {
  /** What the file calls itself, else its name. */
  readonly title: string;
  readonly items: number;
  readonly badLines: BadLines;
  /** The settings of a restored base, to be parsed where settings are. */
  readonly settings?: unknown;
}

export interface ImportPorts {
  /**
   * Runs a task that nobody else runs at the same time, in any part of the extension; undefined where somebody does.
   * What dies lets go of it.
   */
  readonly alone: <T>(name: string, task: () => Promise<T>) => Promise<T | undefined>;
  /** Frees storage by what the reader can spare; false where there is nothing to spare. */
  readonly makeRoom: () => Promise<boolean>;
}

/** Keeps a file to be imported. From now on the import is finished by whoever comes to it, unless it is cancelled. */
export async function keepImport(database: Database, { id, kind, title, file }: NewImport, now: string): Promise<Result<void>> {
  try {
    await database.transaction('rw', database.jobs, database.jobFiles, async () => {
      await database.jobs.add({ id, kind, title, since: now, lines: 0, items: 0, badLines: { listed: [], total: 0 } });
      await database.jobFiles.add({ job: id, file });
    });
    return succeed(undefined);
  } catch (error) {
    return { ok: false, failure: storageFailure(error) };
  }
}

/**
 * Runs an import, or goes on with it from the last batch that was written. It is over when this returns, unless
 * somebody else is at it (`already-there`) or storage failed for a reason that may pass. Where storage is full, room is
 * made a few times.
 */
export async function runImport(
  database: Database,
  id: string,
  { alone, makeRoom, ...options }: ImportOptions & ImportPorts,
): Promise<Result<ImportReport>> {
  const done = await alone(importLock(id), async () => {
    for (let rooms = 0; ; rooms++) {
      const [job, kept] = await Promise.all([database.jobs.get(id), database.jobFiles.get(id)]);
      if (!job || !kept) return fail('not-found');
      const imported = await importFile(database, { job, file: kept.file }, options);
      if (!imported.ok && imported.failure.kind === 'storage-full' && rooms < mostRooms && (await makeRoom())) continue;
      if (imported.ok || !mayPass.has(imported.failure.kind)) await endImport(database, id, imported.ok);
      return imported;
    }
  });
  return done ?? fail('already-there');
}

/**
 * Of an import of a pack the first half, for whoever does the second with a memory of its own: what is left of reading a
 * million names is collected late. Whatever comes of it, `runImport` goes on from there, and says what it was.
 */
export async function beginImport(database: Database, id: string, { alone, ...options }: ImportOptions & Pick<ImportPorts, 'alone'>): Promise<void> {
  await alone(importLock(id), async () => {
    const [job, kept] = await Promise.all([database.jobs.get(id), database.jobFiles.get(id)]);
    if (job?.kind !== 'pack' || !kept) return;
    await readPack(database, { stream: kept.file.stream(), size: kept.file.size }, { ...options, resumption: resumptionOf(database, job, options) });
  });
}

/** Held for as long as somebody runs this import. */
export function importLock(id: string): string {
  return `import ${id}`;
}

/** Gives up an import, whoever runs it or left it behind; what it wrote so far is swept out. */
export async function giveUpImport(database: Database, id: string, alone: ImportPorts['alone']): Promise<void> {
  const { jobs, jobFiles } = database;
  const isOver = await alone(importLock(id), async () => {
    await endImport(database, id, false);
    return true;
  });
  if (isOver) return;
  // Who runs it finds with the next batch that it was called off.
  await database.transaction('rw', jobs, jobFiles, async () => {
    await jobs.delete(id);
    await jobFiles.delete(id);
  });
}

/** Goes on with what was left behind, one after the other. What a restored base has of settings is handed on. */
export async function resumeImports(
  database: Database,
  { onSettings, ...options }: ImportOptions & ImportPorts & { readonly onSettings: (settings: unknown) => Promise<unknown> },
): Promise<number> {
  let finished = 0;
  for (const id of await database.jobs.toCollection().primaryKeys()) {
    const imported = await runImport(database, id, options);
    if (!imported.ok) continue;
    finished++;
    if (imported.value.settings !== undefined) await onSettings(imported.value.settings);
  }
  return finished;
}

const mayPass = new Set<string>(['database-unavailable', 'unexpected']);

async function importFile(
  database: Database,
  { job, file: blob }: { readonly job: JobRow; readonly file: Blob },
  options: ImportOptions,
): Promise<Result<ImportReport>> {
  const file = { stream: blob.stream(), size: blob.size };
  const resumable = { ...options, resumption: resumptionOf(database, job, options) };
  if (job.kind === 'pack') {
    const imported = await importPack(database, file, resumable);
    if (!imported.ok) return imported;
    const { title, entities, badLines } = imported.value;
    return succeed({ title, items: entities, badLines });
  }
  if (job.kind === 'everything') {
    const restored = await restoreEverything(database, { file, job: job.id }, resumable);
    return restored.ok ? succeed({ title: job.title, ...restored.value }) : restored;
  }
  const imported = await importCoverage(database, file, resumable);
  if (!imported.ok) return imported;
  return succeed({ title: job.title, items: imported.value.articles, badLines: imported.value.badLines });
}

function resumptionOf({ jobs }: Database, job: JobRow, { now }: ImportOptions): Resumption {
  return {
    from: job,
    async keep({ lines, items, badLines, target, settings, isWhole, sourceIds, numbered }) {
      const isThere = await jobs.update(job.id, { lines, items, badLines, target, settings, isWhole, sourceIds, numbered, since: now() });
      if (isThere === 0) throw new Error('The import was called off');
    },
  };
}

async function endImport(database: Database, id: string, isDone: boolean): Promise<void> {
  const { jobs, jobFiles } = database;
  const job = await jobs.get(id);
  if (!isDone && job?.target !== undefined) {
    if (job.kind === 'pack') await discardPack(database, job.target);
    if (job.kind === 'coverage') await discardCoverage(database, job.target);
  }
  // Of a restoring, what is complete stays; its packs count from the moment all are there, and are swept out otherwise.
  await database.transaction('rw', jobs, jobFiles, async () => {
    await jobs.delete(id);
    await jobFiles.delete(id);
  });
}
