import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { aliasEntries } from '../../../lib/linking/alias-entries';
import { linkDocument } from '../../../lib/linking/link-document';
import type { Entity } from '../../../lib/model/entity';
import { linksIn } from './link-text';

const entities: readonly Entity[] = [
  { id: 'security', name: 'election security', kind: 'topic', aliases: [], description: 'How votes are protected', popularity: 0.3 },
  { id: 'post', name: 'The Washington Post', kind: 'organisation', aliases: ['Washington Post'], description: 'American newspaper', popularity: 0.7 },
  { id: 'town', name: 'Washington, D.C.', kind: 'place', aliases: ['Washington'], description: 'Capital of the United States', popularity: 0.85 },
];

function linked(text: string): [string, string | undefined][] {
  const opened = openGazetteer(compileGazetteer(entities.flatMap((entity, number) => aliasEntries(entity, number))));
  if (!opened.ok) throw new Error('The gazetteer did not open');
  const mentions = linkDocument({ blocks: [text], matches: [opened.value.spot(text)], entities: new Map(entities.entries()) });
  return mentions.map(({ start, end, entity }) => [text.slice(start, end), entities[entity]?.id]);
}

describe('linkDocument', () => {
  it('links a topic of several words in any case', () => {
    expect(linked('The committee asked what was done about election security.')).toEqual([['election security', 'security']]);
    expect(linked('Election security came up again.')).toEqual([['Election security', 'security']]);
  });

  it('links it in a headline of capitals, and not across the end of a sentence', () => {
    expect(linked('Senate Holds Hearing on Election Security')).toEqual([['Election Security', 'security']]);
    expect(linked('They had won the election. Security was tight.')).toEqual([]);
  });

  it('marks a common word in lower case for who follows it, in every place, and for nobody else', () => {
    const text = 'The drought went on. Farmers called it the worst drought in years.';
    const drought: Entity = { id: 'drought', name: 'drought', kind: 'topic', aliases: ['dry spell'] };
    expect(linksIn([drought], text)).toEqual([]);
    expect(linksIn([drought], text, { followed: new Set([0]) })).toEqual(['drought → drought', 'drought → drought']);
    expect(linksIn([drought], 'A dry spell was ahead.')).toEqual(['dry spell → drought']);
  });

  it('takes a town for itself beside a newspaper that has its name', () => {
    expect(linked('In Washington on Tuesday, officials denied what the Washington Post had reported.')).toEqual([
      ['Washington', 'town'],
      ['Washington Post', 'post'],
    ]);
  });
});
