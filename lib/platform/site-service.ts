import { succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { Client } from '../messaging/client';
import type { BackgroundProtocol } from '../messaging/protocol';
import { forgetOneSite, switchAllSitesOff, switchAllSitesOn, switchSiteOff, switchSiteOn, switchSitesOn } from '../services/switch-sites';
import { createSettingsStore } from './settings-store';
import { grantedOf, onSitePermissionsChanged, requestSites } from './site-permissions';

export interface SwitchedOnSite {
  readonly pattern: string;
  /** False when the reader took the permission back in the browser's own pages. */
  readonly isAllowed: boolean;
}

/** The sites that are switched on, for the extension's pages. */
export function createSiteService(ask: Client<BackgroundProtocol>) {
  const settings = createSettingsStore();
  const ports = { request: requestSites, change: settings.change, follow: () => ask('sites-changed', {}) };

  async function list(): Promise<SwitchedOnSite[]> {
    const { on } = (await settings.read()).sites;
    const granted = new Set(await grantedOf(on));
    return on.map((pattern) => ({ pattern, isAllowed: granted.has(pattern) }));
  }

  return {
    /** Tells them now and after every change of settings or permissions. */
    watch(listener: (sites: Result<SwitchedOnSite[]>) => void): () => void {
      let asked = 0;
      const tell = async () => {
        const own = ++asked;
        const sites = await list();
        if (own === asked) listener(succeed(sites));
      };
      const stops = [settings.onChanged(() => void tell()), onSitePermissionsChanged(() => void tell())];
      void tell();
      return () => {
        asked++;
        for (const stop of stops) stop();
      };
    },
    /** Call it while a click is being handled. */
    switchOn: (pattern: string) => switchSiteOn(pattern, ports),
    switchOff: (pattern: string) => switchSiteOff(pattern, ports),
    /** Call it while a click is being handled. */
    switchAllOn: () => switchAllSitesOn(ports),
    /** Likewise. */
    switchManyOn: (patterns: readonly string[]) => switchSitesOn(patterns, ports),
    switchAllOff: () => switchAllSitesOff(ports),
    forget: (pattern: string) => forgetOneSite(pattern, ports),
  };
}
