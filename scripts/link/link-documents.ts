import { fail, succeed, type Result } from '../../lib/errors/failure';
import { linkDocument } from '../../lib/linking/link-document';
import { readKnowledge, type Knowledge } from './knowledge';
import { readItems } from './read-lines';

export interface LinkFiles {
  readonly pack: string;
  readonly coverage: string | undefined;
  readonly docs: string;
  readonly print: (line: string) => void;
}

interface Document {
  readonly id: string;
  readonly text: string;
}

export async function linkDocuments({ pack, docs, print }: LinkFiles): Promise<void> {
  const knowledge = await readKnowledge(pack);
  for await (const { id, text } of readItems(docs, { item: parseDocument })) {
    print(JSON.stringify({ id, mentions: mentionsIn(knowledge, text) }));
  }
}

function mentionsIn({ entities, spot }: Knowledge, text: string): { start: number; end: number; entity: string }[] {
  const blocks = text.split('\n');
  const offsets: number[] = [];
  let offset = 0;
  for (const block of blocks) {
    offsets.push(offset);
    offset += block.length + 1;
  }
  const mentions = linkDocument({ blocks, matches: blocks.map(spot), entities });
  return mentions.flatMap(({ block, start, end, entity }) => {
    const from = offsets[block] ?? 0;
    const facts = entities.get(entity);
    return facts === undefined ? [] : [{ start: from + start, end: from + end, entity: facts.id }];
  });
}

function parseDocument(line: string): Result<Document> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail('unexpected', 'it is not JSON');
  }
  if (typeof value !== 'object' || value === null) return fail('unexpected', 'it is not a JSON object');
  const { id, text } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof text !== 'string') return fail('unexpected', 'it has no id or no text');
  return succeed({ id, text });
}
