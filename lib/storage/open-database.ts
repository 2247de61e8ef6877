import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import { Database } from './database';
import { newestVersion } from './migrations';

/** Dexie counts in tenths of what IndexedDB counts in. */
const nativeVersions = 10;

/**
 * Opens the knowledge base, with its schema brought up to date. A database that a newer Sidelight has written is not
 * even opened: Dexie would mend what it takes for a fault in the schema.
 */
export async function openDatabase(name = 'sidelight'): Promise<Result<Database>> {
  try {
    const existing = (await indexedDB.databases()).find((database) => database.name === name);
    if ((existing?.version ?? 0) > newestVersion * nativeVersions) return fail('database-newer');
    const database = new Database(name);
    await database.open();
    return succeed(database);
  } catch (error) {
    return fail('database-unavailable', error instanceof Error ? error.name : undefined);
  }
}
