import type { EvidencePieceRow, KnowledgePartRow, KnowledgeRow, StateRow, CorrectionRow, EntityPageRow } from './rows';
import { databaseName, nativeVersion } from './migrations';
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

/**
 * The database if it is there with the schema of this version. Undefined where it has to be made, brought up to date, or
 * cannot be opened: Dexie does the one, and says why not of the other.
 *
 * @param onGone called when the database is taken away while it is open: deleted, cleared, or brought to a newer version
 */
export function openNatively(onGone: () => void, name = databaseName): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    let request: IDBOpenDBRequest;
    try {
      // Without a version: whatever is there is opened as it is.
      request = indexedDB.open(name);
    } catch {
      resolve(undefined);
      return;
    }
    // There is none. One without stores is not left behind.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
    request.onsuccess = () => {
      const database = request.result;
      if (database.version !== nativeVersion) {
        database.close();
        resolve(undefined);
        return;
      }
      database.onclose = onGone;
      database.onversionchange = () => {
        database.close();
        onGone();
      };
      resolve(database);
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
