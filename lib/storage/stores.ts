import { createCorrectionRepository } from './corrections';
import { createCoverageSource } from './coverage';
import { createNamingCounter } from './count-naming';
import type { Database } from './database';
import { createArticleSink } from './feed-articles';
import { createFullTextStore } from './full-texts';
import { createGatheredStore } from './gathered-articles';
import { createKnowledgeBase } from './knowledge-base';
import { createMarkedBase } from './keepsake';
import { createReportSource } from './reports';
import { createSourceRepository } from './sources';
import { createIndexStore } from './unlinked-articles';

export type Stores = ReturnType<typeof storesOf>;

/** Everything that the background does with one database. */
export function storesOf(database: Database) {
  const knowledge = createKnowledgeBase(database);
  const indexing = createIndexStore(database, knowledge, () => new Date().toISOString());
  return {
    database,
    marked: createMarkedBase(database),
    sources: createSourceRepository(database),
    articles: createArticleSink(database),
    texts: createFullTextStore(database),
    coverage: createCoverageSource(database, createNamingCounter(database, indexing.memory.evidence)),
    reports: createReportSource(database),
    gathered: createGatheredStore(database),
    corrections: createCorrectionRepository(database),
    knowledge,
    indexing,
  };
}
