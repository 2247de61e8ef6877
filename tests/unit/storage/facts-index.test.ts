import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../lib/linking/standing';
import type { Entity } from '../../../lib/model/entity';
import { FactsBuilder, FactsIndex } from '../../../lib/storage/facts-index';

const entity: fc.Arbitrary<Entity> = fc.record(
  {
    id: fc.string({ unit: 'grapheme' }),
    name: fc.string({ unit: 'grapheme' }),
    aliases: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
    kind: fc.constantFrom('person' as const, 'place' as const),
    popularity: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    description: fc.string({ unit: 'grapheme' }),
  },
  { requiredKeys: ['id', 'name', 'aliases'] },
);

describe('FactsIndex', () => {
  it('gives every entity back by its number, and nothing for numbers that were left out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(entity)), async (entities) => {
        const index = FactsIndex.open(await built(entities).arrayBuffer());
        expect(entities.map((_, number) => index?.entity(number))).toEqual(entities.map((one) => one ?? undefined));
        expect(index?.entity(entities.length)).toBeUndefined();
      }),
    );
  });

  it('leaves links out', async () => {
    const linked = { id: 'a', name: 'Ada', aliases: [], links: { wikidata: 'Q1' } };
    expect(FactsIndex.open(await built([linked]).arrayBuffer())?.entity(0)).toEqual({ id: 'a', name: 'Ada', aliases: [] });
  });

  it('holds more than one part of a Blob', async () => {
    const entities = Array.from({ length: 30 }, (_, at): Entity => ({ id: `e${at}`, name: 'é'.repeat(at === 20 ? 500_000 : 50_000), aliases: [] }));
    const index = FactsIndex.open(await built(entities).arrayBuffer());
    expect(entities.every((one, number) => index?.entity(number)?.name === one.name && index.entity(number)?.id === one.id)).toBe(true);
  });

  it('says how entities stand without reading them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entity), async (entities) => {
        const index = FactsIndex.open(await built(entities).arrayBuffer());
        expect(entities.map((_, number) => index?.standing(number))).toEqual(entities.map(standingOf));
      }),
    );
  });

  it('reads what was made before that was written down', async () => {
    const made = new Uint8Array(await built([{ id: 'a', name: 'Ada', aliases: [] }]).arrayBuffer());
    const header = new Uint8Array(Uint32Array.of(1, made.length - 9).buffer);
    const index = FactsIndex.open(Uint8Array.of(...header, ...made.subarray(9)).buffer);
    expect(index?.entity(0)).toEqual({ id: 'a', name: 'Ada', aliases: [] });
    expect(index?.standing(0)).toBeUndefined();
  });

  it('refuses what is cut off', async () => {
    const bytes = await built([{ id: 'a', name: 'Ada', aliases: [] }]).arrayBuffer();
    for (let length = 0; length < bytes.byteLength; length++) expect(FactsIndex.open(bytes.slice(0, length))).toBeUndefined();
  });
});

function built(entities: readonly (Entity | null)[]): Blob {
  const builder = new FactsBuilder(entities.length);
  for (const [number, one] of entities.entries()) if (one) builder.add(number, one);
  return builder.build();
}
