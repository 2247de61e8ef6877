import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../../scripts/browsers/known-browsers';
import { sitePattern } from '../../../lib/settings/sites';
import { readStandArticles } from '../../../scripts/stand/stand-article';
import { builtExtension } from '../../support/built-extension';
import { sharesOfMemoryMb } from '../../support/extension-memory';
import { openWorld, type World } from '../../support/world';
import { markdownTable } from '../matching/tables';

/**
 * What the browser's processes take with so many tabs of articles open that Sidelight has not touched, and again after it was
 * switched on and has annotated them all, in shares of pages that several processes use (PSS of Linux), files aside. What the background
 * takes, once for all tabs, is told apart. So is what the same tabs take more the second time that they are looked at where
 * the annotator is an empty script: that is the browser's own.
 */
export async function measureTabs(browsers: readonly BrowserName[], tabs: number): Promise<string> {
  if (!existsSync('/proc/self/smaps_rollup')) return 'The system does not tell how much memory its processes take.';
  const rows: string[][] = [];
  for (const browser of browsers) {
    const copy = withoutAnnotator(builtExtension(browser));
    try {
      const told = [
        { script: 'the annotator', figures: await measureIn(browser, builtExtension(browser), { tabs, isAnnotated: true }) },
        { script: 'an empty one', figures: await measureIn(browser, copy, { tabs, isAnnotated: false }) },
      ];
      rows.push(...told.map(({ script, figures }) => [browser, script, ...figures]));
    } finally {
      rmSync(copy, { recursive: true });
    }
  }
  return markdownTable(['browser', 'script in the tabs', 'tabs with marks', 'before', 'after', 'a tab', 'half a minute later', 'background before', 'after'], rows);
}

/** A copy of the extension that does all that it does, but for a script that does nothing in the place of the annotator. */
function withoutAnnotator(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'without-annotator-'));
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, 'annotator.js'), 'void 0;');
  return copy;
}

interface TabsRequest {
  readonly tabs: number;
  readonly isAnnotated: boolean;
}

async function measureIn(browser: BrowserName, folder: string, request: TabsRequest): Promise<string[]> {
  const world = await openWorld(browser, [], folder);
  try {
    return await measure(world, browser, request);
  } finally {
    await world.close();
  }
}

async function measure(world: World, browser: BrowserName, { tabs, isAnnotated }: TabsRequest): Promise<string[]> {
  const { pid } = world;
  if (pid === undefined) throw new Error('The browser has no process.');
  await world.followStand();
  const sites = [...new Set(world.feeds.map((feed) => sitePattern(feed) ?? feed))];
  await world.sidelight.switchOff(sites);
  const slugs = readStandArticles().map(({ slug }) => slug);
  const pages: Page[] = [];
  for (let at = 0; at < tabs; at += 1) pages.push(await world.openArticle(slugs[at % slugs.length] ?? ''));
  for (const page of pages) await lookAt(world, page);
  await rest();
  const before = await settled(browser, pid);
  await world.sidelight.switchOn(sites);
  let marked = 0;
  for (const page of pages) {
    if (isAnnotated) marked += (await world.annotated(page)).annotations.length > 0 ? 1 : 0;
    await lookAt(world, page);
  }
  const after = await settled(browser, pid);
  await rest();
  const later = await settled(browser, pid);
  const aTab = ({ pages: now }: typeof after): string => `${((now - before.pages) / tabs).toFixed(2)} MB`;
  return [String(marked), mb(before.pages), mb(after.pages), aTab(after), aTab(later), mb(before.extension), mb(after.extension)];
}

/** Before and after alike, until it is drawn: a tab that has been in front takes a megabyte more for its tiles alone. */
async function lookAt(world: World, page: Page): Promise<void> {
  await world.reportOf(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Browsers give back what is no longer in use when nothing has happened for a while. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30_000));
}

/** Once two looks, two seconds apart, are alike. */
async function settled(browser: BrowserName, pid: number): Promise<ReturnType<typeof sharesOfMemoryMb>> {
  let last = sharesOfMemoryMb(browser, pid);
  for (let look = 0; look < 30; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const now = sharesOfMemoryMb(browser, pid);
    if (Math.abs(now.pages - last.pages) < 2) return now;
    last = now;
  }
  return last;
}

function mb(size: number): string {
  return `${size.toFixed(0)} MB`;
}
