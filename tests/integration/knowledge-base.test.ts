// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { annotatePage } from '../../lib/services/annotate-page';
import { readAttention } from '../../lib/storage/attention';
import { importPack } from '../../lib/storage/import-pack';
import { knowledgeOf } from '../support/knowledge-of';
import type { KnowledgePartRow } from '../../lib/storage/rows';
import { useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';
import { indexPorts } from '../support/indexing';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';
const ada = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: [], popularity: 0.9 };
const bo = { id: 'bo', name: 'Bo Ferrante', kind: 'person', aliases: [], popularity: 0.9 };

describe('createKnowledgeBase', () => {
  it('knows nothing before the first pack', async () => {
    const base = knowledgeOf(database());

    expect([await base.current(), await base.version(), await base.entities(['ada'])]).toEqual([undefined, 0, []]);
  });

  it('is opened once for each version', async () => {
    await know(ada);
    const base = knowledgeOf(database());
    const [first, second] = await Promise.all([base.current(), base.current()]);
    expect(second).toBe(first);

    await know(bo);
    expect((await base.current())?.version).toBe(2);
    expect(await base.entities(['ada', 'bo'])).toMatchObject([bo]);
  });

  it('says when its bytes are on their way, and nothing of that where they are at hand', async () => {
    await know(ada);
    const base = knowledgeOf(database());
    const asked: string[] = [];
    await base.current(() => asked.push('first')).then(() => asked.push('opened'));
    await base.current(() => asked.push('again'));

    expect(asked).toEqual(['first', 'opened']);
  });

  it('says so when its numbers stand for others by now', async () => {
    await know(ada);
    // Its facts are read from pages then, which go with it.
    await database().knowledgeParts.delete('facts');
    const superseded = (await knowledgeOf(database()).current())!;
    await know(bo);

    expect(await superseded.entities([0])).toBeUndefined();
    expect(await superseded.entitiesWithIds(['ada'])).toBeUndefined();
  });

  it.each<[string, Partial<KnowledgePartRow>]>([
    ['truncated', { blob: new Blob([new Uint8Array(3)]) }],
    ['foreign', { blob: new Blob(['something else entirely']) }],
    ['of another version', { version: 77 }],
  ])('is made anew from the packs when its gazetteer is %s', async (_, damage) => {
    await know(ada);
    await database().knowledgeParts.update('gazetteer', damage);

    const known = (await knowledgeOf(database()).current())!;
    expect(known.spot('Ada Lindqvist')).toHaveLength(1);
    expect(known.version).toBe(2);
  });

  it.each(['gazetteer', 'ids'] as const)('is made anew when its %s are lost', async (part) => {
    await know(ada);
    await database().knowledgeParts.delete(part);

    const base = knowledgeOf(database());
    expect((await base.current())?.spot('Ada Lindqvist')).toHaveLength(1);
    expect(await base.entities(['ada'])).toMatchObject([ada]);
  });

  it('finds every entity of a large pack by id and by number', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => ({ id: `e${at}`, name: `Person Number${at}`, aliases: [] }));
    await know(...many);
    const known = (await knowledgeOf(database()).current())!;

    expect(await known.entitiesWithIds(many.map(({ id }) => id))).toMatchObject(many);
    const numbers = Array.from(known.spot('Person Number2345')).flatMap(({ candidates }) => candidates.map(({ entity }) => entity));
    expect(Array.from((await known.entities(numbers))!, ([, entity]) => entity)).toMatchObject([many[2345]]);
  });

  it('annotates a page with what is newest, though it changes between spotting and reading facts', async () => {
    await know(ada);
    await database().knowledgeParts.delete('facts');
    const base = knowledgeOf(database());
    let changed = false;
    const knowledge = async () => {
      const known = await base.current();
      if (!changed) await know(bo);
      changed = true;
      return known;
    };
    const page = { page: { url: 'https://gazette.test/1' }, blocks: ['Ada Lindqvist met Bo Ferrante.'] };
    const annotated = await annotatePage(page, {
      knowledge,
      evidence: indexPorts(database()).memory.evidence,
      corrections: () => Promise.resolve([]),
      attention: () => readAttention(database().backendDB()),
      news: () => Promise.resolve(() => Promise.resolve(new Set<string>())),
    });

    expect(annotated).toMatchObject({ state: 'ready', entities: [{ id: 'bo' }], annotations: [{ start: 18, end: 29 }] });
  });
});

function know(...entities: unknown[]): Promise<unknown> {
  return importPack(database(), asFile(packLines('p', entities)), { now });
}
