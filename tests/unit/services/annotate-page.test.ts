import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { aliasEntries } from '../../../lib/linking/alias-entries';
import { CoverageCounts } from '../../../lib/linking/coverage-evidence';
import { limits } from '../../../lib/model/limits';
import type { Entity } from '../../../lib/model/entity';
import { annotatePage } from '../../../lib/services/annotate-page';

const ada: Entity = {
  id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: [], description: 'mayor of Harbourton', popularity: 0.9,
  links: { website: 'https://ada.test/' },
};
const council: Entity = { id: 'council', name: 'Brook Valley Council', aliases: [], popularity: 0.9 };
const page = { url: 'https://gazette.test/1' };

describe('annotatePage', () => {
  it('answers with the places of names and the entities that they mean, each once', async () => {
    const blocks = ['Ada Lindqvist speaks', 'The Brook Valley Council heard Ada Lindqvist.'];
    const annotated = await annotatePage({ page, blocks }, portsWith(ada, council));

    if (annotated.state !== 'ready') throw new Error(annotated.state);
    const found = annotated.annotations.map(({ block, start, end, entity }) => [
      blocks[block]?.slice(start, end),
      annotated.entities[entity]?.id,
    ]);
    expect(found).toEqual([['Ada Lindqvist', 'ada'], ['Brook Valley Council', 'council'], ['Ada Lindqvist', 'ada']]);
    expect(annotated.entities.map(({ id }) => id)).toEqual(['ada', 'council']);
  });

  it('tells the page no more of an entity than it shows', async () => {
    const annotated = await annotatePage({ page, blocks: ['Ada Lindqvist speaks'] }, portsWith(ada));

    expect(annotated).toMatchObject({ entities: [{ id: 'ada', name: 'Ada Lindqvist', kind: 'person', description: 'mayor of Harbourton' }] });
    expect(annotated.state === 'ready' && Object.keys(annotated.entities[0]!).sort()).toEqual(['description', 'id', 'kind', 'name']);
  });

  it('says of which there is something new', async () => {
    const ports = { ...portsWith(ada, council), news: () => Promise.resolve((ids: readonly string[]) => Promise.resolve(new Set(ids.filter((id) => id === 'council')))) };
    const annotated = await annotatePage({ page, blocks: ['Ada Lindqvist met the Brook Valley Council'] }, ports);

    expect(annotated.state === 'ready' && annotated.entities.map(({ hasNews }) => hasNews)).toEqual([undefined, true]);
  });

  it('says so while nothing is known', async () => {
    expect(await annotatePage({ page, blocks: ['Ada Lindqvist'] }, portsWith())).toEqual({ state: 'nothing-known' });
    const nothing = { ...portsWith(ada), knowledge: () => Promise.resolve(undefined) };
    expect(await annotatePage({ page, blocks: ['Ada Lindqvist'] }, nothing)).toEqual({ state: 'nothing-known' });
  });

  it('asks for what coverage counts before it spots names, which nothing else gets done beside', async () => {
    const ports = portsWith(ada);
    const known = await ports.knowledge();
    const order: string[] = [];
    await annotatePage({ page, blocks: ['Ada Lindqvist speaks'] }, {
      ...ports,
      evidence: () => (order.push('evidence'), ports.evidence()),
      knowledge: () => Promise.resolve({ ...known, spot: (text: string) => (order.push('spot'), known.spot(text)) }),
    });

    expect(order).toEqual(['evidence', 'spot']);
  });

  it('finds the same whether the words were read while knowledge was waited for, or later', async () => {
    const ports = portsWith(ada, council);
    const blocks = ['Ada Lindqvist speaks', 'Lindqvist left the Brook Valley Council.'];
    const knowledge = async (meanwhile?: () => void) => {
      meanwhile?.();
      return ports.knowledge();
    };

    expect(await annotatePage({ page, blocks }, { ...ports, knowledge })).toEqual(await annotatePage({ page, blocks }, ports));
  });

  it('keeps to what the reader said', async () => {
    const ports = { ...portsWith(ada), corrections: () => Promise.resolve([{ text: 'Ada Lindqvist', not: 'ada' }]) };

    expect(await annotatePage({ page, blocks: ['Ada Lindqvist speaks'] }, ports)).toMatchObject({ annotations: [] });
  });

  it('marks nobody who is muted, nor anybody else in their place', async () => {
    const twin: Entity = { ...ada, id: 'twin', popularity: 0.1 };
    const ports = { ...portsWith(ada, twin, council), attention: () => Promise.resolve({ followed: new Set<string>(), muted: new Set(['ada']) }) };

    expect(await annotatePage({ page, blocks: ['Ada Lindqvist met the Brook Valley Council'] }, ports)).toMatchObject({
      entities: [{ id: 'council' }],
    });
  });

  it('reads the beginning of a page that is longer than any article', async () => {
    const filler = 'x '.repeat(20_000);
    const blocks = ['Ada Lindqvist speaks', ...Array.from({ length: 30 }, () => filler), 'Brook Valley Council'];
    const annotated = await annotatePage({ page, blocks }, portsWith(ada, council));

    expect(blocks.join('').length).toBeGreaterThan(limits.pageTextLength);
    expect(annotated).toMatchObject({ entities: [{ id: 'ada' }] });
  });
});

function portsWith(...entities: Entity[]) {
  const opened = openGazetteer(compileGazetteer(entities.flatMap((entity, number) => aliasEntries(entity, number))));
  if (!opened.ok) throw new Error(opened.failure.kind);
  const gazetteer = opened.value;
  const knowledge = {
    version: 1,
    base: 1,
    names: gazetteer.names,
    spot: (text: string) => gazetteer.spot(text),
    entities: (numbers: Iterable<number>) =>
      Promise.resolve(new Map([...numbers].flatMap((number) => (entities[number] ? [[number, entities[number]] as const] : [])))),
  };
  return {
    knowledge: () => Promise.resolve(knowledge),
    evidence: () => Promise.resolve(() => new CoverageCounts()),
    corrections: () => Promise.resolve([]),
    attention: () => Promise.resolve({ followed: new Set<string>(), muted: new Set<string>() }),
    news: () => Promise.resolve(() => Promise.resolve(new Set<string>())),
  };
}
