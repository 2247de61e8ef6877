import type { Database } from './database';

/** This entity, then whoever the reader's merges make stand for it, step by step. One that leads back to itself ends there. */
export async function withStandIns({ entityEdits }: Database, id: string): Promise<string[]> {
  const found = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !found.has(at); at = (await entityEdits.get(at))?.mergedInto) found.add(at);
  return [...found];
}

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
