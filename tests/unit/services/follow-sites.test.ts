import { describe, expect, it } from 'vitest';
import { followSites } from '../../../lib/services/follow-sites';

const gazette = 'https://gazette.test/*';
const herald = 'https://herald.test/*';

describe('followSites', () => {
  it('runs the annotator on sites that are switched on and allowed', async () => {
    const browser = browserWith({ switchedOn: [gazette, herald], granted: [gazette], tabs: { 1: gazette, 2: herald } });
    await followSites(browser.ports);

    expect(browser.registered).toEqual([gazette]);
    expect(browser.did).toEqual(['enter 1']);
  });

  it('starts nothing on a site that is merely allowed', async () => {
    const browser = browserWith({ granted: [gazette], tabs: { 1: gazette } });
    await followSites(browser.ports);

    expect([browser.registered, browser.did]).toEqual([[], []]);
  });

  it('leaves open tabs of a site that was switched off, and no others', async () => {
    const browser = browserWith({
      switchedOn: [herald],
      granted: [gazette, herald],
      registered: [gazette, herald],
      tabs: { 1: gazette, 2: herald, 3: undefined },
    });
    await followSites(browser.ports);

    expect(browser.registered).toEqual([herald]);
    expect(browser.did).toEqual(['leave 1', 'leave 3']);
  });

  it('leaves tabs that are out of sight when a permission was revoked', async () => {
    const browser = browserWith({ switchedOn: [gazette], registered: [gazette], tabs: { 1: undefined, 2: herald } });
    await followSites(browser.ports);

    expect(browser.registered).toEqual([]);
    expect(browser.did).toEqual(['leave 1']);
  });

  it('does nothing when all is as it should be', async () => {
    const browser = browserWith({ switchedOn: [gazette], granted: [gazette], registered: [gazette], tabs: { 1: gazette } });
    await followSites(browser.ports);

    expect(browser.did).toEqual([]);
    expect(browser.registrations).toBe(0);
  });
});

interface BrowserState {
  readonly switchedOn?: readonly string[];
  readonly granted?: readonly string[];
  readonly registered?: readonly string[];
  /** Tab → site that it shows, undefined where that may not be known. */
  readonly tabs: Readonly<Record<number, string | undefined>>;
}

function browserWith({ switchedOn = [], granted = [], registered = [], tabs }: BrowserState) {
  const ids = (matches: (site: string | undefined) => boolean) =>
    Promise.resolve(Object.entries(tabs).filter(([, site]) => matches(site)).map(([id]) => ({ id: Number(id) })));
  const browser = {
    registered,
    registrations: 0,
    did: [] as string[],
    ports: {
      switchedOn: () => Promise.resolve(switchedOn),
      granted: (sites: readonly string[]) => Promise.resolve(sites.filter((site) => granted.includes(site))),
      registered: () => Promise.resolve(browser.registered),
      register(sites: readonly string[]) {
        browser.registered = sites;
        browser.registrations++;
        return Promise.resolve();
      },
      tabsAt: (sites: readonly string[]) => ids((site) => site !== undefined && sites.includes(site)),
      tabsOutOfSight: () => ids((site) => site === undefined),
      enter: (tabId: number) => Promise.resolve(browser.did.push(`enter ${tabId}`)),
      leave: (tabId: number) => Promise.resolve(browser.did.push(`leave ${tabId}`)),
    },
  };
  return browser;
}
