import { property, assert, array, stringMatching, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedWords } from '../../../lib/linking/sorted-words';

const word = stringMatching(/^[a-dé]{1,3}$/);

describe('SortedWords', () => {
  it('has what a set of the same words has', () => {
    assert(
      property(array(word), array(word), nat(5), (some, asked, perLine) => {
        const set = new Set(some);
        const sorted = [...set].sort();
        const lines: string[] = [];
        for (let at = 0; at < sorted.length; at += perLine + 1) lines.push(sorted.slice(at, at + perLine + 1).join(' '));
        const words = new SortedWords(lines);
        for (const each of [...some, ...asked]) expect(words.has(each)).toBe(set.has(each));
      }),
    );
  });

  it('has neither nothing nor two words', () => {
    const words = new SortedWords(['a b', 'c']);
    expect([words.has(''), words.has('a b'), words.has(' ')]).toEqual([false, false, false]);
  });
});
