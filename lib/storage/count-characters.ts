import type { Database } from './database';

/** Keeps count of how long all articles are together, within the caller's transaction over `states`. */
export async function countCharacters({ states }: Database, more: number): Promise<void> {
  if (more === 0) return;
  const before = (await states.get('characters'))?.count ?? 0;
  await states.put({ name: 'characters', count: Math.max(0, before + more) });
}
