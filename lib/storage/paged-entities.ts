import type { Entity } from '../model/entity';
import { decodeEntity, entitiesPerPage } from './entity-page';
import { mergeEntities } from './merge-entities';
import type { EntityPageRow } from './rows';

/** Facts of an entity, with what the other packs say of the one with its id. */
export function withOthers(
  entity: Entity,
  others: readonly number[] | undefined,
  pages: readonly (EntityPageRow | undefined)[],
): Entity {
  let merged = entity;
  for (const number of others ?? []) {
    const other = entityAt(pages, number);
    if (other) merged = mergeEntities(merged, other);
  }
  return merged;
}

/** `pages` as the knowledge's row orders them. */
export function entityAt(pages: readonly (EntityPageRow | undefined)[], number: number): Entity | undefined {
  const page = pages[Math.floor(number / entitiesPerPage)];
  return page && decodeEntity(page, number % entitiesPerPage);
}
