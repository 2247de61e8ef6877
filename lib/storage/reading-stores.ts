import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { Correction } from '../model/correction';
import { readAttention } from './attention';
import { readCorrections } from './corrections';
import { createEvidenceStore, type EvidenceStore } from './evidence-store';
import { createKnowledgeBase, type KnowledgeBase } from './knowledge-base';
import { openNatively } from './native-base';
import { readNews, type NewsOf } from './unread';

/** What a page that is to be annotated waits for, and no more. */
export interface ReadingStores {
  readonly knowledge: KnowledgeBase;
  readonly evidence: EvidenceStore;
  readonly corrections: () => Promise<Correction[]>;
  readonly attention: () => Promise<{ readonly followed: ReadonlySet<string>; readonly muted: ReadonlySet<string> }>;
  readonly news: () => Promise<NewsOf>;
}

interface OpenerPorts {
  /** Compiles anew what is known. */
  readonly rebuild: () => Promise<unknown>;
  /** Makes the database or brings its schema up to date, or says why that cannot be. */
  readonly prepare: () => Promise<Result<undefined>>;
}

/**
 * Opens the database when it is first asked for, and again when it could not be opened or was taken away meanwhile:
 * others than before are of another database.
 */
export function createOpener({ rebuild, prepare }: OpenerPorts): () => Promise<Result<ReadingStores>> {
  let opened: Promise<Result<ReadingStores>> | undefined;
  const forget = (): void => {
    opened = undefined;
  };

  async function open(): Promise<Result<ReadingStores>> {
    const there = await openNatively(forget);
    if (there) return succeed(storesIn(there));
    const prepared = await prepare();
    if (!prepared.ok) return prepared;
    const database = await openNatively(forget);
    return database ? succeed(storesIn(database)) : fail('database-unavailable');
  }

  function storesIn(database: IDBDatabase): ReadingStores {
    const knowledge = createKnowledgeBase(database, rebuild);
    knowledge.expect();
    return {
      knowledge,
      evidence: createEvidenceStore(database),
      corrections: () => readCorrections(database),
      attention: () => readAttention(database),
      news: () => readNews(database),
    };
  }

  return async () => {
    opened ??= open();
    const stores = await opened;
    if (!stores.ok) forget();
    return stores;
  };
}
