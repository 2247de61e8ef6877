export interface SitePorts {
  /** Match patterns that the reader switched on. */
  readonly switchedOn: () => Promise<readonly string[]>;
  /** Those of these that the browser's permissions (still) cover. */
  readonly granted: (sites: readonly string[]) => Promise<readonly string[]>;
  readonly registered: () => Promise<readonly string[]>;
  readonly register: (sites: readonly string[]) => Promise<void>;
  readonly tabsAt: (sites: readonly string[]) => Promise<readonly { readonly id: number }[]>;
  /** Tabs whose address we may not know (any more). */
  readonly tabsOutOfSight: () => Promise<readonly { readonly id: number }[]>;
  readonly enter: (tabId: number) => Promise<unknown>;
  readonly leave: (tabId: number) => Promise<unknown>;
}

/**
 * Makes the annotator run on the sites that are switched on and allowed, and on no others, in open tabs too. A
 * permission for a feed's host alone starts nothing.
 */
export async function followSites(ports: SitePorts): Promise<void> {
  const wanted = await ports.granted(await ports.switchedOn());
  const before = await ports.registered();
  const come = wanted.filter((site) => !before.includes(site));
  const gone = before.filter((site) => !wanted.includes(site));
  if (come.length > 0 || gone.length > 0) await ports.register(wanted);
  const left = gone.length > 0 ? [...(await ports.tabsAt(gone)), ...(await ports.tabsOutOfSight())] : [];
  const entered = await ports.tabsAt(come);
  await Promise.all([...left.map(({ id }) => ports.leave(id)), ...entered.map(({ id }) => ports.enter(id))]);
}
