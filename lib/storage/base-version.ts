/* Apart from `migrations.ts`, which the script that wakes for a page would carry and never use. */

export const databaseName = 'sidelight';

/** Of the last migration. */
export const newestVersion = 3;
/** Dexie counts in tenths of what IndexedDB counts in. */
export const nativeVersion = newestVersion * 10;
