import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { closeCard, openWithPointer } from '../browsers/card';
import { paintedMarks } from '../browsers/marks';
import type { Sidelight } from '../browsers/sidelight';
import type { PageReport } from './page-report';
import { readPage } from './read-page';

interface Showing {
  readonly addresses: readonly string[];
  /** The folder for pictures of each page; where it is absent the pages are only opened. */
  readonly screenshots: string | undefined;
  readonly sayProblem: (problem: string) => void;
}

/** Opens each page in a tab. For a report, reads and photographs it too. */
export async function showPages(
  sidelight: Sidelight,
  browser: Browser,
  { addresses, screenshots, sayProblem }: Showing,
): Promise<PageReport[]> {
  const reports: PageReport[] = [];
  if (screenshots !== undefined) mkdirSync(screenshots, { recursive: true });
  for (const [index, address] of addresses.entries()) {
    const page = await open(browser, address, sayProblem);
    if (!page || screenshots === undefined) continue;
    reports.push(await readPage(sidelight, page, sayProblem));
    await photograph(sidelight, page, join(screenshots, `page-${index + 1}`));
    await page.close();
  }
  return reports;
}

async function open(browser: Browser, address: string, sayProblem: (problem: string) => void): Promise<Page | undefined> {
  const page = await browser.newPage();
  try {
    // Not until everything has loaded: a news page may never stop loading.
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return page;
  } catch {
    sayProblem(`${address} could not be opened: check the address and your connection.`);
    await page.close();
    return undefined;
  }
}

/** The page as it opens, and with the card of its first mark. */
async function photograph(sidelight: Sidelight, page: Page, name: string): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.screenshot({ path: `${name}.png` });
  if ((await paintedMarks(page)).length === 0) return;
  if (await openWithPointer(sidelight, page, 0)) await page.screenshot({ path: `${name}-card.png` });
  await closeCard(page);
}
