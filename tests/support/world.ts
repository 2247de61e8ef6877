import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { Popup } from '../../scripts/browsers/extension-control';
import { findBrowser } from '../../scripts/browsers/find-browser';
import type { BrowserName } from '../../scripts/browsers/known-browsers';
import { launchBrowser, launchWithExtension, type LaunchRequest } from '../../scripts/browsers/launch-browser';
import { addSource, importPack } from '../../scripts/browsers/options-page';
import { untilThere } from '../../scripts/browsers/patience';
import { controlSidelight, type Sidelight } from '../../scripts/browsers/sidelight';
import { thisMachine } from '../../scripts/browsers/this-machine';
import type { PageReport } from '../../lib/messaging/protocol';
import { sitePattern } from '../../lib/settings/sites';
import { inlineWords } from '../../scripts/stand/inline-text';
import { builtExtension } from './built-extension';
import { openStand, type TestStand } from './stand';

declare const chrome: ExtensionApi;

/** A running browser with the built extension, and the news stand that it reads. */
export interface World extends TestStand {
  readonly sidelight: Sidelight;
  /** The browser's first process. */
  readonly pid: number | undefined;
  /** The popup over this page. */
  openPopup(page: Page): Promise<Popup>;
  /** What a reader of the stand does first: follows its feeds, imports its pack, switches its sites on. */
  followStand(): Promise<void>;
  /** Opens an article of the stand and waits until all of it is there. */
  openArticle(slug: string): Promise<Page>;
  /** Waits until Sidelight is done with the page. */
  annotated(page: Page): Promise<Extract<PageReport, { readonly state: 'annotated' }>>;
  /** Every host that Sidelight is allowed to reach. */
  grantedOrigins(): Promise<string[]>;
  /** What the popup's “annotate once” asks for. */
  annotateOnce(page: Page): Promise<unknown>;
  /** Sidelight's word on this page at this moment, `failed` where it is not there. */
  reportOf(page: Page): Promise<string>;
  close(): Promise<void>;
}

/**
 * @param moreHosts names of other pages on this machine that the browser is to find
 * @param extensionFolder the built extension, unless it is a changed copy of it
 */
export async function openWorld(browser: BrowserName, moreHosts: readonly string[] = [], extensionFolder = builtExtension(browser)): Promise<World> {
  const stand = await openStand();
  const running = await launchWithExtension({
    ...launchRequest(browser, { hosts: [...stand.hosts, ...moreHosts] }),
    extensionFolder,
  });
  const sidelight = await controlSidelight(running.extension);
  const world: World = {
    ...stand,
    sidelight,
    pid: running.browser.process()?.pid,
    openPopup: (page) => running.extension.openPopup(page, sidelight.options),
    async followStand() {
      for (const feed of stand.feeds) await addSource(sidelight, feed);
      await importPack(sidelight, stand.packFile);
      await sidelight.switchOn([...new Set(stand.feeds.map((feed) => sitePattern(feed) ?? feed))]);
    },
    async openArticle(slug) {
      const page = await running.browser.newPage();
      await showArticle(page, stand, slug);
      return page;
    },
    async annotated(page) {
      const report = await untilThere(async () => {
        const seen = await sidelight.reportPage(page);
        return seen.state === 'annotated' ? seen : undefined;
      }, 30_000);
      if (!report) throw new Error(`${page.url()} was not annotated: ${(await sidelight.reportPage(page)).state}`);
      return report;
    },
    grantedOrigins: () =>
      sidelight.options.evaluate(() => chrome.permissions.getAll().then(({ origins }) => origins ?? [])),
    annotateOnce: async (page) => sidelight.ask('annotate-once', { tabId: await sidelight.tabOf(page) }),
    reportOf: async (page) => (await sidelight.reportPage(page)).state,
    async close() {
      await running.close();
      await stand.close();
    },
  };
  return world;
}

/** The document of each article as a browser without Sidelight has it in the end. */
export async function documentsWithoutSidelight(
  browser: BrowserName,
  stand: TestStand,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  const running = await launchBrowser(launchRequest(browser, stand));
  try {
    const documents = new Map<string, string>();
    for (const slug of slugs) {
      const page = await running.browser.newPage();
      await showArticle(page, stand, slug);
      documents.set(slug, await documentOf(page));
    }
    return documents;
  } finally {
    await running.close();
  }
}

export function documentOf(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.outerHTML);
}

async function showArticle(page: Page, stand: TestStand, slug: string): Promise<void> {
  const article = stand.article(slug);
  await page.goto(article.url);
  const ending = inlineWords(article.blocks.at(-1)?.source ?? '');
  await page.waitForFunction((text) => document.body.textContent.includes(text), {}, ending);
}

function launchRequest(browser: BrowserName, { hosts }: Pick<TestStand, 'hosts'>): LaunchRequest {
  const found = findBrowser(browser, thisMachine);
  if (!found.ok) throw new Error(found.problem);
  return { name: browser, path: found.path, headless: true, hostsOnLoopback: hosts };
}
