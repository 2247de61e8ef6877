import type { Entity } from '../model/entity';
import { limits } from '../model/limits';

/** One entity as several packs describe it: the first one's word counts, the others fill in what it leaves open. */
export function mergeEntities(first: Entity, second: Entity): Entity {
  const aliases = new Set([...first.aliases, second.name, ...second.aliases]);
  aliases.delete(first.name);
  return {
    ...first,
    kind: first.kind ?? second.kind,
    description: first.description ?? second.description,
    popularity: first.popularity ?? second.popularity,
    links: first.links || second.links ? { ...second.links, ...first.links } : undefined,
    aliases: [...aliases].slice(0, limits.aliasesPerEntity),
  };
}
