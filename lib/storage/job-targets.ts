import type { Database } from './database';
import type { JobRow } from './rows';

/** What jobs of this kind are writing, which is not left behind however long nothing was heard of them. */
export async function jobTargets(database: Database, kind: JobRow['kind']): Promise<Set<number>> {
  const jobs = await database.jobs.toArray();
  return new Set(jobs.flatMap((job) => (job.kind === kind && job.target !== undefined ? job.target : [])));
}
