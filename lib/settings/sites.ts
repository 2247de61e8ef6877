import type { Settings } from './settings';

/** The match pattern of the site that a page belongs to; undefined for what is no http(s) page. */
export function sitePattern(pageUrl: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(pageUrl);
    return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : undefined;
  } catch {
    return undefined;
  }
}

/** Switched on together, they are every site of the web. */
export const allSites: readonly string[] = ['https://*/*', 'http://*/*'];

/** Whether a site is among these: by itself, or as one of all. */
export function isAmong(patterns: readonly string[], site: string): boolean {
  return patterns.includes(site) || patterns.includes(site.replace(/^(https?:\/\/)[^/]+/, '$1*'));
}

export function isSiteOn({ sites }: Settings, pattern: string): boolean {
  return isAmong(sites.on, pattern) && sites.off?.includes(pattern) !== true;
}

/** Settings with all sites switched; what was said of single sites holds on. */
export function switchAllSites(settings: Settings, on: boolean): Settings {
  const single = settings.sites.on.filter((pattern) => !allSites.includes(pattern));
  return { ...settings, sites: { ...settings.sites, on: on ? [...single, ...allSites] : single } };
}

/** Settings in which nothing is said of this site. */
export function forgetSite(settings: Settings, pattern: string): Settings {
  const without = (patterns: readonly string[] = []) => patterns.filter((other) => other !== pattern);
  return { ...settings, sites: { on: without(settings.sites.on), off: without(settings.sites.off) } };
}

/** Settings with this site switched; a site is never both on and off. */
export function switchSite(settings: Settings, pattern: string, on: boolean): Settings {
  const without = (patterns: readonly string[] = []) => patterns.filter((other) => other !== pattern);
  const others = { on: without(settings.sites.on), off: without(settings.sites.off) };
  const sites = on ? { ...others, on: [...others.on, pattern] } : { ...others, off: [...others.off, pattern] };
  return { ...settings, sites };
}
