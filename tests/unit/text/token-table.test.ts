import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenReader } from '../../../lib/text/token-reader';
import { hashToken, hasOwnHash } from '../../../lib/text/token-table';

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
const shortWords = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 }).map((word) => word.join(''));

describe('hashToken', () => {
  it('gives each word of up to three letters, and all longer ones that differ from one in the end, a hash of its own', () => {
    const pairs = letters.flatMap((one) => letters.map((other) => one + other));
    const ends = [...letters, ...pairs, ...pairs.flatMap((pair) => letters.map((one) => pair + one))];
    for (const start of ['', 'q', 'qz', 'zqz']) {
      expect(new Set(ends.map((end) => hashToken(start + end))).size).toBe(ends.length);
    }
  });

  it('tells short words apart', () => {
    fc.assert(fc.property(shortWords, shortWords, (one, other) => (hashToken(one) === hashToken(other)) === (one === other)));
  });
});

describe('hasOwnHash', () => {
  it.each([
    ['Sessions', false],
    ['Senate', true],
    ['\u00c9lys\u00e9e', true],
    ['the', true],
    ['G7', false],
    ['7', false],
    ['\u043c\u0438\u0440', false],
    ['v\u0282', false],
    ['\u201c', false],
  ])('says of %s: %s', (text, own) => {
    const reader = new TokenReader();
    // Words with characters that are met for the first time are read elsewhere, where nobody notes it.
    reader.read(text);
    expect(hasOwnHash(reader.read(text), 0)).toBe(own);
  });
});
