import type { Page } from 'puppeteer-core';
import { findViolations } from './browser-accessibility';

/** A phone, or a page at four times its size: nobody is to scroll in two directions there (WCAG 2.2, 1.4.10). */
const narrow = { width: 320, height: 640 };

export interface NarrowLook {
  readonly violations: readonly string[];
  /** What reaches out of the window at its side. */
  readonly tooWide: readonly string[];
}

export const nothingWrong: NarrowLook = { violations: [], tooWide: [] };

/** What is wrong with a page in a narrow window. The window is as it was afterwards. */
export async function inNarrowWindow(page: Page): Promise<NarrowLook> {
  await page.setViewport(narrow);
  await page.waitForFunction((width) => innerWidth === width, { polling: 50 }, narrow.width);
  const look = { violations: await findViolations(page), tooWide: await page.evaluate(findTooWide) };
  await page.setViewport(null);
  await page.waitForFunction((width) => innerWidth !== width, { polling: 50 }, narrow.width);
  return look;
}

/** Where the page itself scrolls sideways, what makes it. */
function findTooWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
  return wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
}
