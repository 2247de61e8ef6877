import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../../lib/linking/fold-name';
import { normaliseName } from '../../../lib/text/normalise';

describe('foldName', () => {
  it('folds every name as normaliseName does', () => {
    const names = ['Jeff Sessions', 'IBM', 'J. Alex Halderman', 'U.S. Navy', 'Müller', 'O’Brien', 'the Times', 'Al-Qaeda', 'A  B', ' Ada', 'iPhone X', 'I', 'AT&T', '1969 World Series', '20th', ''];
    for (const name of names) expect(foldName(name)).toBe(normaliseName(name));
  });

  it('parts words by signs as normaliseName does', () => {
    const unit = fc.constantFrom('a', 'S', 's', 'tz', ' ', '-', ',', '(', ')', '.', "'", '1', '&', 'é');
    const plain = fc.constantFrom('a', 'S', 'tz', ' ', '1', '20', '000');
    for (const some of [unit, plain]) fc.assert(fc.property(fc.string({ unit: some }), (name) => foldName(name) === normaliseName(name)), { numRuns: 2_000 });
  });
});
