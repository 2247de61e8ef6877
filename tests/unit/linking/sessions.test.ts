import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { linkDocument } from '../../../lib/linking/link-document';
import { readKnowledge, type Knowledge } from '../../../scripts/link/knowledge';
import { projectFolder } from '../../../scripts/project-folder';

const shared = join(projectFolder, '..', 'shared');
const pack = join(shared, 'data', 'packs', 'us-politics.pack.jsonl.gz');
const stories = ['000_28f1c759ffc4555f.txt', '004_468ceba44b192ac9.txt'].map((name) => join(shared, 'articles', name));
const isThere = [pack, ...stories].every((file) => existsSync(file));

describe.skipIf(!isThere)('linkDocument with a pack of US politics that has three people named Sessions (skipped where ../shared is absent)', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    knowledge = await readKnowledge(pack);
  }, 60_000);

  /** The entity's name at each place where "Sessions" or "sessions" is marked. */
  function sessionsIn(text: string): string[] {
    const { entities, spot } = knowledge;
    const blocks = text.split('\n');
    return linkDocument({ blocks, matches: blocks.map(spot), entities })
      .filter(({ block, start, end }) => /sessions/i.test(blocks[block]!.slice(start, end)))
      .map(({ entity }) => entities.get(entity)!.name);
  }

  it('takes every Sessions in both example stories for Jeff Sessions', () => {
    for (const story of stories) {
      const text = readFileSync(story, 'utf8');
      expect(sessionsIn(text)).toEqual((text.match(/\bSessions\b/g) ?? []).map(() => 'Jeff Sessions'));
    }
  });

  it('takes him for Pete Sessions where only that one is named in full', () => {
    const text = 'Rep. Pete Sessions of Texas asked for a vote.\nSessions said that it would pass, and Mr. Sessions thanked everyone.';
    expect(sessionsIn(text)).toEqual(['Pete Sessions', 'Pete Sessions', 'Pete Sessions']);
  });

  it('takes him for nobody where nothing says who he is', () => {
    expect(sessionsIn('On Monday the editor called Sessions twice and got no answer.')).toEqual([]);
    expect(sessionsIn('The actor John Sessions opened the evening.\nSessions was in good voice.')).toEqual([]);
  });

  it('never marks sessions', () => {
    const texts = ['Jeff Sessions joined the training sessions. Most sessions were long.', 'Sessions will be held on Friday.', 'Training Sessions in May'];
    expect(texts.map(sessionsIn)).toEqual([['Jeff Sessions'], [], []]);
  });

  it('tells people of one surname apart by the role before it', () => {
    const { entities, spot } = knowledge;
    const text = 'On Tuesday Sen. Warren asked for a hearing.';
    expect(linkDocument({ blocks: [text], matches: [spot(text)], entities }).map(({ entity }) => entities.get(entity)!.name)).toEqual(['Elizabeth Warren']);
  });
});
