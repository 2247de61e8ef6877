import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { hashToken } from '../../../lib/text/token-table';

/** Words of as many letters that have the same hash: among 300,000 there are some. */
function pairsOfSameHash(length: number): (readonly [one: string, other: string])[] {
  const known = new Map<number, string>();
  const pairs: (readonly [string, string])[] = [];
  for (let number = 0; number < 300_000; number += 1) {
    const mixed = Math.imul(number + 1, 0x9e3779b1);
    const word = Array.from({ length }, (_, at) => letters.charAt((mixed >>> ((at * 5) % 28)) & 15)).join('');
    const hash = hashToken(word);
    const other = known.get(hash);
    if (other !== undefined && other !== word) pairs.push([other, word]);
    known.set(hash, word);
  }
  return pairs;
}

const letters = 'abcdefghijklmnop';

describe('spot', () => {
  it.each([7, 12])('tells words of %i letters apart that have the same hash', (length) => {
    const pairs = pairsOfSameHash(length);
    expect(pairs.length).toBeGreaterThan(0);
    const opened = openGazetteer(compileGazetteer(pairs.map(([alias], entity) => ({ alias, entity, form: 'topic' }))));
    if (!opened.ok) throw new Error(opened.failure.kind);
    pairs.forEach(([one, other], entity) => {
      expect([...opened.value.spot(`${other} ${one}`)]).toEqual([
        { start: length + 1, end: length * 2 + 1, candidates: [{ entity, form: 'topic' }] },
      ]);
    });
  });
});
