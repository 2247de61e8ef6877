import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoment } from '../../../lib/page/moments';

const now = Date.UTC(2024, 0, 1);

describe('parseMoment', () => {
  it.each([
    ['2017-11-14', '2017-11-14T00:00:00Z'],
    ['2017-11-14T16:05', '2017-11-14T16:05:00Z'],
    ['2017-11-14T16:05:00.123Z', '2017-11-14T16:05:00Z'],
    ['2017-11-14T16:05:00+01:00', '2017-11-14T15:05:00Z'],
    ['2017-11-14T16:05:00-0500', '2017-11-14T21:05:00Z'],
    [' 2017-11-14 16:05:00 +0100 ', '2017-11-14T15:05:00Z'],
    ['2017-11-14 16:05:00', '2017-11-14T16:05:00Z'],
    ['Tue, 14 Nov 2017 16:05:00 GMT', '2017-11-14T16:05:00Z'],
    ['Tue, 14 Nov 2017 16:05:00 +0100', '2017-11-14T15:05:00Z'],
    ['Tue, 14 Nov 2017 16:05:00', '2017-11-14T16:05:00Z'],
  ])('reads %s as %s wherever it runs', (text, moment) => {
    expect(parseMoment(text, now)).toBe(moment);
  });

  it.each(['', 'yesterday', '14/11/2017', '14 November', '2017-13-01', '1066-10-14', '2024-01-03', '2017', '17-11-14'])(
    'leaves out “%s”',
    (text) => {
      expect(parseMoment(text, now)).toBeUndefined();
    },
  );

  it('returns a moment of the past or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?$/)), (text) => {
        const moment = parseMoment(text, now);
        if (moment === undefined) return;
        expect(moment).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
        expect(Date.parse(moment)).toBeLessThanOrEqual(now + 86_400_000);
      }),
    );
  });
});
