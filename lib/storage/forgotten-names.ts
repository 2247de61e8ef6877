import type { Database } from './database';
import { OpenBase } from './open-base';

export interface ForgottenName {
  readonly id: string;
  readonly name: string;
}

/** What the reader does not want to be known, as far as something would be: by name. */
export async function forgottenNames(database: Database): Promise<ForgottenName[]> {
  const { knowledge, entities, entityEdits } = database;
  const edits = await entityEdits.filter(({ removed }) => removed === 1).toArray();
  if (edits.length === 0) return [];
  const ids = edits.map(({ entity }) => entity);
  const [row, found] = await Promise.all([knowledge.get('current'), entities.bulkGet(ids)]);
  const packed = row && (await new OpenBase(database.backendDB(), row).withIds(ids));
  return edits
    .flatMap(({ entity: id, name: given }, at) => {
      const name = given ?? found[at]?.name ?? packed?.get(id)?.entity.name;
      return name === undefined ? [] : [{ id, name }];
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}
