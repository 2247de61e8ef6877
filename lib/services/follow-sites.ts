import { allSites, isAmong, sitePattern } from '../settings/sites';

/** Match patterns of sites, and of those among them that are left alone all the same. */
export interface AnnotatedSites {
  readonly matches: readonly string[];
  readonly never: readonly string[];
}

interface SeenTab {
  readonly id: number;
  /** Absent where we may not know it. */
  readonly url?: string;
}

export interface SitePorts {
  /** What the reader said of sites. */
  readonly chosen: () => Promise<AnnotatedSites>;
  /** Those of these that the browser's permissions (still) cover. */
  readonly granted: (sites: readonly string[]) => Promise<readonly string[]>;
  readonly registered: () => Promise<AnnotatedSites>;
  readonly register: (sites: AnnotatedSites) => Promise<void>;
  readonly tabsAt: (sites: readonly string[]) => Promise<readonly SeenTab[]>;
  /** Tabs whose address we may not know (any more). */
  readonly tabsOutOfSight: () => Promise<readonly SeenTab[]>;
  readonly enter: (tabId: number) => Promise<unknown>;
  readonly leave: (tabId: number) => Promise<unknown>;
}

/**
 * Makes the annotator run on the sites that are switched on and allowed, and on no others, in open tabs too. A
 * permission for a feed's host alone starts nothing. With `isFresh` it comes to all of their open tabs, since what was
 * there before an update has lost its extension.
 */
export async function followSites(ports: SitePorts, { isFresh = false } = {}): Promise<void> {
  const chosen = await ports.chosen();
  const matches = await ports.granted(chosen.matches);
  const wanted = { matches, never: matches.some((site) => allSites.includes(site)) ? chosen.never : [] };
  const before = await ports.registered();
  const come = [...added(before.matches, wanted.matches), ...added(wanted.never, before.never)];
  const forbidden = added(before.never, wanted.never).filter((site) => isAmong(before.matches, site));
  const gone = [...added(wanted.matches, before.matches), ...forbidden];
  if (come.length > 0 || gone.length > 0) await ports.register(wanted);
  const left = gone.length > 0 ? [...(await ports.tabsAt(gone)), ...(await ports.tabsOutOfSight())] : [];
  const open = isFresh ? wanted.matches : come;
  const entered = open.length > 0 ? await ports.tabsAt(open) : [];
  // All sites and single ones overlap: what counts in the end is the tab's own site.
  await Promise.all([
    ...left.filter((tab) => isWanted(tab, wanted) !== true).map(({ id }) => ports.leave(id)),
    ...entered.filter((tab) => isWanted(tab, wanted) !== false).map(({ id }) => ports.enter(id)),
  ]);
}

function added(before: readonly string[], after: readonly string[]): string[] {
  return after.filter((site) => !before.includes(site));
}

/** Undefined where nobody knows which site it shows. */
function isWanted({ url }: SeenTab, { matches, never }: AnnotatedSites): boolean | undefined {
  const site = url === undefined ? undefined : sitePattern(url);
  return site === undefined ? undefined : isAmong(matches, site) && !never.includes(site);
}
