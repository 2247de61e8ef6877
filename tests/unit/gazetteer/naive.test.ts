import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer, type Gazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { aliases, entries, removals, texts, textsAround } from '../../support/name-arbitraries';
import { naiveMatcher, naiveOverlay } from '../../support/naive-matcher';

function opened(base: ArrayBuffer, overlay?: ArrayBuffer): Gazetteer {
  const result = openGazetteer(base, overlay);
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

/** More for a long look: `PROPERTY_RUNS=20000 npx vitest run tests/unit/gazetteer`. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);

describe('spot, beside a naive matcher', () => {
  it('finds every match and none more in any text with any names', () => {
    const cases = entries.chain((names) => fc.tuple(fc.constant(names), textsAround(names)));
    fc.assert(
      fc.property(cases, ([names, text]) => {
        expect([...opened(compileGazetteer(names)).spot(text)]).toEqual(naiveMatcher(names)(text));
      }),
      { numRuns },
    );
  });

  it('sees a base and what was added to it and removed from it as one', () => {
    const cases = fc
      .tuple(entries, entries, removals)
      .chain(([base, added, removed]) =>
        fc.tuple(fc.constant({ base, added, removed }), textsAround([...base, ...added])),
      );
    fc.assert(
      fc.property(cases, ([{ base, added, removed }, text]) => {
        const gazetteer = opened(compileGazetteer(base), compileGazetteer(added, removed));
        expect([...gazetteer.spot(text)]).toEqual(naiveOverlay(base, { added, removed })(text));
      }),
      { numRuns },
    );
  });

  it('finds each name in itself', () => {
    fc.assert(
      fc.property(aliases, (alias) => {
        const found = opened(compileGazetteer([{ alias, entity: 1, form: 'topic' }])).spot(alias);
        expect([...found]).toEqual(naiveMatcher([{ alias, entity: 1, form: 'topic' }])(alias));
      }),
      { numRuns },
    );
  });

  it('gives the same answers to a text after any other', () => {
    fc.assert(
      fc.property(entries, fc.array(texts, { maxLength: 4 }), (names, several) => {
        const gazetteer = opened(compileGazetteer(names));
        // Read only when all are spotted, as the linker does.
        const found = several.map((text) => gazetteer.spot(text));
        for (const [index, text] of several.entries()) {
          expect([...found[index]!]).toEqual([...opened(compileGazetteer(names)).spot(text)]);
        }
      }),
      { numRuns: numRuns / 10 },
    );
  });
});
