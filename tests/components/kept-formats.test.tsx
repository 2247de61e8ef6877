import { afterEach, describe, expect, it, vi } from 'vitest';
import { healthOf } from '../../components/options/source-health';
import { momentFormat, numberFormat, relativeFormat } from '../../components/kept-formats';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('kept formats', () => {
  it('are made once for each language and form', () => {
    expect(numberFormat(['nl', 'en'])).toBe(numberFormat(['nl', 'en']));
    expect(relativeFormat(['nl'])).not.toBe(relativeFormat(['fi']));
    expect(momentFormat(['nl'], { hour: '2-digit' })).toBe(momentFormat(['nl'], { hour: '2-digit' }));
    expect(momentFormat(['nl'], { hour: '2-digit' })).not.toBe(momentFormat(['nl'], { month: 'short' }));
  });

  it('tell the time of where the machine is now', () => {
    const hourIn = (zone: string): string => {
      vi.stubEnv('TZ', zone);
      return momentFormat(['nl'], { hour: '2-digit', minute: '2-digit' }).format(new Date('2020-02-01T12:00:00Z'));
    };
    expect([hourIn('Europe/Berlin'), hourIn('Asia/Tokyo'), hourIn('Europe/Berlin')]).toEqual(['13:00', '21:00', '13:00']);
  });

  it('are all that the lines of a thousand sources take', () => {
    const { RelativeTimeFormat, NumberFormat, DateTimeFormat } = Intl;
    const made = [
      vi.spyOn(Intl, 'RelativeTimeFormat').mockImplementation(function make(...written) {
        return new RelativeTimeFormat(...written);
      }),
      vi.spyOn(Intl, 'NumberFormat').mockImplementation(function make(...written) {
        return new NumberFormat(...written);
      }),
      vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function make(...written) {
        return new DateTimeFormat(...written);
      }),
    ];
    const now = new Date('2020-02-01T12:00:00Z');
    for (let at = 0; at < 1_000; at++) {
      const state = { sourceId: `${at}`, nextFetch: '2020-02-01T13:00:00Z', lastSuccess: '2020-02-01T11:00:00Z', articlesPerWeek: at, failuresInRow: at % 3 };
      const lastFailure = { at: '2020-02-01T11:30:00Z', kind: 'too-slow' as const };
      healthOf({ title: `${at}`, fetching: at % 3 === 0 ? state : { ...state, lastFailure } }, { now, locales: ['sv-FI'] });
    }
    expect(made.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  });
});
