import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOfEnd, placeOfStart, TextPieces } from '../../../lib/page/text-pieces';

/** As much of a text node as is read. */
function node(data: string): Text {
  return { data } as Text;
}

/** What a reader sees of these nodes in a row, done the slow way. */
function shownSlowly(parts: readonly string[]): string {
  const kept = parts.join('').replace(/[\u00AD\u200B\u2060\uFEFF]/g, '');
  return kept.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ /, '');
}

const parts = fc.array(fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '\u00AD', '\u200B', '\u00A0', '𝔖', '🗳️') }));

describe('TextPieces', () => {
  it('shows what collapsing by hand shows', () => {
    fc.assert(
      fc.property(parts, (texts) => {
        const pieces = new TextPieces(10_000);
        for (const text of texts) pieces.append(node(text));
        expect(pieces.text).toBe(shownSlowly(texts));
        expect(pieces.length).toBe(pieces.text.length);
      }),
    );
  });

  it('knows for every character where it stands', () => {
    fc.assert(
      fc.property(parts, (texts) => {
        const pieces = new TextPieces(10_000);
        for (const text of texts) pieces.append(node(text));
        const { text, pieces: where } = pieces;
        for (let at = 0; at < text.length; at++) {
          const start = placeOfStart(where, at);
          const end = placeOfEnd(where, at + 1);
          expect(start?.node.data.charAt(start.at).replace(/\s/, ' ')).toBe(text.charAt(at).replace(/\s/, ' '));
          expect(end).toEqual({ node: start?.node, at: (start?.at ?? 0) + 1 });
        }
      }),
    );
  });

  it('stops at its longest without cutting a character in two', () => {
    const pieces = new TextPieces(5);
    pieces.append(node('abc🗞️def'));
    expect(pieces.text).toBe('abc🗞');
    const cut = new TextPieces(4);
    cut.append(node('abc🗞️'));
    expect(cut.text).toBe('abc');
    cut.append(node('def'));
    expect(cut.text.length).toBeLessThanOrEqual(4);
  });

  it('gives breaks and objects a character that stands nowhere', () => {
    const pieces = new TextPieces(100);
    const [first, second] = [node('Jeff'), node('Sessions')];
    pieces.append(first);
    pieces.appendBreak();
    pieces.appendBreak();
    pieces.appendObject();
    pieces.append(second);
    expect(pieces.text).toBe('Jeff\n\uFFFCSessions');
    expect(placeOfStart(pieces.pieces, 4)).toEqual({ node: second, at: 0 });
    expect(placeOfEnd(pieces.pieces, 6)).toEqual({ node: first, at: 4 });
  });
});
