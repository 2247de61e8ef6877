import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGazetteer, compileInSlices } from '../../../lib/gazetteer/compile-gazetteer';
import type { AliasEntry } from '../../../lib/gazetteer/match';
import { entries } from '../../support/name-arbitraries';

describe('compileInSlices', () => {
  it('makes what is made in one go, and pauses on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entries, { minLength: 1, maxLength: 4 }), async (batches) => {
        let pauses = 0;
        const sliced = await compileInSlices(oneByOne(batches), () => Promise.resolve(void (pauses += 1)));
        expect(new Uint8Array(sliced)).toEqual(new Uint8Array(compileGazetteer(batches.flat())));
        expect(pauses).toBeGreaterThan(batches.length);
      }),
    );
  });
});

async function* oneByOne(batches: readonly AliasEntry[][]): AsyncGenerator<AliasEntry[]> {
  for (const batch of batches) yield await Promise.resolve(batch);
}
