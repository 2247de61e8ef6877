import type { Entity } from '../model/entity';
import { limits } from '../model/limits';

/**
 * One entity as several packs describe it: the first one's word counts, the others fill in what it leaves open.
 * @param vouched which of its names stay where there is no room for all
 */
export function mergeEntities(first: Entity, second: Entity, vouched?: readonly string[]): Entity {
  const aliases = new Set([...first.aliases, second.name, ...second.aliases]);
  aliases.delete(first.name);
  const isTooMany = vouched !== undefined && aliases.size > limits.aliasesPerEntity;
  const inOrder = isTooMany ? new Set([...vouched.filter((alias) => aliases.has(alias)), ...aliases]) : aliases;
  return {
    ...first,
    kind: first.kind ?? second.kind,
    description: first.description ?? second.description,
    popularity: first.popularity ?? second.popularity,
    links: first.links || second.links ? { ...second.links, ...first.links } : undefined,
    aliases: [...inOrder].slice(0, limits.aliasesPerEntity),
  };
}
