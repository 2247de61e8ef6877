import type { Database } from './database';
import { sweepCoverage } from './import-coverage';
import { createPackRepository } from './packs';
import { createSourceRepository } from './sources';

/** How long a removal can be undone, and how long an import may be silent before it counts as left behind. */
const graceMs = 15 * 60_000;

/** Deletes for good what was removed, and what a closed page or a stopped browser left half imported. */
export async function sweep(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - graceMs).toISOString();
  const sources = createSourceRepository(database);
  await sources.sweep(before);
  await sources.prune(now);
  await createPackRepository(database).sweep(before);
  await sweepCoverage(database, before);
}
