import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkDocument } from '../../../lib/linking/link-document';
import { readKnowledge } from '../../../scripts/link/knowledge';
import { projectFolder } from '../../../scripts/project-folder';

const shared = join(projectFolder, '..', 'shared');
const pack = join(shared, 'data', 'packs', 'us-politics.pack.jsonl.gz');
const stories = ['000_28f1c759ffc4555f.txt', '004_468ceba44b192ac9.txt'].map((name) => join(shared, 'articles', name));
const isThere = [pack, ...stories].every((file) => existsSync(file));

describe.skipIf(!isThere)('linkDocument on the example stories (skipped where ../shared is absent)', () => {
  it('takes every Sessions in both for Jeff Sessions', { timeout: 60_000 }, async () => {
    const { entities, spot } = await readKnowledge(pack);
    for (const story of stories) {
      const text = readFileSync(story, 'utf8');
      const blocks = text.split('\n');
      const mentions = linkDocument({ blocks, matches: blocks.map(spot), entities });
      const names = mentions
        .filter(({ block, start, end }) => blocks[block]!.slice(start, end).includes('Sessions'))
        .map(({ entity }) => entities.get(entity)!.name);
      expect(names).toEqual((text.match(/\bSessions\b/g) ?? []).map(() => 'Jeff Sessions'));
    }
  });
});
