import type { Database } from './database';

/** Ids of the entities that the reader follows, and of those that are not to be marked. */
export async function readAttention({ entityEdits }: Database): Promise<{ followed: Set<string>; muted: Set<string> }> {
  const [followed, muted] = await Promise.all([
    entityEdits.where('followed').equals(1).primaryKeys(),
    entityEdits.where('muted').equals(1).primaryKeys(),
  ]);
  return { followed: new Set(followed), muted: new Set(muted) };
}
