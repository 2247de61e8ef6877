import type { EvidencePieceRow, KnowledgePartRow, KnowledgeRow, StateRow, CorrectionRow, EntityPageRow } from './rows';
import { databaseName, nativeVersion } from './base-version';
import type { OverlayRow } from './overlay-row';

/*
 * What wakes the background most often is a page, and what it waits for is read through IndexedDB as it is: Dexie alone is
 * a third of the script that the browser would have to read, and its first transactions take longer than those of
 * IndexedDB take in all. Nothing is written here; the schema, its migrations and all that changes rows stay with Dexie.
 */

/** Keyed by a store's name: what its rows are, for those that are read here. */
interface Rows {
  readonly knowledge: KnowledgeRow;
  readonly knowledgeParts: KnowledgePartRow;
  readonly knowledgeOverlays: OverlayRow;
  readonly entityPages: EntityPageRow;
  readonly evidence: EvidencePieceRow;
  readonly corrections: CorrectionRow;
  readonly states: StateRow;
}

/** Opening takes milliseconds, unless somebody else's upgrade has its turn first. */
const waitForTurnMs = 3_000;

/**
 * The database if it is there with the schema of this version. Undefined where it has to be made, brought up to date, or
 * cannot be opened: Dexie does the one, and says why not of the other.
 *
 * @param onGone called when the database is taken away while it is open: deleted, cleared, or brought to a newer version
 */
export async function openNatively(onGone: () => void, name = databaseName, patienceMs = waitForTurnMs): Promise<IDBDatabase | undefined> {
  const database = await openAsItIs(name, patienceMs);
  if (database === 'missing' || database === 'waiting') return undefined;
  if (database.version !== nativeVersion) {
    database.close();
    return undefined;
  }
  database.onclose = onGone;
  database.onversionchange = () => {
    database.close();
    onGone();
  };
  return database;
}

/**
 * The database in whatever version it has. "missing" where there is none or it does not open; "waiting" where it did not
 * come to that for so long: behind somebody else's request that is blocked one waits without being told.
 */
export function openAsItIs(name: string, patienceMs: number): Promise<IDBDatabase | 'missing' | 'waiting'> {
  return new Promise((resolve) => {
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(name);
    } catch {
      resolve('missing');
      return;
    }
    let gaveUp = false;
    const patience = setTimeout(() => {
      gaveUp = true;
      resolve('waiting');
    }, patienceMs);
    // There is none. One without stores is not left behind.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      clearTimeout(patience);
      resolve('missing');
    };
    request.onsuccess = () => {
      clearTimeout(patience);
      if (gaveUp) request.result.close();
      else resolve(request.result);
    };
  });
}

/** Stores by name, within one transaction that only reads. It lives for as long as something of it is waited for. */
export function reading<Name extends keyof Rows>(database: IDBDatabase, ...names: readonly Name[]): { readonly [N in Name]: StoredRows<Rows[N]> } {
  const transaction = database.transaction([...names], 'readonly');
  return Object.fromEntries(names.map((name) => [name, new StoredRows(transaction.objectStore(name))])) as { [N in Name]: StoredRows<Rows[N]> };
}

class StoredRows<Row> {
  readonly #store: IDBObjectStore;

  constructor(store: IDBObjectStore) {
    this.#store = store;
  }

  get(key: IDBValidKey): Promise<Row | undefined> {
    return resultOf(this.#store.get(key) as IDBRequest<Row | undefined>);
  }

  /** In the order of keys. */
  all(): Promise<Row[]> {
    return resultOf(this.#store.getAll() as IDBRequest<Row[]>);
  }

  keys(range: IDBKeyRange): Promise<IDBValidKey[]> {
    return resultOf(this.#store.getAllKeys(range));
  }
}

export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('Nothing was read', 'UnknownError'));
  });
}
