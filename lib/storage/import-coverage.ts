import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { Article } from '../model/article';
import { parseCoverageArticle, parseCoverageHeader } from '../packs/coverage-lines';
import type { Database } from './database';
import { jobTargets } from './job-targets';
import { nothingRead, readFile } from './read-file';
import type { BadLines, FileCheckpoint, ImportFile, ImportOptions } from './read-file';
import type { CoverageFileRow } from './rows';
import { storageFailure } from './storage-failure';

/** Articles that are written together, and later linked together. What is remembered is compared once a batch, so few would be dear. */
const articlesPerPage = 400;

export interface ImportedCoverage {
  readonly articles: number;
  readonly badLines: BadLines;
}

/**
 * Takes in a coverage file. Its articles are put aside in pages; from the moment the file is complete, indexing moves
 * them page by page among the others. Cancelled or killed before that moment, nothing has changed; after it, nothing
 * is lost.
 */
export async function importCoverage(
  database: Database,
  file: ImportFile,
  options: ImportOptions,
): Promise<Result<ImportedCoverage>> {
  const { coverageFiles, stagedPages } = database;
  let row: CoverageFileRow | undefined;
  const from = options.resumption?.from;

  async function begin(): Promise<void> {
    const before = from?.target === undefined ? undefined : await coverageFiles.get(from.target);
    if (from?.target !== undefined && !before) throw new SweptOut();
    if (before) {
      row = { ...before, articles: from?.items ?? 0 };
      return;
    }
    const unnumbered = { state: 'importing' as const, since: options.now(), articles: 0, badLines: 0 };
    row = await database.transaction('rw', coverageFiles, database.jobs, async () => {
      const target = await coverageFiles.add(unnumbered);
      await options.resumption?.keep({ ...nothingRead, target });
      return { ...unnumbered, key: target };
    });
  }

  async function stage(articles: Article[], read: FileCheckpoint): Promise<void> {
    if (!row) return;
    const { key } = row;
    row = { ...row, articles: row.articles + articles.length, since: options.now() };
    await database.transaction('rw', coverageFiles, stagedPages, database.jobs, async () => {
      if ((await coverageFiles.update(key, { since: row?.since })) === 0) throw new SweptOut();
      await stagedPages.add({ file: key, articles });
      await options.resumption?.keep({ ...read, target: key });
    });
  }

  try {
    const read = await readFile(
      file,
      {
        kind: 'not-coverage',
        parseHeader: parseCoverageHeader,
        parseItem: parseCoverageArticle,
        onHeader: begin,
        onBatch: stage,
        batchSize: articlesPerPage,
        from,
      },
      options,
    );
    if (!read.ok) return read;
    if (!row || row.articles === 0) return fail('not-coverage', 'no line of it can be used');
    const ready: CoverageFileRow = { ...row, state: 'ready', since: options.now(), badLines: read.value.total };
    if ((await coverageFiles.update(ready.key, ready)) === 0) return fail('cancelled');
    row = undefined;
    return succeed({ articles: ready.articles, badLines: read.value });
  } catch (error) {
    // Whoever keeps the import decides whether it is gone on with.
    if (options.resumption) row = undefined;
    return { ok: false, failure: error instanceof SweptOut ? { kind: 'cancelled' } : storageFailure(error) };
  } finally {
    // Where even this fails, what is left over does not count and is swept out later.
    if (row) await discardCoverage(database, row.key).catch(() => undefined);
  }
}

class SweptOut extends Error {}

/** Deletes what was left half imported before this moment. */
export async function sweepCoverage(database: Database, before: string): Promise<void> {
  const left = await database.coverageFiles.where('state').equals('importing').toArray();
  const targets = await jobTargets(database, 'coverage');
  for (const { key, since } of left) if (since < before && !targets.has(key)) await discardCoverage(database, key);
}

export async function discardCoverage(database: Database, key: number): Promise<void> {
  const { coverageFiles, stagedPages } = database;
  await database.transaction('rw', coverageFiles, stagedPages, async () => {
    await coverageFiles.delete(key);
    await stagedPages.where('file').equals(key).delete();
  });
}
