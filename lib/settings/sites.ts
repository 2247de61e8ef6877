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

export function isSiteOn(settings: Settings, pattern: string): boolean {
  return settings.sites.on.includes(pattern);
}

/** Settings with this site switched; a site is never both on and off. */
export function switchSite(settings: Settings, pattern: string, on: boolean): Settings {
  const without = (patterns: readonly string[] = []) => patterns.filter((other) => other !== pattern);
  const others = { on: without(settings.sites.on), off: without(settings.sites.off) };
  const sites = on ? { ...others, on: [...others.on, pattern] } : { ...others, off: [...others.off, pattern] };
  return { ...settings, sites };
}
