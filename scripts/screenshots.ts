import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { closeCard, openWithPointer } from './browsers/card';
import { findBrowser } from './browsers/find-browser';
import { launchWithExtension } from './browsers/launch-browser';
import { paintedMarks } from './browsers/marks';
import { untilThere } from './browsers/patience';
import { controlSidelight, type Sidelight } from './browsers/sidelight';
import { thisMachine } from './browsers/this-machine';
import { extensionFolder } from './build-extension';
import { projectFolder } from './project-folder';
import { buildIfNeeded } from './start/build-if-needed';
import { equip } from './start/equip';
import { servePages } from './start/serve-pages';

// Makes the pictures of the README and docs from the built extension in Chromium, reading the sample article.

const folder = join(projectFolder, 'docs', 'images');
const schemes = ['light', 'dark'] as const;

const say = (text: string): void => console.error(text);
const stop = (problem: string): never => {
  throw new Error(problem);
};

mkdirSync(folder, { recursive: true });
const unbuilt = await buildIfNeeded('chromium', say);
if (unbuilt !== undefined) stop(unbuilt);
const found = findBrowser('chromium', thisMachine);
if (!found.ok) throw new Error(found.problem);
const served = await servePages({ pages: [], packs: [] }, stop);
const { browser, extension, close } = await launchWithExtension({
  name: 'chromium',
  path: found.path,
  headless: true,
  hostsOnLoopback: served.hosts,
  extensionFolder: extensionFolder('chromium'),
});
try {
  const sidelight = await controlSidelight(extension);
  await equip(sidelight, { ...served, coverage: [] }, { say, sayProblem: stop });
  const article = await browser.newPage();
  for (const address of served.addresses) await article.goto(address);
  await untilThere(async () => (await sidelight.reportPage(article)).state === 'annotated' || undefined, 20_000);
  await photographCard(sidelight, article);
  await photographPanel(sidelight, article);
  await photographPopup(article, sidelight.options);
  await photographOptions(sidelight.options);
} finally {
  await close();
  await served.close();
}

async function photographCard(sidelight: Sidelight, page: Page): Promise<void> {
  await page.setViewport({ width: 1100, height: 760, deviceScaleFactor: 2 });
  for (const scheme of schemes) {
    await prefer(page, scheme);
    const marks = await paintedMarks(page);
    if (!(await openWithPointer(sidelight, page, marks.findIndex((text) => text.includes('Sessions'))))) stop('The card did not open.');
    await take(page, 'card', scheme);
    await closeCard(page);
  }
}

/** In a tab of its own, which is told that the article is the tab in front. */
async function photographPanel(sidelight: Sidelight, article: Page): Promise<void> {
  const panel = await browser.newPage();
  await panel.setViewport({ width: 380, height: 760, deviceScaleFactor: 2 });
  await panel.evaluateOnNewDocument((tab) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query: unknown } } }).chrome;
    tabs.query = (_: unknown, answer?: (found: unknown[]) => void) => answer?.([tab]) ?? Promise.resolve([tab]);
  }, { id: await sidelight.tabOf(article), url: article.url() });
  await panel.goto(`${extension.origin}/sidepanel.html`);
  // What is behind another tab is not drawn, and its picture may be waited for in vain.
  await panel.bringToFront();
  await panel.waitForSelector('.name-line');
  await panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('.name-line')].find(({ textContent }) => textContent.includes('Jeff Sessions'))?.click());
  await panel.waitForSelector('.in-the-news .item');
  for (const scheme of schemes) {
    await prefer(panel, scheme);
    await take(panel, 'panel', scheme);
  }
  await panel.close();
}

async function photographPopup(article: Page, options: Page): Promise<void> {
  await extension.openPopup(article, options);
  const target = await browser.waitForTarget((one) => one.url() === `${extension.origin}/popup.html`);
  const popup = await target.asPage();
  await popup.waitForSelector('main button, li');
  const size = await popup.evaluate(() => {
    const { width, height } = document.body.getBoundingClientRect();
    return { width: Math.ceil(width), height: Math.ceil(height) };
  });
  await popup.setViewport({ ...size, deviceScaleFactor: 2 });
  for (const scheme of schemes) {
    await prefer(popup, scheme);
    await take(popup, 'popup', scheme);
  }
  await popup.close();
}

async function photographOptions(options: Page): Promise<void> {
  await options.bringToFront();
  await options.setViewport({ width: 1000, height: 640, deviceScaleFactor: 2 });
  await options.evaluate(() => (location.hash = 'sources'));
  await options.reload();
  await options.waitForSelector('main table');
  for (const scheme of schemes) {
    await prefer(options, scheme);
    await take(options, 'options', scheme);
  }
}

/** Without motion, so that no picture is taken of something that is still coming in. */
function prefer(page: Page, scheme: (typeof schemes)[number]): Promise<void> {
  return page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

async function take(page: Page, what: string, scheme: string): Promise<void> {
  const path = join(folder, `${what}-chromium-${scheme}.png`);
  await page.screenshot({ path: path });
  say(path);
}
