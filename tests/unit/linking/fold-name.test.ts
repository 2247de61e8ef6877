import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../../lib/linking/fold-name';
import { normaliseName } from '../../../lib/text/normalise';

describe('foldName', () => {
  it('folds every name as normaliseName does', () => {
    const names = ['Jeff Sessions', 'IBM', 'J. Alex Halderman', 'U.S. Navy', 'Müller', 'O’Brien', 'the Times', 'Al-Qaeda', 'A  B', ' Ada', 'iPhone X', 'I', 'AT&T', ''];
    for (const name of names) expect(foldName(name)).toBe(normaliseName(name));
  });

  it('parts words by signs as normaliseName does', () => {
    const unit = fc.constantFrom('a', 'S', 's', 'tz', ' ', '-', ',', '(', ')', '.', "'", '1', '&', 'é');
    fc.assert(fc.property(fc.string({ unit }), (name) => foldName(name) === normaliseName(name)), { numRuns: 2_000 });
  });
});
