import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../scripts/browsers/known-browsers';
import { inBrowserWindow } from '../../scripts/browsers/firefox-extension';
import { untilThere } from '../../scripts/browsers/patience';

const patienceMs = 20_000;

/** From now on the reader of this page wants nothing to move; in Firefox, of all pages. */
export async function wantLessMotion(page: Page, browser: BrowserName): Promise<void> {
  if (browser === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  // Firefox pretends no media for a driver.
  else await inBrowserWindow(page.browser(), `Services.prefs.setIntPref('ui.prefersReducedMotion', 1)`);
  const isSo = await untilThere(() => page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches || undefined), patienceMs);
  if (isSo === undefined) throw new Error('The browser does not tell the page that nothing should move.');
}
