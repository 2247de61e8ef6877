import { Dexie } from 'dexie';
import { afterEach, beforeEach } from 'vitest';
import type { Database } from '../../lib/storage/database';
import { openDatabase } from '../../lib/storage/open-database';

let count = 0;
let name = '';
let opened: Database | undefined;

/** A database of its own for each test of the file. */
export function useDatabase(): () => Database {
  beforeEach(async () => {
    name = `test-${++count}`;
    opened = await reopen();
  });
  afterEach(async () => {
    opened?.close();
    await Dexie.delete(name);
  });
  return () => opened!;
}

/** The same database through another connection, as a background that was started anew has it. */
export async function reopen(): Promise<Database> {
  const result = await openDatabase(name);
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

/**
 * Another connection that dies after so many writes: the one after that aborts its transaction, as when the browser
 * stops a worker, and so does each that is tried afterwards.
 */
export async function reopenDoomed(writes: number): Promise<Database> {
  const database = await reopen();
  let left = writes;
  database.use({
    stack: 'dbcore',
    name: 'doom',
    create: (core) => ({
      ...core,
      table(tableName) {
        const table = core.table(tableName);
        return {
          ...table,
          mutate(request) {
            if (left-- > 0) return table.mutate(request);
            request.trans.abort();
            return Promise.reject(new Error('stopped'));
          },
        };
      },
    }),
  });
  // A middleware takes hold when the database is opened.
  database.close();
  await database.open();
  return database;
}
