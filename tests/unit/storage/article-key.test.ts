import { describe, expect, it } from 'vitest';
import { articleKey, countByMonth, firstKeyAt } from '../../../lib/storage/article-key';

describe('articleKey', () => {
  it('stands in the order of time, then of arrival, with what has no date first', () => {
    const keys = [
      articleKey({ number: 9 }),
      articleKey({ published: '1850-01-01T00:00:00Z', number: 8 }),
      articleKey({ published: '1969-12-31T23:59:00Z', number: 7 }),
      articleKey({ published: '2017-11-14T12:00:00Z', number: 5 }),
      articleKey({ published: '2017-11-14T12:00:30Z', number: 6 }),
      articleKey({ published: '2017-11-14T12:01:00Z', number: 4 }),
      articleKey({ published: '9999-01-01T00:00:00Z', number: 3 }),
    ];

    expect(keys).toEqual([...keys].sort((one, other) => one - other));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every(Number.isSafeInteger)).toBe(true);
  });

  it('tells the months, without those that have none', () => {
    const moments = [undefined, '2017-10-31T23:59:59Z', '2017-11-01T00:00:00Z', '2017-11-30T23:59:59Z', '2018-11-01T00:00:00Z'];
    const keys = moments.map((published, at) => articleKey({ published, number: 2 ** 26 - 1 - at }));
    expect([...countByMonth(keys)]).toEqual([['2017-10', 1], ['2017-11', 2], ['2018-11', 1]]);
  });

  it('lies between what is older and what is not', () => {
    const first = firstKeyAt('2017-11-14T12:00:00Z');

    expect(articleKey({ published: '2017-11-14T11:59:59Z', number: 5 })).toBeLessThan(first);
    expect(articleKey({ published: '2017-11-14T12:00:00Z', number: 1 })).toBeGreaterThan(first);
  });
});
