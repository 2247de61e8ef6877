import type { CoverageEvidence } from '../../lib/linking/coverage-evidence';
import { linkDocument } from '../../lib/linking/link-document';
import { parseDocument } from './documents';
import { readKnowledge, type Knowledge } from './knowledge';
import { learnFromCoverage } from './learn-from-coverage';
import { readItems, Unusable } from './read-lines';
import { splitBlocks } from './split-blocks';

export interface LinkFiles {
  readonly pack: string;
  readonly coverage: string | undefined;
  readonly docs: string;
  readonly print: (line: string) => void;
}

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
}

export async function linkDocuments({ pack, coverage: articles, docs, print }: LinkFiles): Promise<void> {
  const knowledge = await readKnowledge(pack);
  const coverage = articles === undefined ? undefined : await learnFromCoverage(knowledge, articles);
  let linked = 0;
  for await (const { id, text } of readItems(docs, { item: parseDocument })) {
    linked++;
    print(JSON.stringify({ id, mentions: mentionsIn(knowledge, text, coverage) }));
  }
  if (linked === 0) throw new Unusable('there is no document to link.');
}

function mentionsIn({ entities, spot }: Knowledge, text: string, coverage?: CoverageEvidence): Mention[] {
  const { blocks, offsets } = splitBlocks(text);
  const mentions = linkDocument({ blocks, matches: blocks.map(spot), entities, coverage });
  return mentions.flatMap(({ block, start, end, entity }) => {
    const from = offsets[block] ?? 0;
    const facts = entities.get(entity);
    return facts === undefined ? [] : [{ start: from + start, end: from + end, entity: facts.id }];
  });
}
