import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../lib/quotes/find-quotes';
import spoken from './spoken.json';
import traps from './traps.json';

function said(text: string): { readonly text: string; readonly speaker: string }[] {
  return findQuotes(text).map((quote) => ({ text: quote.text, speaker: text.slice(quote.speaker.start, quote.speaker.end) }));
}

describe('findQuotes', () => {
  it.each(spoken.map(({ text, quotes }) => [text, quotes] as const))('finds who says what in %j', (text, quotes) => {
    expect(said(text)).toEqual(quotes);
  });

  it.each(traps.map(({ text, allowed }) => [text, allowed] as const))('puts nothing in the wrong mouth in %j', (text, allowed) => {
    for (const quote of said(text)) expect(allowed).toContainEqual(quote);
  });

  it('has a hundred quotes and fifty traps to go by', () => {
    expect(spoken.flatMap(({ quotes }) => quotes).length).toBeGreaterThanOrEqual(100);
    expect(traps.length).toBeGreaterThanOrEqual(50);
  });

  it('does not carry a speaker over from another paragraph', () => {
    expect(said('Ann Lee left early.\n\n"It was late," she said.')).toEqual([]);
  });

  it('leaves out a quote over paragraphs that is claimed for two people', () => {
    expect(said('Ann Lee said: “It began here.\n\n“It ended there,” Tom Fox said.')).toEqual([]);
  });

  it('gives words that stand where it says they stand, in any text', () => {
    const piece = fc.constantFrom('"', '“', '”', '‘', '’', "'", '«', '»', '„', 'Ann Lee', 'Mr. Fox', 'said', 'she', 'he added', 'told', ',', '.', ':', '?', '\n', ' ', 'a', 'The', 'of', 'that', '(', ')', '🙂');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ');
        for (const quote of findQuotes(text)) {
          expect(quote.text).toBe(text.slice(quote.start, quote.end));
          expect(quote.text.trim()).toBe(quote.text);
          expect(quote.text).not.toBe('');
          expect(text.slice(quote.speaker.start, quote.speaker.end)).toMatch(/^[\p{L}\p{N}]/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});
