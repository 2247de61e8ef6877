import type { Matches } from '../gazetteer/match';
import type { CandidateFacts } from '../linking/candidate-facts';

interface SpottingKnowledge {
  spot(text: string): Matches;
  entities(numbers: Iterable<number>): Promise<CandidateFacts | undefined>;
}

export interface SpottedDocument {
  readonly blocks: readonly string[];
  readonly matches: readonly Matches[];
  readonly entities: CandidateFacts;
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
  const entities = await knowledge.entities({ [Symbol.iterator]: () => candidatesIn(matches)[Symbol.iterator]() });
  return entities && { blocks, matches, entities };
}

function candidatesIn(matches: readonly Matches[]): Set<number> {
  const candidates = new Set<number>();
  for (const found of matches) found.addEntities(candidates);
  return candidates;
}
