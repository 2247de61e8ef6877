import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { entries, textsAround } from '../../support/name-arbitraries';

/** Bits that turned and words that were overwritten behind a head that is as it was, which is all that opening one looks at. */
const damage = fc.array(fc.record({ at: fc.nat(), word: fc.option(fc.constantFrom(0, 0xffffffff, 0x7fffffff, 0x00ffffff), { nil: undefined }), bit: fc.nat(31) }), { minLength: 1, maxLength: 6 });
const cases = entries.chain((names) => fc.record({ names: fc.constant(names), text: textsAround(names), overlay: entries, damage }));

describe('openGazetteer on a buffer that changed inside', () => {
  it('finds whatever it finds within the text, and comes to an end', () => {
    fc.assert(fc.property(cases, ({ names, text, overlay, damage: places }) => {
      const sound = compileGazetteer(names);
      const more = compileGazetteer(overlay);
      const changed = sound.slice(0);
      const words = new Uint32Array(changed);
      for (const { at, word, bit } of places) {
        const place = headWords + (at % Math.max(1, words.length - headWords));
        if (place < words.length) words[place] = word ?? (words[place] ?? 0) ^ (1 << bit);
      }
      for (const [base, over] of [[changed], [changed, more], [more, changed]] as const) {
        const opened = openGazetteer(base, over);
        if (!opened.ok) continue;
        let last = 0;
        for (const { start, end } of opened.value.spot(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }
    }), { numRuns: 500 });
  });
});

/** The mark, version, length and checksums, four counts, and the places of eight sections. */
const headWords = 25;
