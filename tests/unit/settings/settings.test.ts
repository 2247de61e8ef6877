import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, parseSettings, readingSettings } from '../../../lib/settings/settings';

const site = 'https://gazette.test/*';

describe('parseSettings', () => {
  it('gives back what was stored', () => {
    const stored = {
      version: 1, sites: { on: [site], off: ['http://herald.test/*'] }, keep: { articles: 5_000, megabytes: 200 }, keepRead: true,
      density: 'few', hiddenKinds: ['place', 'topic'], dwellMs: 500, modifier: 'alt', everyPage: true,
    };

    expect(parseSettings(stored)).toEqual(stored);
  });

  it.each([undefined, null, 7, 'text', [], {}])('makes the defaults of %j', (stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings);
  });

  it('keeps the parts that it understands', () => {
    const sites = { on: [site, '<all_urls>', 'https://*.test/*', 'https://*/*', 7, 'https://gazette.test:8080/*'], off: 'none' };

    expect(parseSettings({ version: 1, sites, dwellMs: -1 })).toEqual({ ...defaultSettings, sites: { on: [site, 'https://*/*'], off: [] } });
    expect(parseSettings({ dwellMs: 100 })).toEqual({ ...defaultSettings, dwellMs: 100 });
  });

  it('fills in what an older version did not know', () => {
    expect(parseSettings({ version: 1, sites: { on: [site] }, dwellMs: 500 })).toEqual({
      ...defaultSettings, sites: { on: [site], off: [] }, dwellMs: 500,
    });
  });

  it('replaces each part that it does not understand, and no other', () => {
    const stored = { density: 'huge', hiddenKinds: ['place', 'weather'], modifier: 'shift', everyPage: 'yes' };

    expect(parseSettings(stored)).toEqual({ ...defaultSettings, modifier: 'shift' });
  });

  it('makes usable settings of anything', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.object(), (sites, dwellMs, others) => {
        const settings = parseSettings({ ...others, version: 1, sites, dwellMs });
        expect(parseSettings(settings)).toEqual(settings);
      }),
    );
  });
});

describe('readingSettings', () => {
  it('tells nothing of the sites', () => {
    const { density, hiddenKinds, dwellMs, modifier, everyPage } = defaultSettings;

    expect(readingSettings({ ...defaultSettings, sites: { on: [site] } })).toEqual({
      density, hiddenKinds, dwellMs, modifier, everyPage,
    });
  });
});
