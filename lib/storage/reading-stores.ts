import { succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { Correction } from '../model/correction';
import { readAttention } from './attention';
import { createCorrectionRepository } from './corrections';
import type { Database } from './database';
import { createEvidenceStore, type EvidenceStore } from './evidence-store';
import { createKnowledgeBase, type KnowledgeBase } from './knowledge-base';
import { openDatabase } from './open-database';
import { withNews } from './unread';

/** What a page that is to be annotated waits for, and no more. */
export interface ReadingStores {
  readonly database: Database;
  readonly knowledge: KnowledgeBase;
  readonly evidence: EvidenceStore;
  readonly corrections: () => Promise<Correction[]>;
  readonly attention: () => Promise<{ readonly followed: ReadonlySet<string>; readonly muted: ReadonlySet<string> }>;
  readonly news: (entities: readonly string[]) => Promise<ReadonlySet<string>>;
}

/**
 * Opens the database when it is first asked for, and again when it could not be opened or was taken away meanwhile:
 * others than before are of another database.
 *
 * @param rebuild compiles anew what is known
 */
export function createOpener(rebuild: () => Promise<unknown>): () => Promise<Result<ReadingStores>> {
  let opened: Promise<Result<ReadingStores>> | undefined;
  const forget = (): void => {
    opened = undefined;
  };

  async function open(): Promise<Result<ReadingStores>> {
    const database = await openDatabase(undefined, { onGone: forget });
    if (!database.ok) return database;
    return succeed({
      database: database.value,
      knowledge: createKnowledgeBase(database.value, rebuild),
      evidence: createEvidenceStore(database.value),
      corrections: createCorrectionRepository(database.value).list,
      attention: () => readAttention(database.value),
      news: (entities) => withNews(database.value, entities),
    });
  }

  return async () => {
    opened ??= open();
    const stores = await opened;
    if (!stores.ok) forget();
    return stores;
  };
}
