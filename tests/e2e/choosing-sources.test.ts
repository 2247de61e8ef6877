import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sectionNames } from '../../components/options/sections';
import { defaultSettings } from '../../lib/settings/settings';
import { sitePattern } from '../../lib/settings/sites';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { findViolations } from '../support/browser-accessibility';
import { inNarrowWindow, nothingWrong } from '../support/narrow-window';
import { openWorld, type World } from '../support/world';

declare const chrome: ExtensionApi;

/** From nothing to the first sources, each looked into before it is added. */
describe.each(browserNames)('choosing sources in %s', (browser) => {
  let world: World;
  let options: Page;
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-list-'));

  beforeAll(async () => {
    world = await openWorld(browser);
    ({ options } = world.sidelight);
  });

  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  async function choose(scheme: 'light' | 'dark'): Promise<void> {
    await options.evaluate((settings) => chrome.storage.local.set({ settings }), { ...defaultSettings, scheme });
    await options.waitForFunction((chosen) => document.documentElement.style.colorScheme === chosen, {}, scheme);
  }

  async function showSection(name: string): Promise<void> {
    await options.bringToFront();
    await options.evaluate((section) => (location.hash = section), name);
    await options.waitForFunction(
      (section) => document.querySelector(`nav a[href="#${section}"]`)?.ariaCurrent === 'page' && document.querySelector('main .coming') === null,
      {},
      name,
    );
  }

  it.each(['light', 'dark'] as const)('keeps settings with nothing in them free of accessibility violations, %s', async (scheme) => {
    await choose(scheme);
    for (const name of sectionNames) {
      await showSection(name);
      expect([name, await findViolations(options)]).toEqual([name, []]);
      expect([name, await inNarrowWindow(options)]).toEqual([name, nothingWrong]);
    }
  });

  it('shows what is in a feed of a list before the list is added', async () => {
    const [feed = ''] = world.feeds;
    const file = join(folder, 'papers.opml');
    writeFileSync(file, `<opml version="2.0"><body><outline text="Papers">${world.feeds.map((url, at) => `<outline text="Paper ${at}" xmlUrl="${url}"/>`).join('')}</outline></body></opml>`);
    await world.sidelight.extension.expectAgreement([sitePattern(feed) ?? feed]);
    await showSection('sources');
    const input = await options.waitForSelector('input[type=file]');
    if (!input) throw new Error('The settings take no list of feeds.');
    await input.uploadFile(file);
    await (await options.waitForSelector('[aria-label="Preview Paper 0"]'))?.click();
    await options.waitForSelector('.feed-choice .newest li');
    expect(await options.$$eval('.feed-choice .newest li .title', (titles) => titles.length)).toBe(3);
    expect(await options.$('main table')).toBeNull();
    for (const scheme of ['light', 'dark'] as const) {
      await choose(scheme);
      expect(await findViolations(options)).toEqual([]);
      expect(await inNarrowWindow(options)).toEqual(nothingWrong);
    }
  });

  it('shows what is in the feed of the page in front with one click on the popup, and adds it with the next', async () => {
    const article = await world.openArticle('sessions-house-panel');
    const feed = world.feeds.find((url) => new URL(url).host === new URL(article.url()).host) ?? '';
    await world.sidelight.extension.expectAgreement([sitePattern(feed) ?? feed]);
    const popup = await world.openPopup(article);
    await popup.waitForText('Add source: ');
    await popup.press('main > .buttons:last-child .button');
    await popup.waitForText('Not now');
    await popup.press('.inside .button.primary');
    await popup.waitForText('is one of your sources now.');
    await popup.close();
    await options.waitForFunction((url) => document.querySelector('main table')?.textContent.includes(url.replace('http://', '')), {}, feed);
  });
});
