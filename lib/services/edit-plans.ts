import type { Entity } from '../model/entity';
import type { KnowledgeChange, OwnEntity } from '../model/entity-edit';

/** What a wish of the reader comes to, step by step. */
export const editPlans = {
  rename: ({ id }: Pick<Entity, 'id'>, name: string): KnowledgeChange[] => [{ does: 'name', entity: id, name }],

  addAlias: ({ id }: Pick<Entity, 'id'>, alias: string): KnowledgeChange[] => [{ does: 'alias', entity: id, alias, is: 'added' }],

  removeAlias: ({ id }: Pick<Entity, 'id'>, alias: string): KnowledgeChange[] => [{ does: 'alias', entity: id, alias, is: 'removed' }],

  /** @param pair the suggestion that this answers */
  merge: (entity: string, into: string, pair?: string): KnowledgeChange[] => [
    { does: 'merge', entity, into },
    ...(pair === undefined ? [] : [{ does: 'settle' as const, pair, state: 'merged' as const }]),
  ],

  /** Gives these aliases to an entity of their own. */
  split: ({ id }: Pick<Entity, 'id'>, away: OwnEntity): KnowledgeChange[] => [
    ...[away.name, ...away.aliases].map((alias) => ({ does: 'alias' as const, entity: id, alias, is: 'removed' as const })),
    { does: 'add', entity: away },
  ],
};

/**
 * An id for an entity that the reader makes; new even where the name is known, for two may share it.
 * @param chance from 0 to 1, drawn twice
 */
export function ownId(chance: () => number): string {
  const draw = () => Math.floor(chance() * 36 ** 8).toString(36).padStart(8, '0');
  return `own:${draw()}${draw()}`;
}
