import type { Database } from './database';

/** These entities, then those that the reader merged into them, by however many steps. */
export async function withMembers({ entityEdits }: Database, ids: readonly string[]): Promise<string[]> {
  const found = new Set(ids);
  for (let latest = [...ids]; latest.length > 0; ) {
    const merged = await entityEdits.where('mergedInto').anyOf(latest).primaryKeys();
    latest = merged.filter((id) => !found.has(id));
    for (const id of latest) found.add(id);
  }
  return [...found];
}
