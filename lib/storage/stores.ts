import { succeed, type Result } from '../errors/failure';
import { createCoverageSource } from './coverage';
import { createNamingCounter } from './count-naming';
import type { Database } from './database';
import { createArticleSink } from './feed-articles';
import { createFullTextStore } from './full-texts';
import { createGatheredStore } from './gathered-articles';
import { createHostWaitStore } from './host-waits';
import { createMarkedBase } from './keepsake';
import { openDatabase } from './open-database';
import type { ReadingStores } from './reading-stores';
import { createReportSource } from './reports';
import { createSourceRepository } from './sources';
import { createIndexStore } from './unlinked-articles';

export type Stores = ReturnType<typeof storesOf>;

/**
 * Opens for writing, beside what pages are answered from, which shares what is known with it. Opened again when either
 * was taken away: others than before are of another database.
 */
export function createStoresOpener(openReading: () => Promise<Result<ReadingStores>>): () => Promise<Result<Stores>> {
  let opened: { readonly beside: ReadingStores; readonly stores: Promise<Result<Stores>> } | undefined;

  async function open(beside: ReadingStores): Promise<Result<Stores>> {
    const database = await openDatabase(undefined, { onGone: () => (opened = undefined) });
    return database.ok ? succeed(storesOf(database.value, beside)) : database;
  }

  return async () => {
    const reading = await openReading();
    if (!reading.ok) return reading;
    if (opened?.beside !== reading.value) opened = { beside: reading.value, stores: open(reading.value) };
    const stores = await opened.stores;
    if (!stores.ok) opened = undefined;
    return stores;
  };
}

/** Everything that the background does with one database. */
function storesOf(database: Database, reading: ReadingStores) {
  const { knowledge, evidence } = reading;
  return {
    ...reading,
    database,
    marked: createMarkedBase(database),
    sources: createSourceRepository(database),
    articles: createArticleSink(database),
    texts: createFullTextStore(database),
    hostWaits: createHostWaitStore(database, () => Date.now()),
    coverage: createCoverageSource(database, createNamingCounter(database, evidence.forLinking)),
    reports: createReportSource(database),
    gathered: createGatheredStore(database),
    indexing: createIndexStore(database, { knowledge, evidence, now: () => new Date().toISOString() }),
  };
}
