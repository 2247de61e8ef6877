import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, parseSettings } from '../../../lib/settings/settings';

const site = 'https://gazette.test/*';

describe('parseSettings', () => {
  it('gives back what was stored', () => {
    const stored = { version: 1, sites: { on: [site], off: ['http://herald.test/*'] }, dwellMs: 500 };

    expect(parseSettings(stored)).toEqual(stored);
  });

  it.each([undefined, null, 7, 'text', [], {}])('makes the defaults of %j', (stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings);
  });

  it('keeps the parts that it understands', () => {
    const sites = { on: [site, '<all_urls>', 'https://*/*', 7, 'https://gazette.test:8080/*'], off: 'none' };

    expect(parseSettings({ version: 1, sites, dwellMs: -1 })).toEqual({ ...defaultSettings, sites: { on: [site], off: [] } });
    expect(parseSettings({ dwellMs: 100 })).toEqual({ ...defaultSettings, dwellMs: 100 });
  });

  it('makes usable settings of anything', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (sites, dwellMs) => {
        const settings = parseSettings({ version: 1, sites, dwellMs });
        expect(parseSettings(settings)).toEqual(settings);
      }),
    );
  });
});
