import { resultOf } from './native-base';

/** Ids of the entities that the reader follows, and of those that are not to be marked. */
export async function readAttention(database: IDBDatabase): Promise<{ followed: Set<string>; muted: Set<string> }> {
  const edits = database.transaction('entityEdits').objectStore('entityEdits');
  const marked = (as: 'followed' | 'muted'): Promise<IDBValidKey[]> => resultOf(edits.index(as).getAllKeys(1));
  const [followed, muted] = await Promise.all([marked('followed'), marked('muted')]);
  return { followed: new Set(followed as string[]), muted: new Set(muted as string[]) };
}
