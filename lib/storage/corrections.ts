import type { Correction } from '../model/correction';
import { reading, resultOf } from './native-base';
import type { EntityEditRow } from './rows';

/**
 * What the reader said of names, oldest first. What was said of one that was merged since is said of whoever stands for it
 * too: texts can mean that one alone.
 */
export async function readCorrections(database: IDBDatabase): Promise<Correction[]> {
  const said = await reading(database, 'corrections').corrections.all();
  if (said.length === 0) return said;
  const merged = database.transaction('entityEdits').objectStore('entityEdits').index('mergedInto').getAll() as IDBRequest<EntityEditRow[]>;
  const into = new Map((await resultOf(merged)).map(({ entity, mergedInto }) => [entity, mergedInto]));
  const standing = (id: string | undefined): string | undefined => {
    let at = id;
    // No more steps than there are merges: they may lead back to themselves.
    for (let steps = 0; steps < into.size && at !== undefined; steps++) at = into.get(at) ?? at;
    return at;
  };
  return said.flatMap((correction) => {
    const [is, not] = [standing(correction.is), standing(correction.not)];
    return is === correction.is && not === correction.not ? correction : [correction, { ...correction, is, not }];
  });
}
