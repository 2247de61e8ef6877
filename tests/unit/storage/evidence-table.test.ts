import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverageCounts } from '../../../lib/linking/coverage-evidence';
import type { NamedEvidence } from '../../../lib/services/index-ports';
import { EvidenceTable, evidenceDelta, evidenceFor } from '../../../lib/storage/evidence-table';

const ids = ['ada', 'bo', 'council', 'dome', 'ely'];
const some = fc.uniqueArray(fc.nat(ids.length - 1), { maxLength: 5 });
const articles = fc.array(
  fc.record({ entities: some, names: fc.uniqueArray(fc.tuple(fc.constantFrom('ada', 'b', 'the council', ''), some), { selector: ([name]) => name }) }),
  { maxLength: 30 },
);

describe('EvidenceTable', () => {
  it('counts what counting in maps counts, however it was split and stored', () => {
    fc.assert(
      fc.property(articles, fc.nat(30), (all, split) => {
        const counts = new CoverageCounts();
        for (const { names, entities } of all) counts.add({ names: new Map(names), entities });
        const before = EvidenceTable.empty();
        before.add(evidenceDelta(all.slice(0, split).map(byId)));
        const table = EvidenceTable.open(before.bytes)!;
        table.add(evidenceDelta(all.slice(split).map(byId)));
        const evidence = evidenceFor(table, (entity) => ids[entity]);

        expect(evidence.articles).toBe(counts.articles);
        for (const name of ['ada', 'b', 'the council', '', 'nobody']) {
          expect(evidence.withName(name)).toBe(counts.withName(name));
          for (const entity of ids.keys()) expect(evidence.withMeaning(name, entity)).toBe(counts.withMeaning(name, entity));
        }
        for (const a of ids.keys()) {
          expect(evidence.withEntity(a)).toBe(counts.withEntity(a));
          for (const b of ids.keys()) if (a !== b) expect(evidence.withBoth(a, b)).toBe(counts.withBoth(a, b));
        }
      }),
    );
  });

  it('stays bounded, and keeps what was counted most', () => {
    const table = EvidenceTable.empty();
    const often = evidenceDelta([{ names: [['often', []]], entities: [] }]);
    for (let round = 0; round < 3; round++) table.add(often);
    for (let round = 0; round < 30; round++) {
      const names = Array.from({ length: 10_000 }, (_, at) => [`name ${round} ${at}`, []] as const);
      table.add(evidenceDelta([{ names, entities: [] }]));
    }

    expect(table.bytes.length).toBeLessThan(4_000_000);
    expect(evidenceFor(table, () => undefined).withName('often')).toBe(3);
  });

  it.each([[new Uint8Array(5)], [new Uint8Array(0)], [new Uint8Array(12 * 1_000)], [new Uint8Array(12 * 1_024).fill(1)]])('does not open what is no table, or one without an end to a search', (bytes) => {
    expect(EvidenceTable.open(bytes)).toBeUndefined();
  });
});

function byId({ names, entities }: { names: [string, number[]][]; entities: number[] }): NamedEvidence {
  const idsOf = (numbers: number[]) => numbers.map((entity) => ids[entity]!);
  return { names: names.map(([name, meanings]) => [name, idsOf(meanings)]), entities: idsOf(entities) };
}
