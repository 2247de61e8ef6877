import { indexArticles } from '../../lib/services/index-articles';
import type { Database } from '../../lib/storage/database';
import { knowledgeOf } from './knowledge-of';
import { createEvidenceStore } from '../../lib/storage/evidence-store';
import { createIndexStore } from '../../lib/storage/unlinked-articles';
import { updateOverlaySometimes } from '../../lib/storage/update-overlay';

/** What indexing needs of a background that has just been started. */
export function indexPorts(database: Database, pause: () => Promise<void> = () => Promise.resolve()) {
  const knowledge = knowledgeOf(database);
  return {
    ...createIndexStore(database, { knowledge, evidence: createEvidenceStore(database.backendDB()), now: () => '2020-01-01T00:00:00Z' }),
    async base() {
      await updateOverlaySometimes(database);
      return knowledge.base();
    },
    async knowledge() {
      await updateOverlaySometimes(database);
      return knowledge.current();
    },
    corrections: () => Promise.resolve([]),
    pause,
  };
}

export function indexAll(database: Database): Promise<number> {
  return indexArticles(indexPorts(database));
}
