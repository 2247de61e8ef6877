import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOpml } from '../../../lib/feeds/opml';
import { quotedAttributes } from '../../../lib/feeds/quoted-attributes';

/** The same as one pattern, which takes the square of the length. */
function byPattern(inner: string): string[][] {
  const pattern = /([\w:-]+)\s*=\s*"([\s\S]*?)"(?=\s+[\w:-]+\s*=\s*"|\s*$)/g;
  return [...inner.matchAll(pattern)].map(([, name = '', value = '']) => [name, value]);
}

describe('quotedAttributes', () => {
  it('ends a value where another attribute or nothing follows', () => {
    expect(quotedAttributes(' text="He said "no" to <b>" type = "rss" xmlUrl="https://a.example/"')).toEqual([
      ['text', 'He said "no" to <b>'], ['type', 'rss'], ['xmlUrl', 'https://a.example/'],
    ]);
  });

  it('finds what the pattern finds', () => {
    const piece = fc.constantFrom('"', '"', '=', ' ', '\n', 'text', 'a', ':', '-', ' b="', '"c="', '" d = "', '<', "'", 'é');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const inner = pieces.join('');
      expect(quotedAttributes(inner)).toEqual(byPattern(inner));
    }), { numRuns: 3_000 });
  });

  it('reads lists of feeds that are made to take for ever', () => {
    const traps = ['"', 'a', ' ', ' a="', '" ', 'a=', '</outline>', '</outline >', '="', ' a="x', "='"];
    for (const trap of traps) {
      const outline = `<outline text="<" ${trap.repeat(90_000 / trap.length)}>`;
      const list = `<opml><body>${outline.repeat(20)}<outline text="A" xmlUrl="https://a.example/"/></body></opml>`;
      expect(parseOpml(new TextEncoder().encode(list)).ok).toBe(true);
    }
  });
});
