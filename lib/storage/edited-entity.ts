import type { Entity } from '../model/entity';
import { limits } from '../model/limits';
import type { EntityEditRow } from './rows';

/**
 * An entity as the reader wants it. A name that was replaced stays an alias, for texts go on using it; what the reader
 * took away is taken away whoever brings it again. What this entity stands for by a merge is not looked at here.
 */
export function editedEntity(entity: Entity, edit: EntityEditRow | undefined): Entity {
  if (!edit) return entity;
  const name = edit.name ?? entity.name;
  const aliases = new Set([...edit.addedAliases, ...(name === entity.name ? [] : [entity.name]), ...entity.aliases]);
  for (const removed of edit.removedAliases) aliases.delete(removed);
  aliases.delete(name);
  const vouched = [...edit.addedAliases, entity.name].filter((alias) => aliases.has(alias));
  return {
    ...entity,
    ...(vouched.length > 0 && { vouched }),
    name,
    kind: edit.kind ?? entity.kind,
    description: edit.description ?? entity.description,
    aliases: [...aliases].slice(0, limits.aliasesPerEntity),
  };
}

/** Whether it changes what is spotted or said; to follow or mute does not. */
export function changesFacts(edit: EntityEditRow): boolean {
  const { name, kind, description, addedAliases, removedAliases, mergedInto, removed } = edit;
  const isEdited = [name, kind, description, mergedInto, removed].some((value) => value !== undefined);
  return isEdited || addedAliases.length > 0 || removedAliases.length > 0;
}
