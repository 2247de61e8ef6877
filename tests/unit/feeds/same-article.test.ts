import { describe, expect, it } from 'vitest';
import { isAnotherArticle } from '../../../lib/feeds/same-article';

const known = { title: 'Storm over the coast', formerTitles: ['Gale warning'], published: '2020-01-06T08:00:00Z' };
const told = (title: string, published?: string) => isAnotherArticle(known, { title, published });

describe('isAnotherArticle', () => {
  it('is so for another headline on a later day', () => {
    expect(told('Minister resigns', '2020-01-07T08:00:00Z')).toBe(true);
    expect(told('Storm of protest', '2020-01-09T08:00:00Z')).toBe(true);
  });

  it.each([
    ['a headline that was rewritten within hours', 'Minister resigns', '2020-01-06T12:00:00Z'],
    ['one that keeps a word a day later', 'Coast counts its damage', '2020-01-07T08:00:00Z'],
    ['one that keeps most of its words much later', 'Storm at the coast: what we know', '2020-02-07T08:00:00Z'],
    ['a former one', 'Gale warning!', '2020-02-07T08:00:00Z'],
    ['an earlier date', 'Minister resigns', '2019-12-01T08:00:00Z'],
    ['no date', 'Minister resigns', undefined],
  ])('is not so for %s', (_what, title, published) => {
    expect(told(title, published)).toBe(false);
  });

  it('compares headlines without blanks and those that are no words', () => {
    const date = '2020-02-07T08:00:00Z';
    expect(isAnotherArticle({ title: '東京で地震', published: known.published }, { title: '大阪の選挙', published: date })).toBe(true);
    expect(isAnotherArticle({ title: '東京で地震', published: known.published }, { title: '東京で大地震', published: date })).toBe(false);
    expect(isAnotherArticle({ title: '+1', published: known.published }, { title: '+1', published: date })).toBe(false);
  });
});
