import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { CardLab } from '../support/card-lab-script';
import { usePageLab } from '../support/use-page-lab';

declare const cardLab: CardLab;

const story = (style = '', place = '') => `<!doctype html><html lang="en"><title>A story</title><style>${style}</style>
  <body style="margin:0;font:17px/1.6 serif"><div style="height:100px"></div>
  <p style="${place}">Attorney General <span id="mark">Jeff Sessions</span> told the committee.</p><div style="height:3000px"></div>`;

describe.each(browserNames)('where the card stands in %s', (browser) => {
  const pages = usePageLab(browser, 'card-lab-script.ts');
  let page: Page;

  async function open(html: string): Promise<void> {
    page = await pages.open(html);
    await page.setViewport({ width: 1100, height: 800 });
  }

  it.each([1.5, 0.6])('stands beside a name, as large as ever, on a page that zooms itself %f times', async (zoom) => {
    await open(story(`html { zoom: ${zoom} }`));
    const { card, mark } = await page.evaluate(() => {
      cardLab.show('many');
      const { left, top, bottom } = document.querySelector('#mark')!.getBoundingClientRect();
      return { card: cardLab.box('.card'), mark: { left, top, bottom } };
    });
    expect(card.bottom <= mark.top || card.top >= mark.bottom).toBe(true);
    expect(Math.min(card.left, card.top, 1100 - card.right, 800 - card.bottom)).toBeGreaterThanOrEqual(8);
    expect(Math.abs(card.left - (mark.left - 16))).toBeLessThan(1);
    expect(Math.abs(card.width - 372)).toBeLessThan(0.1);
  });

  it('stays in what is seen of a window that the reader has pinched wider', async () => {
    await open(story('', 'position:fixed;top:390px;left:560px'));
    const seen = { offsetLeft: 400, offsetTop: 100, width: 550, height: 400 };
    const card = await page.evaluate((part) => {
      for (const [name, value] of Object.entries(part)) Object.defineProperty(visualViewport, name, { value });
      cardLab.show('many');
      return cardLab.box('.card');
    }, seen);
    const { offsetLeft, offsetTop, width, height } = seen;
    expect(Math.min(card.left - offsetLeft, card.top - offsetTop, offsetLeft + width - card.right, offsetTop + height - card.bottom)).toBeGreaterThanOrEqual(8);
    expect(card.bottom).toBeLessThanOrEqual(408);
    expect(card.height).toBeLessThanOrEqual(0.6 * height);
  });

  it.each(['a dialog', 'what fills the screen', 'a host that fills the screen'])('can be pressed over %s of a shadow root', async (what) => {
    await open(story());
    await page.bringToFront();
    await page.evaluate((kind) => {
      const host = document.createElement('div');
      document.body.prepend(host);
      const root = host.attachShadow({ mode: 'open' });
      root.append(document.createElement('dialog'), document.createElement('section'));
      document.addEventListener('click', () => {
        if (kind === 'a dialog') root.querySelector('dialog')?.showModal();
        else void (kind === 'what fills the screen' ? root.querySelector('section') : host)?.requestFullscreen();
      }, { once: true });
    }, what);
    await page.mouse.click(500, 300);
    await page.waitForFunction(() => (document.querySelector('div')?.shadowRoot?.querySelector(':modal') ?? document.fullscreenElement) !== null);
    await page.evaluate(() => cardLab.show('ready'));
    await page.waitForFunction(() => {
      const { left, top } = cardLab.box('.name');
      return document.querySelector('div')?.shadowRoot?.elementFromPoint(left + 4, top + 4)?.localName === 'sidelight-card';
    }, { timeout: 20_000 });
  });

  it('is not there to be pressed where the page has moved it out of sight', async () => {
    await open(`${story()}<div id="unseen" style="opacity: 0"></div>`);
    const over = () => page.evaluate(() => {
      const { left, top } = cardLab.box('.card');
      return document.elementFromPoint(left + 30, top + 30)?.localName;
    });
    await page.evaluate(() => cardLab.show('ready'));
    expect(await over()).toBe('sidelight-card');
    const { left, top } = await page.evaluate(() => cardLab.box('.card'));
    await page.evaluate(() => document.querySelector('#unseen')?.append(document.querySelector('sidelight-card')!));
    expect(await page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName, left + 30, top + 30)).not.toBe('sidelight-card');
  });
});
