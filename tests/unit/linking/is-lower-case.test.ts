import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLowerCase } from '../../../lib/linking/is-lower-case';

describe('isLowerCase', () => {
  it.each([['climate change', true], ['iPhone', false], ['Ada', false], ['éclair', true], ['éClair', false], ['9 to 5', false], ['', false]])('says of “%s”: %s', (name, isSmall) => {
    expect(isLowerCase(name)).toBe(isSmall);
  });

  it('goes by the letters of every alphabet', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '-', 'é', 'É', 'ж', 'Ж', '中', '1', '\n') });
    fc.assert(fc.property(name, (text) => isLowerCase(text) === (/^\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text))));
  });
});
