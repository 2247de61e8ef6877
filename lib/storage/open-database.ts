import { Dexie } from 'dexie';
import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import { Database } from './database';
import { databaseName, nativeVersion } from './base-version';
import { openAsItIs } from './native-base';
import { storageFailure } from './storage-failure';

/** Who is asked to let go of an older version may be in the middle of a batch. */
const waitForOthersMs = 3_000;
/** Who brings it up to date at this moment may have years of coverage to go through. */
const waitForTurnMs = 20_000;

interface OpenOptions {
  readonly patienceMs?: number;
  readonly turnPatienceMs?: number;
  /** The database was taken away while it was open: deleted, cleared by the browser, or brought to a newer version. */
  readonly onGone?: () => void;
}

/**
 * Opens the knowledge base, with its schema brought up to date. A database that a newer Sidelight has written is not
 * even opened: Dexie would mend what it takes for a fault in the schema.
 */
export async function openDatabase(name = databaseName, { patienceMs = waitForOthersMs, turnPatienceMs = waitForTurnMs, onGone }: OpenOptions = {}): Promise<Result<Database>> {
  try {
    const existing = (await indexedDB.databases()).find((database) => database.name === name);
    if ((existing?.version ?? 0) > nativeVersion) return fail('database-newer');
    if (existing && existing.version !== nativeVersion && !(await hasItsTurn(name, turnPatienceMs))) return fail('database-blocked');
    const database = new Database(name);
    if (onGone) {
      database.on('versionchange', onGone);
      database.on('close', onGone);
    }
    if (await Promise.race([database.open().then(() => true), isBlockedFor(database, patienceMs)])) return succeed(database);
    database.close();
    return fail('database-blocked');
  } catch (error) {
    // Chromium opens none on a full disk: there is nothing wrong with this one, which must not be offered for deletion.
    if (storageFailure(error).kind === 'storage-full') return fail('storage-full');
    return fail('database-unavailable', error instanceof Error ? error.name : undefined);
  }
}

/** Makes the database or brings it up to date, for those that read it without Dexie. */
export async function prepareDatabase(name = databaseName): Promise<Result<undefined>> {
  const opened = await openDatabase(name);
  if (!opened.ok) return opened;
  opened.value.close();
  return succeed(undefined);
}

/** False where another's upgrade is waited for that is blocked, or takes that long: only who asked first is told. */
async function hasItsTurn(name: string, patienceMs: number): Promise<boolean> {
  const before = await openAsItIs(name, patienceMs);
  if (before === 'waiting') return false;
  if (before !== 'missing') before.close();
  return true;
}

/** False once others have kept an older version open for so long; never where they let go. */
function isBlockedFor(database: Database, patienceMs: number): Promise<false> {
  return new Promise((resolve) => {
    database.on('blocked', () => void setTimeout(() => resolve(false), patienceMs));
  });
}

/** For good, with everything in it. For one that cannot be opened. */
export async function deleteDatabase(name = databaseName): Promise<Result<undefined>> {
  try {
    await Dexie.delete(name);
    return succeed(undefined);
  } catch (error) {
    return fail('database-unavailable', error instanceof Error ? error.name : undefined);
  }
}
