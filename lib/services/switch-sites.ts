import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { Settings } from '../settings/settings';
import { allSites, forgetSite, switchAllSites, switchSite } from '../settings/sites';

export interface SwitchPorts {
  /** The browser's question to the reader. May reject where no click is being handled. */
  readonly request: (patterns: readonly string[]) => Promise<boolean>;
  readonly change: (update: (settings: Settings) => Settings) => Promise<unknown>;
  /** Lets the background follow in the tabs that are open. */
  readonly follow: () => Promise<unknown>;
}

/**
 * Switches a site on, with the reader's permission. The browser's question comes first, for it must be asked while
 * the click is handled; and the wish is written down while it stands there, for a popup may be closed by it. The
 * background acts on the wish and the permission together, so that either alone does nothing.
 */
export async function switchSiteOn(pattern: string, { request, change, follow }: SwitchPorts): Promise<Result<undefined>> {
  const answer = request([pattern]).catch(() => false);
  await change((settings) => switchSite(settings, pattern, true));
  if (!(await answer)) {
    await change((settings) => switchSite(settings, pattern, false));
    return fail('no-permission');
  }
  await follow();
  return succeed(undefined);
}

/** Switches a site off. Its permission stays, so that switching it on again asks nothing. */
export async function switchSiteOff(pattern: string, { change, follow }: Omit<SwitchPorts, 'request'>): Promise<Result<undefined>> {
  await change((settings) => switchSite(settings, pattern, false));
  await follow();
  return succeed(undefined);
}

/** Several sites at once, with one question for all; asked for first, as above. */
export async function switchSitesOn(patterns: readonly string[], { request, change, follow }: SwitchPorts): Promise<Result<undefined>> {
  if (!(await request(patterns).catch(() => false))) return fail('no-permission');
  await change((settings) => patterns.reduce((so, pattern) => switchSite(so, pattern, true), settings));
  await follow();
  return succeed(undefined);
}

/** Every site of the web, with the reader's permission for all; asked for first, as above. */
export async function switchAllSitesOn({ request, change, follow }: SwitchPorts): Promise<Result<undefined>> {
  const answer = request(allSites).catch(() => false);
  if (!(await answer)) return fail('no-permission');
  await change((settings) => switchAllSites(settings, true));
  await follow();
  return succeed(undefined);
}

export async function switchAllSitesOff({ change, follow }: Omit<SwitchPorts, 'request'>): Promise<Result<undefined>> {
  await change((settings) => switchAllSites(settings, false));
  await follow();
  return succeed(undefined);
}

export async function forgetOneSite(pattern: string, { change, follow }: Omit<SwitchPorts, 'request'>): Promise<Result<undefined>> {
  await change((settings) => forgetSite(settings, pattern));
  await follow();
  return succeed(undefined);
}
