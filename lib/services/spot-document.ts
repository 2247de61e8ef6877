import type { Matches } from '../gazetteer/match';
import type { Entity } from '../model/entity';

interface SpottingKnowledge {
  spot(text: string): Matches;
  entities(numbers: Iterable<number>): Promise<ReadonlyMap<number, Entity> | undefined>;
}

export interface SpottedDocument {
  readonly blocks: readonly string[];
  readonly matches: readonly Matches[];
  readonly entities: ReadonlyMap<number, Entity>;
}

/**
 * What the linker needs of a document: the names in it, and the facts of all they could mean, read in one go.
 * Undefined when the knowledge was replaced meanwhile.
 */
export async function spotDocument(
  blocks: readonly string[],
  knowledge: SpottingKnowledge,
): Promise<SpottedDocument | undefined> {
  const matches = blocks.map((block) => knowledge.spot(block));
  const candidates = new Set<number>();
  for (const found of matches) found.addEntities(candidates);
  const entities = await knowledge.entities(candidates);
  return entities && { blocks, matches, entities };
}
