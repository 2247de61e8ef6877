import type { Entity } from '../model/entity';

/** Of an entity before its name is looked at: 0 to 255, by how well it is known and whether more is known than a name. */
export function standingOf(facts: Entity): number {
  return Math.round((logOdds(facts) - lowest + (isUndocumented(facts) ? 0 : documentedLead)) * steps);
}

/** Whether the pack knows the name alone. Of a pack that ranks nothing it says nothing that an entity has no more than that. */
export function isUndocumented({ description, kind, popularity }: Entity): boolean {
  return popularity !== undefined && kind === undefined && description === undefined;
}

/** Of its popularity; bounded, and flattened above a half, where packs tell little apart. */
export function logOdds({ popularity = 0.4 }: Entity): number {
  const bounded = Math.min(0.9999, Math.max(0.02, popularity));
  return Math.log(bounded / (1 - bounded)) / (bounded > 0.5 ? 2 : 1);
}

/** What it counts, in log odds, that more is known than a name; and that the name is the entity's own. */
export const documentedLead = 2;
export const ownNameLead = 6;

const lowest = -3.9;
/** So many a unit of log odds: the best known of documented ones has 252. */
export const steps = 24;
