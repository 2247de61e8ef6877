import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWithKey } from '../../scripts/browsers/card';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { serveOwnPages, type OwnPages } from '../support/own-pages';
import { sampleArticle } from '../support/sample-article';

declare const chrome: ExtensionApi & { readonly dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } };

const host = 'window.test';
const story = '<p>Then <a id="before" href="#before">somebody</a> met <b id="mark">Jeff Sessions</b> at the convention.</p>';
const styles: Readonly<Record<string, string>> = {
  'as it is': '',
  'from right to left': 'html { direction: rtl }',
  'zoomed by itself': 'html { zoom: 1.5 }',
  'scaled down by itself': 'html { zoom: 0.6 }',
  'moved as a whole': 'body { transform: translate(40px, 20px) scale(0.9) }',
  'with a margin and a border around all': 'html { margin: 30px; border: 10px solid; padding: 20px }',
};

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

// In Firefox it is seen through an opening, which has to be where it is.
describe.each(browserNames)('the card in its window in %s', (browser) => {
  let pages: OwnPages;

  beforeAll(async () => {
    pages = await serveOwnPages(browser, host, Object.fromEntries(Object.entries(styles).map(([name, css]) => [name, { html: sampleArticle(story, `<style>${css}</style>`) }])));
  });
  afterAll(() => pages.close());

  /** Of the card, and of the opening where it has one. */
  async function boxes(page: Page): Promise<{ readonly card: Box; readonly opening: Box }> {
    const frames = await pages.world.sidelight.options.evaluate((tabId) => chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => {
        const element = document.querySelector<Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null }>('sidelight-card');
        const root = element && (chrome.dom ? chrome.dom.openOrClosedShadowRoot(element) : element.openOrClosedShadowRoot);
        return ['.card', '.opening'].map((part) => {
          const box = root?.querySelector(part)?.getBoundingClientRect();
          return box ? { left: box.left, top: box.top, right: box.right, bottom: box.bottom } : null;
        });
      },
    }), await pages.world.sidelight.tabOf(page));
    const found = frames.map(({ result }) => result as (Box | null)[] | null);
    const [card, opening] = [0, 1].map((part) => found.map((each) => each?.[part]).find(Boolean));
    if (!card) throw new Error('There is no card');
    return { card, opening: opening ?? card };
  }

  it.each(Object.keys(styles))('is seen whole, beside its mark, on a page %s', async (name) => {
    const page = await pages.open(name);
    expect((await openWithKey(pages.world.sidelight, page))?.name).toBe('Jeff Sessions');
    const { card, opening } = await boxes(page);
    const { mark, width, height } = await page.evaluate(() => {
      const { top, bottom } = document.querySelector('#mark')!.getBoundingClientRect();
      return { mark: { top, bottom }, width: document.documentElement.clientWidth, height: innerHeight };
    });
    for (const side of ['left', 'top', 'right', 'bottom'] as const) expect(Math.abs(card[side] - opening[side])).toBeLessThan(1);
    expect(Math.abs(card.right - card.left - 372)).toBeLessThan(1);
    expect(opening.bottom <= mark.top || opening.top >= mark.bottom).toBe(true);
    expect(Math.min(opening.left, opening.top, width - opening.right, height - opening.bottom)).toBeGreaterThanOrEqual(0);
    await page.close();
  });

  it('is left by key for what had the focus, and walked through before', async () => {
    const page = await pages.open('as it is');
    await page.focus('#before');
    expect((await openWithKey(pages.world.sidelight, page))?.isFocused).toBe(true);
    for (let times = 0; times < 3; times++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-card');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('sidelight-card') === null);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
    await page.close();
  });
});
