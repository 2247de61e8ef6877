import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { closeCard, openWithPointer } from '../browsers/card';
import { paintedMarks } from '../browsers/marks';
import type { Sidelight } from '../browsers/sidelight';
import type { PageReport, ReportedAnnotation } from './page-report';
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
    try {
      const report = await readPage(sidelight, page, sayProblem);
      reports.push(report);
      await photograph(sidelight, page, { name: join(screenshots, `page-${index + 1}`), text: fullestCard(report) });
      await page.close();
    } catch (error) {
      // One page that breaks, or takes its tab along, keeps nobody from the others.
      const why = error instanceof Error ? error.message : String(error);
      sayProblem(`${address} could not be read to its end (${why}): try it again by itself.`);
    }
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

/** The text under which the entity with the most coverage is marked. */
function fullestCard({ annotations, coverage }: PageReport): string | undefined {
  const articles = ({ entity }: ReportedAnnotation): number => coverage[entity.id]?.length ?? 0;
  return [...annotations].sort((one, other) => articles(other) - articles(one))[0]?.text;
}

/** The page as it opens, and with the card of this text. */
async function photograph(
  sidelight: Sidelight,
  page: Page,
  { name, text }: { readonly name: string; readonly text: string | undefined },
): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.screenshot({ path: `${name}.png` });
  const mark = (await paintedMarks(page)).findIndex((painted) => painted === text);
  if (mark < 0) return;
  if (await openWithPointer(sidelight, page, mark)) await page.screenshot({ path: `${name}-card.png` });
  await closeCard(page);
}
