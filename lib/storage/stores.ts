import { createCoverageSource } from './coverage';
import { createNamingCounter } from './count-naming';
import { createArticleSink } from './feed-articles';
import { createFullTextStore } from './full-texts';
import { createGatheredStore } from './gathered-articles';
import { createHostWaitStore } from './host-waits';
import { createMarkedBase } from './keepsake';
import type { ReadingStores } from './reading-stores';
import { createReportSource } from './reports';
import { createSourceRepository } from './sources';
import { createIndexStore } from './unlinked-articles';

export type Stores = ReturnType<typeof storesOf>;

/** Everything that the background does with one database. */
export function storesOf(reading: ReadingStores) {
  const { database, knowledge, evidence } = reading;
  return {
    ...reading,
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
