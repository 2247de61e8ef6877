/** A database as an earlier Sidelight left it: its schema in IndexedDB's own words, and its rows. */
export interface StoredDatabase {
  /** As IndexedDB counts: ten times that of the migration. */
  readonly version: number;
  readonly stores: Readonly<Record<string, StoredStore>>;
}

interface StoredStore {
  readonly keyPath: string;
  readonly autoIncrement: boolean;
  readonly indexes: readonly { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
  /** Bytes stand as `{"bytes": base64}`, numbers of 32 bits as `{"numbers": [...]}`, doubles as `{"doubles": [...]}`. */
  readonly rows: readonly unknown[];
}

/** Builds it without any of our own code, which may have moved on. */
export async function restoreStored(name: string, { version, stores }: StoredDatabase): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const [store, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
      const created = request.result.createObjectStore(store, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, unique, multiEntry } of indexes) {
        created.createIndex(index, path, { unique, multiEntry });
      }
    }
  };
  const database = await settled(request);
  const transaction = database.transaction(Object.keys(stores), 'readwrite');
  for (const [store, { rows }] of Object.entries(stores)) {
    for (const row of rows) transaction.objectStore(store).put(revived(row));
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
  database.close();
}

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}

function revived(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('bytes' in value && typeof value.bytes === 'string') return new Uint8Array(Buffer.from(value.bytes, 'base64'));
    if ('doubles' in value && Array.isArray(value.doubles)) return Float64Array.from(value.doubles as number[]);
    if ('numbers' in value && Array.isArray(value.numbers)) return Uint32Array.from(value.numbers as number[]);
    return value;
  });
}
