import browser from 'webextension-polyfill';
import type { Installed } from '../services/greet-reader';

/**
 * After the extension was installed or updated, or the browser itself was.
 *
 * @param listener told the reason in the browsers' own words: `install`, `update`, `browser_update`
 */
export function onInstalled(listener: (installed: Installed) => void): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => listener({ reason, previousVersion }));
}

/** `development` where it was loaded from a folder. */
export async function installType(): Promise<string> {
  return (await browser.management.getSelf()).installType;
}

export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/**
 * Lets events that wait be handled, and shows the browser that the background is at work: a worker that calls no
 * extension API for half a minute is stopped, however busy it is.
 */
export async function yieldToEvents(): Promise<void> {
  await browser.runtime.getPlatformInfo();
}
