import { describe, expect, it } from 'vitest';
import { ampersand, apostrophe, caseMask, classMask, composing, factOfCodePoint, factOfUnit, foldText, hyphen, letter, lowerBit, numberBit, period, punctuation, silent, space, upperBit } from '../../../lib/text/characters';

const latin = Array.from({ length: 0x180 }, (_, codePoint) => ({ codePoint, character: String.fromCodePoint(codePoint) }));

describe('factOfCodePoint', () => {
  it('says of letters without the classes of Unicode what these say', () => {
    for (const { codePoint, character } of latin) {
      const fact = factOfCodePoint(codePoint);
      const isWord = /[\p{L}\p{N}]/u.test(character);
      expect([character, [letter, composing].includes(fact & classMask)]).toEqual([character, isWord]);
      if (isWord) expect([character, fact & caseMask]).toEqual([character, bitsOf(character)]);
    }
  });

  it('says of spaces and signs of money, rights and pauses without these classes what they say', () => {
    for (let unit = 0; unit < 0x20d0; unit += 1) {
      const character = String.fromCharCode(unit);
      const isSpace = /[\p{Zs}\p{Cc}]/u.test(character) && character !== '\n';
      expect([unit, (factOfUnit(unit) & classMask) === space]).toEqual([unit, isSpace || character === '\u2028']);
      if (/[\p{Sc}\p{Po}]/u.test(character)) expect([unit, isSign(unit)]).toEqual([unit, true]);
    }
  });

  it('folds a letter to the unit that its text folds to', () => {
    for (const { codePoint, character } of latin) {
      const fact = factOfCodePoint(codePoint);
      if ((fact & classMask) === letter) expect(String.fromCharCode(fact >>> 16)).toBe(foldText(character));
      if ((fact & classMask) === composing) expect(foldText(character).length).toBeGreaterThan(1);
    }
  });

  it('folds a letter to one from a to z where that is a unit below 128', () => {
    for (let unit = 0; unit < 0x10000; unit += 1) {
      const fact = factOfUnit(unit);
      const isPlain = (fact & classMask) === letter && (fact & numberBit) === 0 && fact >>> 16 < 0x80;
      if (isPlain) expect([unit, String.fromCharCode(fact >>> 16)]).toEqual([unit, expect.stringMatching(/^[a-z]$/)]);
    }
  });
});

function isSign(unit: number): boolean {
  return [punctuation, silent, hyphen, period, apostrophe, ampersand].includes(factOfUnit(unit) & classMask);
}

function bitsOf(character: string): number {
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return upperBit;
  if (/\p{Ll}/u.test(character)) return lowerBit;
  return /\p{N}/u.test(character) ? numberBit : 0;
}
