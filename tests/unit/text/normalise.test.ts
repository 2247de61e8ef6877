import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from '../../../lib/text/normalise';
import { tokenise } from '../../../lib/text/tokens';
import { texts } from '../../support/name-arbitraries';

describe('normaliseName', () => {
  it('is the words, folded, without possessives and punctuation', () => {
    expect(normaliseName('Al-Qaeda’s')).toBe('al qaeda');
    expect(normaliseName('  Washington, D.C. ')).toBe('washington dc');
    expect(normaliseName('…')).toBe('');
  });

  it('gives the norms of the tokens, whatever the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(normaliseName(text)).toBe(tokenise(text).map(({ norm }) => norm).join(' '));
      }),
    );
  });

  it('reads texts of any length', () => {
    expect(normaliseName('Word '.repeat(5_000))).toBe('word '.repeat(5_000).trim());
  });
});
