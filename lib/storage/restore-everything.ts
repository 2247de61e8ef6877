import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import { parseBaseHeader, parseBaseItem, type BaseItem } from '../packs/base-lines';
import { changeKnowledge } from './change-knowledge';
import type { Database } from './database';
import { entitiesPerPage } from './entity-page';
import { nothingRead, readFile } from './read-file';
import type { BadLines, FileCheckpoint, ImportFile, ImportOptions } from './read-file';
import type { PackRow } from './rows';
import { RestoredRows } from './restored-rows';
import { storageFailure } from './storage-failure';
import { updateOverlay } from './update-overlay';

export interface RestoredBase {
  /** Lines that were taken in, without the first. */
  readonly items: number;
  readonly badLines: BadLines;
  /** As they were stored; the reader's own where the file has none. */
  readonly settings?: unknown;
}

/** So many lines are taken in together: of a pack, a whole page. */
const linesAtOnce = entitiesPerPage;

/**
 * Takes in everything that a file of `exportEverything` holds. Into an empty knowledge base it brings an equal one;
 * elsewhere, what is there already stays as it is. Packs are seen when the last of them is complete.
 * @param job by which what was begun is known again
 */
export async function restoreEverything(
  database: Database,
  { file, job }: { readonly file: ImportFile; readonly job: string },
  options: ImportOptions,
): Promise<Result<RestoredBase>> {
  const from = options.resumption?.from;
  const rows = new RestoredRows(database, job, from);
  let { settings, isWhole = false, items: lines = 0 } = from ?? {};

  async function take(items: BaseItem[], read: FileCheckpoint): Promise<void> {
    for (const item of items) if (item.is === 'settings') settings = item.settings;
    isWhole = items.at(-1)?.is === 'end';
    lines = read.items;
    // Articles are linked with what the lines before them brought.
    if (items.some(({ is }) => isLinked.has(is))) await usePacks();
    await database.transaction('rw', database.tables, async () => {
      await rows.write(items);
      await options.resumption?.keep({ ...read, target: rows.pack, sourceIds: rows.sourceIds, numbered: rows.stories.numbered, settings, isWhole });
    });
  }

  async function usePacks(): Promise<void> {
    const isWaiting = (pack: PackRow): boolean => pack.job === job && pack.state === 'importing';
    if ((await database.packs.toArray()).some(isWaiting) || !(await database.knowledge.get('current'))) {
      await changeKnowledge(database, (packs) => {
        const used = new Set(packs.flatMap(({ id, state }) => (state === 'ready' ? id : [])));
        const taken = new Set(packs.filter(isWaiting).map(({ id }) => id));
        return packs.flatMap((pack) => {
          if (isWaiting(pack)) return used.has(pack.id) ? [] : { ...pack, state: 'ready' as const, job: undefined };
          return pack.state === 'removed' && taken.has(pack.id) ? [] : pack;
        });
      });
    }
    await updateOverlay(database);
  }

  try {
    const read = await readFile(
      file,
      {
        kind: 'not-a-base',
        parseHeader: parseBaseHeader,
        parseItem: parseBaseItem,
        onHeader: () => Promise.resolve(),
        onBatch: take,
        batchSize: linesAtOnce,
        // What follows a pack's line begins a page, as where the pack was imported.
        endsBatch: ({ is }) => is === 'linking' || is === 'pack',
        from: from ?? nothingRead,
      },
      options,
    );
    if (!read.ok) return read;
    if (!isWhole) return fail('not-a-base', 'it breaks off');
    return succeed({ items: lines, badLines: read.value, settings });
  } catch (error) {
    return { ok: false, failure: storageFailure(error) };
  }
}

const isLinked = new Set<BaseItem['is']>(['article', 'evidence', 'learning', 'end']);
