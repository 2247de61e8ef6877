import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { BrowserName } from '../../scripts/browsers/known-browsers';
import { openPageLab, type PageLab } from './page-lab';

/** A lab for the tests of a block. What a test opens and does not close is closed behind it. */
export function usePageLab(browser: BrowserName, entry?: string): Pick<PageLab, 'open'> {
  let lab: PageLab;
  const opened: Page[] = [];
  beforeAll(async () => {
    lab = await openPageLab(browser, entry);
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) if (!page.isClosed()) await page.close();
  });
  afterAll(() => lab.close());
  return {
    async open(html, options) {
      const page = await lab.open(html, options);
      opened.push(page);
      return page;
    },
  };
}
