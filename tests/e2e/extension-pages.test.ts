import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sectionNames } from '../../components/options/sections';
import { defaultSettings } from '../../lib/settings/settings';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { untilThere } from '../../scripts/browsers/patience';
import { findViolations } from '../support/browser-accessibility';
import { inNarrowWindow, nothingWrong } from '../support/narrow-window';
import { sourcesInAllStates, storeSources } from '../support/source-states';
import { walkByTab } from '../support/tab-walk';
import { openWorld, type World } from '../support/world';

declare const chrome: ExtensionApi;

const schemes = ['light', 'dark'] as const;

/** Pages that are looked at as tabs of their own, and what is in them once they are there. */
const pages = {
  'welcome.html': 'input[type="checkbox"]',
  'popup.html': '.popup main > *',
  'sidepanel.html': 'main > *',
} as const;

describe.each(browserNames)('the extension’s own pages in %s', (browser) => {
  let world: World;
  let options: Page;

  beforeAll(async () => {
    world = await openWorld(browser);
    await world.followStand();
    ({ options } = world.sidelight);
    await storeSources(options, sourcesInAllStates(new Date()));
    // Only what is written through Sidelight is seen at once.
    await options.reload({ waitUntil: [] });
    await options.waitForSelector('main table');
  });

  afterAll(() => world.close());

  async function prefer(scheme: (typeof schemes)[number]): Promise<void> {
    await options.evaluate(async (settings, chosen) => {
      const stored = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...settings, ...(stored.settings as object), scheme: chosen } });
    }, defaultSettings, scheme);
  }

  async function showSection(name: string, page = options): Promise<void> {
    await page.bringToFront();
    await page.evaluate((section) => (location.hash = section), name);
    await page.waitForFunction(
      (section) =>
        document.querySelector(`nav a[href="#${section}"]`)?.ariaCurrent === 'page' &&
        document.querySelector('main .coming, main [data-tone="working"]') === null &&
        // Names are made ready to be searched, then found, then brought.
        (section !== 'names' || document.querySelector('main .virtual li a') !== null),
      {},
      name,
    );
  }

  /** In a tab of its own: where keys led out of a page, only the reader brings them back. */
  async function openSection(name: string): Promise<Page> {
    const page = await world.sidelight.extension.openPage('options.html');
    await showSection(name, page);
    return page;
  }

  async function openPage(file: keyof typeof pages): Promise<Page> {
    const page = await world.sidelight.extension.openPage(file);
    await page.waitForSelector(pages[file]);
    return page;
  }

  describe.each(schemes)('%s', (scheme) => {
    beforeEach(() => prefer(scheme));

    it.each(sectionNames)('keeps the settings’ section “%s” free of accessibility violations', async (name) => {
      await showSection(name);
      await options.waitForFunction((chosen) => document.documentElement.style.colorScheme === chosen, {}, scheme);
      expect(await findViolations(options)).toEqual([]);
      expect(await inNarrowWindow(options)).toEqual(nothingWrong);
    });

    it('shows every page as the reader chose, whatever the system prefers', async () => {
      for (const file of ['options.html', 'welcome.html', 'popup.html', 'sidepanel.html']) {
        const page = await world.sidelight.extension.openPage(file);
        await page.waitForFunction((chosen) => document.documentElement.style.colorScheme === chosen, {}, scheme);
        const [red = 0] = (await page.evaluate(() => getComputedStyle(document.body).color)).match(/\d+/g)?.map(Number) ?? [];
        expect([file, red > 128 ? 'light ink' : 'dark ink']).toEqual([file, scheme === 'dark' ? 'light ink' : 'dark ink']);
        await page.close();
      }
    });

    it('keeps all that is said of a source free of them', async () => {
      await showSection('sources');
      await (await options.waitForSelector('[aria-label="More about Busy Wire"][aria-expanded="false"]'))?.click();
      expect(await findViolations(options)).toEqual([]);
      await (await options.waitForSelector('[aria-label="More about Busy Wire"]'))?.click();
    });

    it.each(Object.keys(pages) as (keyof typeof pages)[])('keeps %s free of them', async (file) => {
      const page = await openPage(file);
      expect(await findViolations(page)).toEqual([]);
      // The browser gives the popup the room that it asks for.
      if (file !== 'popup.html') expect(await inNarrowWindow(page)).toEqual(nothingWrong);
      await page.close();
    });

    it.each(['popup.html', 'sidepanel.html'] as const)('keeps the names of an article in %s free of them', async (file) => {
      const page = await openPage(file);
      const article = await world.openArticle('sessions-house-panel');
      await world.annotated(article);
      await article.bringToFront();
      await page.waitForFunction(() => document.body.innerText.includes('Jeff Sessions'), { polling: 100 });
      expect(await findViolations(page)).toEqual([]);
      await article.close();
      await page.close();
    });

    it('keeps the card free of them', async () => {
      const page = await openCardOnWelcome();
      expect(await findViolations(page)).toEqual([]);
      await page.close();
    });
  });

  /** The welcome page runs the card itself. What it hides from pages is laid open, since axe runs in the page. */
  async function openCardOnWelcome(): Promise<Page> {
    const page = await openPage('welcome.html');
    await page.evaluate(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
    await page.bringToFront();
    const isOpen = await untilThere(async () => {
      await page.keyboard.down('Alt');
      await page.keyboard.press('KeyJ');
      await page.keyboard.up('Alt');
      return page.evaluate(() => document.querySelector('sidelight-card')?.shadowRoot?.querySelector('[data-sidelight="item"]') !== undefined || undefined);
    }, 20_000);
    if (!isOpen) throw new Error('The card did not open on the welcome page.');
    return page;
  }

  it.each(sectionNames)('leads through the section “%s” by Tab alone, and shows where one is', async (name) => {
    const page = await openSection(name);
    const { missed, unseen, isRound } = await walkByTab(page);
    expect({ missed, unseen, isRound }).toEqual({ missed: [], unseen: [], isRound: true });
    await page.close();
  });

  it.each(Object.keys(pages) as (keyof typeof pages)[])('leads through %s by Tab alone', async (file) => {
    const page = await openPage(file);
    const { missed, unseen, isRound } = await walkByTab(page);
    expect({ missed, unseen, isRound }).toEqual({ missed: [], unseen: [], isRound: true });
    await page.close();
  });

  it('lets the keyboard find a setting, go there and change it', async () => {
    const page = await openSection('sources');
    await (await page.waitForSelector('.setting-search input'))?.focus();
    await page.keyboard.type('how much');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#reading/density' && document.activeElement?.id === 'density');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const density = (): Promise<unknown> => page.evaluate(() => chrome.storage.local.get('settings').then(({ settings }) => (settings as { density?: unknown }).density));
    const changed = await untilThere(async () => ((await density()) === defaultSettings.density ? undefined : density()), 20_000);
    expect(changed).toBe('all');
    await page.close();
  });

  it('lets the keyboard pause a source, remove it and take that back', async () => {
    const page = await openSection('sources');
    await (await page.waitForSelector('[aria-label="More about Harbourton Chronicle"]'))?.focus();
    await page.keyboard.press('Enter');
    await (await page.waitForSelector('.details input[type="checkbox"]'))?.focus();
    await page.keyboard.press(' ');
    await page.waitForFunction(() => [...document.querySelectorAll('tbody')].some(({ innerText }) => innerText.includes('Harbourton Chronicle') && innerText.includes('Paused')));
    await (await page.waitForSelector('[aria-label="Remove Harbourton Chronicle"]'))?.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('main table')?.textContent.includes('Harbourton Chronicle'));
    await page.waitForFunction(() => document.querySelector('.notice .button')?.textContent === 'Undo');
    await (await page.waitForSelector('.notice .button'))?.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('main table')?.textContent.includes('Harbourton Chronicle'));
    await page.close();
  });

  it('opens the card of the welcome page by key, and gives the place back on Escape', async () => {
    const page = await openCardOnWelcome();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('sidelight-card') === null);
    expect((await walkByTab(page)).isRound).toBe(true);
    await page.close();
  });
});
