import { describe, expect, it } from 'vitest';
import { followSites } from '../../../lib/services/follow-sites';
import type { AnnotatedSites } from '../../../lib/services/follow-sites';
import { allSites, isAmong } from '../../../lib/settings/sites';

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

  it('runs on all sites but those that are never wanted, in open tabs too', async () => {
    const browser = browserWith({ switchedOn: allSites, never: [herald], granted: allSites, tabs: { 1: gazette, 2: herald } });
    await followSites(browser.ports);

    expect([browser.registered, browser.excluded]).toEqual([allSites, [herald]]);
    expect(browser.did).toEqual(['enter 1']);
  });

  it('leaves a site that is wanted no more among all, and comes back to it', async () => {
    const everywhere = { switchedOn: allSites, granted: allSites, registered: allSites, tabs: { 1: gazette, 2: herald } };
    const left = browserWith({ ...everywhere, never: [herald] });
    await followSites(left.ports);
    expect(left.did).toEqual(['leave 2']);
    const back = browserWith({ ...everywhere, excluded: [herald] });
    await followSites(back.ports);
    expect(back.did).toEqual(['enter 2']);
  });

  it('stays on a single site when all sites are switched off', async () => {
    const browser = browserWith({
      switchedOn: [herald], never: ['https://x.test/*'], granted: [...allSites, herald], registered: [...allSites, herald],
      tabs: { 1: gazette, 2: herald },
    });
    await followSites(browser.ports);

    expect([browser.registered, browser.excluded]).toEqual([[herald], []]);
    expect(browser.did).toEqual(['leave 1']);
  });

  it('comes to all open tabs of its sites again after an update', async () => {
    const browser = browserWith({
      switchedOn: [gazette], granted: [gazette], registered: [gazette], tabs: { 1: gazette, 2: herald, 3: gazette },
    });
    await followSites(browser.ports, { isFresh: true });

    expect(browser.did).toEqual(['enter 1', 'enter 3']);
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
  readonly never?: readonly string[];
  readonly excluded?: readonly string[];
  /** Tab → site that it shows, undefined where that may not be known. */
  readonly tabs: Readonly<Record<number, string | undefined>>;
}

function browserWith({ switchedOn = [], never = [], granted = [], registered = [], excluded = [], tabs }: BrowserState) {
  const ids = (matches: (site: string | undefined) => boolean) =>
    Promise.resolve(
      Object.entries(tabs).filter(([, site]) => matches(site)).map(([id, site]) => ({ id: Number(id), url: site?.replace('*', 'story') })),
    );
  const browser = {
    registered,
    excluded,
    registrations: 0,
    did: [] as string[],
    ports: {
      chosen: () => Promise.resolve({ matches: switchedOn, never }),
      granted: (sites: readonly string[]) => Promise.resolve(sites.filter((site) => granted.includes(site))),
      registered: () => Promise.resolve({ matches: browser.registered, never: browser.excluded }),
      register({ matches, never: excluded }: AnnotatedSites) {
        browser.registered = matches;
        browser.excluded = excluded;
        browser.registrations++;
        return Promise.resolve();
      },
      tabsAt: (sites: readonly string[]) => ids((site) => site !== undefined && isAmong(sites, site)),
      tabsOutOfSight: () => ids((site) => site === undefined),
      enter: (tabId: number) => Promise.resolve(browser.did.push(`enter ${tabId}`)),
      leave: (tabId: number) => Promise.resolve(browser.did.push(`leave ${tabId}`)),
    },
  };
  return browser;
}
