import Dexie, { type ObservabilitySet } from 'dexie';
import { succeed, type Result } from '../errors/failure';
import type { Database } from './database';
import { storageFailure } from './storage-failure';

export interface WatchedTables {
  readonly database: Database;
  /** A change of any row in one of these is a change. */
  readonly tables: readonly string[];
  /** Resolves when it has rested long enough after a reading. */
  readonly rest: () => Promise<void>;
}

/**
 * Like `watchQuery`, for what takes long to read and changes thousands of times in a row: it is read, told, and not
 * read again before the rest is over, however often it changes meanwhile. The last change is always told.
 */
export function watchTables<T>({ database, tables, rest }: WatchedTables, query: () => Promise<T>, listener: (found: Result<T>) => void): () => void {
  const watched = tables.map((table) => `idb://${database.name}/${table}/`);
  let isOver = false;
  let isBusy = false;
  /** How often something changed, and how often it had when it was read last. */
  let [changes, read] = [0, 0];
  const ask = async (): Promise<Result<T> | undefined> => {
    try {
      return succeed(await query());
    } catch (error) {
      // Another one of its name has taken its place, and whoever opens that tells of it.
      if (error instanceof Dexie.DatabaseClosedError) return undefined;
      return { ok: false, failure: storageFailure(error) };
    }
  };
  const look = async (): Promise<void> => {
    isBusy = true;
    do {
      read = changes;
      const found = await ask();
      if (found && !isOver) listener(found);
      await rest();
    } while (read < changes && !isOver);
    isBusy = false;
  };
  const heard = (changed: ObservabilitySet): void => {
    if (!Object.keys(changed).some((part) => part === 'all' || watched.some((table) => part.startsWith(table)))) return;
    changes++;
    // It is heard within the transaction that changed it, which is over.
    if (!isBusy) void Dexie.ignoreTransaction(look);
  };
  Dexie.on('storagemutated', heard);
  void look();
  return () => {
    isOver = true;
    Dexie.on.storagemutated.unsubscribe(heard);
  };
}
