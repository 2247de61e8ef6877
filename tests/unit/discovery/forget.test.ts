import { describe, expect, it } from 'vitest';
import { forgetCounts, forgetOldest, forgetRecords } from '../../../lib/discovery/forget';

const record = (articles: number, last: number, more: { entity?: string; known?: true } = {}) => ({ articles, last, ...more });

describe('forgetRecords', () => {
  it('lets a map grow a quarter over its limit', () => {
    const records = new Map(Array.from({ length: 12 }, (_, index) => [`n${index}`, record(1, index)]));
    expect(forgetRecords(records, 10)).toBe(false);
    expect(records.size).toBe(12);
  });

  it('forgets the rare before the frequent, the old before the new, and entities last', () => {
    const records = new Map([
      ['entity', record(1, 0, { entity: 'e' })], ['known', record(1, 1, { known: true })], ['often', record(5, 2)],
      ['old', record(1, 3)], ['new', record(1, 9)], ['twice', record(2, 4)],
    ]);
    expect(forgetRecords(records, 4)).toBe(true);
    expect([...records.keys()]).toEqual(['entity', 'known', 'often', 'twice']);
  });
});

describe('forgetCounts', () => {
  it('forgets the smallest', () => {
    const counts = new Map([['a', 3], ['b', 1], ['c', 2], ['d', 1]]);
    forgetCounts(counts, 2);
    expect([...counts.keys()]).toEqual(['a', 'c']);
  });
});

describe('forgetOldest', () => {
  it('forgets what came first', () => {
    const seen = new Set([1, 2, 3]);
    forgetOldest(seen, 2);
    expect([...seen]).toEqual([2, 3]);
  });
});
