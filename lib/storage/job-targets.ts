import type { Database } from './database';
import type { JobRow } from './rows';

/** What jobs of this kind are writing, which is not left behind however long nothing was heard of them. */
export async function jobTargets(database: Database, kind: JobRow['kind']): Promise<Set<number>> {
  const jobs = await database.jobs.toArray();
  const targets = new Set(jobs.flatMap((job) => (job.kind === kind && job.target !== undefined ? job.target : [])));
  if (kind !== 'pack') return targets;
  const ids = new Set(jobs.map(({ id }) => id));
  for (const { key, job } of await database.packs.toArray()) if (job !== undefined && ids.has(job)) targets.add(key);
  return targets;
}
