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

/** Far less than the half minute after which a worker that calls no extension API is stopped, however busy it is. */
const signOfWorkMs = 5_000;
let lastSign = -Infinity;

/** Lets events that wait be handled, and shows the browser now and then that the background is at work. */
export async function yieldToEvents(): Promise<void> {
  const now = performance.now();
  if (now - lastSign < signOfWorkMs) return nextTask();
  lastSign = now;
  // Asked each time, it would take longer than the work between two pauses.
  await browser.runtime.getPlatformInfo();
}

/** The end of what waits now. A timer would wait some milliseconds more from the fifth time on. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
