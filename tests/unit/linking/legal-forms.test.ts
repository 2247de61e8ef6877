import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutLegalForm } from '../../../lib/linking/legal-forms';

describe('withoutLegalForm', () => {
  it('takes off what news leaves out, at one end', () => {
    expect(['Imax Corp.', 'Apple, Inc', 'AFC Bournemouth', 'Arsenal F.C.', 'S.C. Group', 'Old Mutual plc'].map(withoutLegalForm)).toEqual([
      'Imax', 'Apple', 'Bournemouth', 'Arsenal', 'Group', 'Old Mutual',
    ]);
  });

  it('leaves words that only look so', () => {
    for (const name of ['Incorporated', 'Colgroup', 'The Group of Seven', 'Costa', 'Company B', 'É.Inc', 'U.S.A.', '']) expect(withoutLegalForm(name)).toBe(name);
  });

  it('does what one pattern says', () => {
    const pieces = fc.constantFrom('fc', 'A', 'f', 'c', 's', '.', ' ', ',', '\u00a0', '\t', 'Inc', 'Group', 'holdings', 'p.l.c.', 'n.v', 'gmbh', 'co', 'mpany', 'É', 'Imax', '3', 'of');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const name = parts.join('');
        expect(withoutLegalForm(name)).toBe(name.replace(pattern, ''));
      }),
      { numRuns: 3_000 },
    );
  });
});

const pattern = /^(?:a?f\.?c\.?|s\.?c\.?)\s+|[\s,]+(?:a?f\.?c\.?|f\.?k\.?|s\.?c\.?|inc\.?|incorporated|corp\.?|corporation|co\.?|company|ltd\.?|limited|plc|p\.l\.c\.|llc|ag|s\.?a\.?|n\.?v\.?|gmbh|group|holdings?)$/i;
