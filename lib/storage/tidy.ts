import { isIntact } from '../gazetteer/open-gazetteer';
import { rebuildKnowledge } from './change-knowledge';
import type { Database } from './database';
import { mergeOverlay } from './merge-overlay';
import { readBlob } from './open-base';
import { prune, type RetentionBudget } from './retention';
import { sweep } from './sweep';

/** What is to be done to the database from time to time. */
export async function tidy(database: Database, { now, budget, pause }: TidyOptions): Promise<void> {
  await sweep(database, now);
  await prune(database, budget);
  await mendKnowledge(database);
  await mergeOverlay(database, { pause });
}

interface TidyOptions {
  readonly now: Date;
  readonly budget: RetentionBudget;
  /** Lets others go first, between two pieces of what takes long. */
  readonly pause: () => Promise<void>;
}

/**
 * Compiles what is known anew where a byte of its gazetteer is not as it was written: opening checks the length alone, and
 * what storage did within would only find other names. Returns whether it had to.
 */
export async function mendKnowledge(database: Database): Promise<boolean> {
  const [row, part] = await Promise.all([database.knowledge.get('current'), database.knowledgeParts.get('gazetteer')]);
  if (!row || row.base !== part?.version) return false;
  const bytes = await readBlob(part.blob);
  if (bytes && isIntact(bytes)) return false;
  await rebuildKnowledge(database);
  return true;
}
