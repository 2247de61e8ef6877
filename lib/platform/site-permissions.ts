import browser from 'webextension-polyfill';

/**
 * Asks the reader for these hosts. The browsers only allow it while a click is being handled: call it before anything
 * is awaited. Resolves true without asking where all are granted already.
 */
export function requestSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

/**
 * The same for hosts of sources, and for seeing where their answers redirect to, which browsers grant without a
 * question of its own.
 */
export function requestSourceHosts(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns], permissions: ['webRequest'] });
}

export function isGranted(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** The granted ones of these, in their order. */
export async function grantedOf(patterns: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(patterns.map(isGranted));
  return patterns.filter((_, at) => granted[at]);
}

export function giveBack(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...patterns] });
}

/** Calls `listener` when hosts were granted or revoked, here or in the browser's own pages. */
export function onSitePermissionsChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
