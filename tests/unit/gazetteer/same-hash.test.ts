import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { hashToken } from '../../../lib/text/token-table';

/** Words of as many letters that have the same hash, two of each: among 300,000 there are some. */
function pairsOfSameHash(length: number): (readonly [one: string, other: string])[] {
  let random = 1;
  const known = new Map<number, string>();
  const pairs = new Map<number, readonly [string, string]>();
  for (let number = 0; number < 300_000 && pairs.size < 300; number += 1) {
    const word = Array.from({ length }, () => letters.charAt((random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0) >>> 28)).join('');
    const hash = hashToken(word);
    const other = known.get(hash);
    if (other === undefined) known.set(hash, word);
    else if (other !== word && !pairs.has(hash)) pairs.set(hash, [other, word]);
  }
  return [...pairs.values()];
}

const letters = 'abcdefghijklmnop';

function spotter(aliases: readonly string[]): (text: string) => string[] {
  const opened = openGazetteer(compileGazetteer(aliases.map((alias, entity) => ({ alias, entity, form: 'topic' }))));
  if (!opened.ok) throw new Error(opened.failure.kind);
  const { value: gazetteer } = opened;
  return (text) => Array.from(gazetteer.spot(text), ({ start, end }) => text.slice(start, end));
}

describe('spot', () => {
  // The first is known from the text before when the other comes, and is known by its hash alone.
  it.each([
    ['a word with a digit', 'cq', 'a1'],
    ['a longer word', 'bcdefx', 'dbcdefa'],
    ['a word with a letter beyond z', 'ab', 'vʂ'],
  ])('tells a short word from %s that has the same hash', (_, short, other) => {
    expect(hashToken(other)).toBe(hashToken(short));
    const spotShort = spotter([short, `new ${short}`]);
    expect([short, other, short, `new ${short}`, `new ${other}`].map(spotShort)).toEqual([[short], [], [short], [`new ${short}`], []]);
    const spotBoth = spotter([short, other]);
    expect([short, other, `${short} ${other} ${short}`].map(spotBoth)).toEqual([[short], [other], [short, other, short]]);
  });

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
