import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTerms } from '../../../lib/coverage/terms';

const terms = (text: string): string[] => readTerms(text).map(({ term }) => term);

describe('readTerms', () => {
  it('meets endings and leaves out words that say nothing', () => {
    expect(terms('He resigns, they resigned, resigning is the thing')).toEqual(['resign', 'resign', 'resign', 'thing']);
  });

  it('tells names from words that begin a sentence', () => {
    const names = readTerms('Sessions met Kislyak. Twice they spoke, “Moscow said.').filter(({ isName }) => isName);
    expect(names.map(({ term }) => term)).toEqual(['kislyak']);
  });

  it('folds marks and keeps letters of every script', () => {
    expect(terms('Zürich Łódź U.S. Путин 北京')).toEqual(['zurich', 'łodz', 'путин', '北京']);
  });

  it('takes pairs of characters for words where no space parts these', () => {
    expect(terms('北京大学')).toEqual(['北京', '京大', '大学']);
    expect(terms('ワシラで教会の火災、NATOと警察は')).toEqual(['ワシ', 'シラ', 'ラで', 'で教', '教会', '会の', 'の火', '火災', 'nato', 'と警', '警察', '察は']);
    expect(terms('ありがとう')).toEqual([]);
  });

  it('reads the same words whether or not a text has letters beyond Latin', () => {
    const unit = fc.constantFrom(...Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)), ...'’‘“”–—…€\u2009\u2070'.split(''));
    fc.assert(fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = units.join('');
      expect(readTerms(`${text} Путин`).slice(0, -1)).toEqual(readTerms(text));
    }), { numRuns: 2_000 });
  });
});
