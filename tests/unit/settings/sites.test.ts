import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../lib/settings/settings';
import { isSiteOn, sitePattern, switchSite } from '../../../lib/settings/sites';

describe('sitePattern', () => {
  it.each([
    ['https://gazette.test/news/1?x=y#z', 'https://gazette.test/*'],
    ['http://herald.test:8080/', 'http://herald.test/*'],
    ['https://user:word@gazette.test/', 'https://gazette.test/*'],
    ['https://BÜCHER.test/', 'https://xn--bcher-kva.test/*'],
  ])('names the site of %s', (url, pattern) => {
    expect(sitePattern(url)).toBe(pattern);
  });

  it.each(['about:blank', 'file:///home/page.html', 'chrome://extensions', 'moz-extension://id/options.html', 'gazette.test', ''])(
    'has none for %j',
    (url) => {
      expect(sitePattern(url)).toBeUndefined();
    },
  );
});

describe('switchSite', () => {
  const pattern = 'https://gazette.test/*';

  it('switches on and off, never both', () => {
    const on = switchSite(defaultSettings, pattern, true);
    const off = switchSite(on, pattern, false);

    expect([isSiteOn(defaultSettings, pattern), isSiteOn(on, pattern), isSiteOn(off, pattern)]).toEqual([false, true, false]);
    expect(off.sites).toEqual({ on: [], off: [pattern] });
    expect(switchSite(off, pattern, true).sites).toEqual({ on: [pattern], off: [] });
  });

  it('changes nothing when it is switched twice', () => {
    const on = switchSite(defaultSettings, pattern, true);

    expect(switchSite(on, pattern, true)).toEqual(on);
  });
});
