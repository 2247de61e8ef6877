import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { CardLab } from '../support/card-lab-script';
import { contrast } from '../support/contrast';
import { wantLessMotion } from '../support/less-motion';
import { moveTo } from '../support/pointer';
import { usePageLab } from '../support/use-page-lab';

declare const cardLab: CardLab;
/** The page's own search, which no standard describes. */
declare function find(words: string, ...flags: boolean[]): boolean;

const story = (style = '', place = '') => `<!doctype html><html lang="en"><title>A story</title><style>${style}</style>
  <body style="margin:0;font:17px/1.6 serif"><div style="height:100px"></div>
  <p style="${place}">Attorney General <span id="mark">Jeff Sessions</span> told the committee.</p><div style="height:3000px"></div>`;

/** Each text of the card has one of these. */
const fonts = ['ui-serif', 'Charter', 'Georgia', 'serif', 'system-ui', 'Segoe UI', 'Arial', 'sans-serif'];
const ownFonts = fonts.map((name) => `@font-face { font-family: ${JSON.stringify(name)}; src: url(/none.woff2) }`).join('\n');

/** A page that would like to have its way with every element there is. */
const overbearing = `
  @property --ink-soft { syntax: '<color>'; inherits: false; initial-value: transparent }
  @property --size-meta { syntax: '<length>'; inherits: false; initial-value: 40px }
  * { font: 40px fantasy !important; color: red !important; margin: 30px !important; text-align: right; letter-spacing: 9px }
  sidelight-card { display: none !important; opacity: 0.1 !important; transform: scale(3) !important; --ink: red }
  button, a, ol { background: pink !important; border: 9px solid lime !important }`;

describe.each(browserNames)('the card in %s', (browser) => {
  const pages = usePageLab(browser, 'card-lab-script.ts');
  let page: Page;

  async function open(html: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    page = await pages.open(html, { headers });
    await page.setViewport({ width: 1100, height: 800 });
  }

  it('looks the same whatever the page’s styles say', async () => {
    const looks = () =>
      page.evaluate(() => {
        cardLab.show('ready');
        const properties = ['color', 'font-size', 'font-weight', 'margin-top', 'letter-spacing', 'background-color', 'opacity', 'direction'];
        return ['.card', '.name', '.headline', '.tab', '.reason', '.foot'].map((part) =>
          properties.map((property) => cardLab.style(part, property)),
        );
      });
    await open(story());
    const plain = await looks();
    const size = await page.evaluate(() => cardLab.box('.card'));
    await page.close();
    await open(story(overbearing));
    expect(await looks()).toEqual(plain);
    expect(await page.evaluate(() => cardLab.box('.card'))).toMatchObject({ width: size.width, height: size.height });
  });

  it('is written in no font of the page’s', async () => {
    await open(story(ownFonts));
    const statuses = await page.evaluate(() => {
      cardLab.show('ready');
      // Which fonts are needed is known once the text has its place.
      cardLab.box('.headline');
      return [...document.fonts].map(({ status }) => status);
    });
    expect(statuses).toEqual(fonts.map(() => 'unloaded'));
  });

  it('cannot be selected, since the page can read what is', async () => {
    await open(story());
    const { left, top } = await page.evaluate(() => {
      cardLab.show('ready');
      return cardLab.box('.name');
    });
    await page.mouse.move(left + 2, top + 8);
    await page.mouse.down();
    await page.mouse.move(left + 80, top + 60, { steps: 4 });
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  });

  it('cannot be searched, but in Firefox, which searches all that is drawn', async () => {
    await open(story());
    await page.evaluate(() => cardLab.show('ready'));
    const found = await page.evaluate(() => ['Attorney General', 'Mute'].map((words) => find(words, true, false, true)));
    expect(found).toEqual([true, browser === 'firefox']);
  });

  it('is not pressed by a script that has found its way into it', async () => {
    await open(story());
    const events = await page.evaluate(() => {
      cardLab.show('ready');
      document.addEventListener('click', () => cardLab.events.push('click'));
      cardLab.find('.close').click();
      cardLab.find('.headline').click();
      return cardLab.events;
    });
    expect(events).toEqual(['read jeff-sessions']);
  });

  it('has its styles where the page lets no style and no markup in', async () => {
    await open(story(), {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    await page.evaluate(() => cardLab.show('ready'));
    expect(await page.evaluate(() => [cardLab.style('.card', 'position'), cardLab.style('.name', 'font-size')])).toEqual(['fixed', '20px']);
    expect((await page.evaluate(() => cardLab.box('.card'))).width).toBe(372);
  });

  it.each([
    ['at the top', ''],
    ['at the bottom', 'position:fixed;bottom:0;left:0'],
    ['in a corner', 'position:fixed;top:0;right:0'],
  ])('stands beside a name %s, never over it, and keeps its bounds', async (_, place) => {
    await open(story('', place));
    const { card, mark } = await page.evaluate(() => {
      cardLab.show('many');
      const { left, top, right, bottom } = document.querySelector('#mark')!.getBoundingClientRect();
      return { card: cardLab.box('.card'), mark: { left, top, right, bottom } };
    });
    expect(card.bottom <= mark.top || card.top >= mark.bottom).toBe(true);
    expect(card.width).toBeLessThanOrEqual(372);
    expect(card.height).toBeLessThanOrEqual(480);
    expect(Math.min(card.left, card.top, 1100 - card.right, 800 - card.bottom)).toBeGreaterThanOrEqual(8);
  });

  it('shows three items without scrolling, and scrolls more', async () => {
    await open(story());
    const overflow = (content: 'ready' | 'many') =>
      page.evaluate((what) => {
        cardLab.show(what);
        const panel = cardLab.find('.panel');
        const third = panel.querySelectorAll('li')[2]!.getBoundingClientRect();
        return { hidden: third.bottom - panel.getBoundingClientRect().bottom, scrolls: panel.scrollHeight > panel.clientHeight };
      }, content);
    expect((await overflow('ready')).hidden).toBeLessThanOrEqual(0);
    const many = await overflow('many');
    expect(many.hidden).toBeLessThanOrEqual(0);
    expect(many.scrolls).toBe(true);
  });

  it.each([[900, 'top:40%'], [760, 'top:47%'], [680, 'top:47%'], [680, 'top:4%'], [620, 'bottom:4%']])(
    'shows three reports under headlines of two lines in a window of %d pixels, beside a mark at %s',
    async (height, place) => {
      await open(story('', `position:fixed;margin:0;${place}`));
      await page.setViewport({ width: 760, height });
      const { hidden, card, mark } = await page.evaluate(() => {
        cardLab.show('wordy');
        const list = cardLab.find('.panel');
        const { top, bottom } = document.querySelector('#mark')!.getBoundingClientRect();
        return {
          hidden: list.querySelectorAll('li')[2]!.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom,
          card: cardLab.box('.card'),
          mark: { top, bottom },
        };
      });
      expect(hidden).toBeLessThanOrEqual(0);
      expect(card.height).toBeLessThanOrEqual(0.6 * height);
      expect(card.bottom <= mark.top || card.top >= mark.bottom).toBe(true);
    },
  );

  it('sets nothing closer where there is room', async () => {
    await open(story());
    await page.setViewport({ width: 1100, height: 1000 });
    const density = await page.evaluate(() => {
      cardLab.show('wordy');
      return cardLab.find('.card').dataset.density;
    });
    expect(density).toBe('0');
  });

  it.each(['ready', 'wordy', 'empty', 'failed'] as const)('does not move when what it waited for is %s', async (content) => {
    await open(story('', 'position:fixed;bottom:0;left:0'));
    const [before, after] = await page.evaluate((what) => {
      cardLab.show('asking');
      const waiting = cardLab.box('.card');
      cardLab.show(what);
      return [waiting, cardLab.box('.card')];
    }, content);
    expect(after).toEqual(before);
  });

  it('follows its mark when the page scrolls', async () => {
    await open(story());
    const before = await page.evaluate(() => {
      cardLab.show('ready');
      return cardLab.box('.card').top;
    });
    await page.evaluate(() => scrollTo(0, 60));
    await page.waitForFunction((top) => Math.abs(cardLab.box('.card').top - (top - 60)) < 1, {}, before);
    await page.evaluate(() => scrollTo(0, 600));
    await page.waitForFunction(() => cardLab.events.includes('mark-hidden'));
  });

  it.each(['later', 'earlier'] as const)('is seen over what fills the screen, opened %s than that', async (when) => {
    await open(story('', 'margin: 0'));
    await page.bringToFront();
    if (when === 'earlier') await page.evaluate(() => cardLab.show('ready'));
    await page.evaluate(() => document.body.addEventListener('click', () => void document.querySelector('p')?.requestFullscreen()));
    await page.mouse.click(500, 60);
    await page.waitForFunction(() => document.fullscreenElement !== null);
    if (when === 'later') await page.evaluate(() => cardLab.show('ready'));
    await page.waitForFunction(() => {
      const { left, top } = cardLab.box('.name');
      return document.elementFromPoint(left + 4, top + 4)?.localName === 'sidelight-card';
    });
  });

  it('takes the focus, and keeps to itself what is typed in it', async () => {
    await open(story());
    await page.evaluate(() => {
      addEventListener('keydown', ({ key }) => cardLab.events.push(`page heard ${key}`));
      cardLab.show('ready');
      cardLab.focus();
    });
    await page.keyboard.press('j');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => cardLab.events)).toEqual(['read jeff-sessions', 'focus-entered', 'dismissed', 'dismissed']);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-card');
  });

  it('tells when the pointer comes and goes', async () => {
    await open(story());
    const { left, top } = await page.evaluate(() => {
      cardLab.show('ready');
      return cardLab.box('.name');
    });
    await page.mouse.move(left + 5, top + 5);
    await page.mouse.move(left + 9, top + 60);
    await page.mouse.move(2, 2);
    await page.waitForFunction(() => cardLab.events.includes('card-left'));
    expect(await page.evaluate(() => cardLab.events.filter((event) => event !== 'card-approached'))).toEqual(['read jeff-sessions', 'card-entered', 'card-left']);
  });

  it('tells for as long as the pointer comes nearer, and not when it goes away', async () => {
    await open(story());
    const { right, top } = await page.evaluate(() => {
      cardLab.show('ready');
      return cardLab.box('.card');
    });
    const approaches = () => page.evaluate(() => cardLab.events.filter((event) => event === 'card-approached').length);
    await moveTo(page, right + 200, top + 40);
    const before = await approaches();
    await moveTo(page, right + 150, top + 40);
    await moveTo(page, right + 100, top + 40);
    expect(await approaches()).toBe(before + 2);
    await moveTo(page, right + 160, top + 40);
    expect(await approaches()).toBe(before + 2);
  });

  it.each(['ready', 'empty', 'failed'] as const)('can be read in both schemes when it is %s', async (content) => {
    await open(story());
    const { complaints, texts } = await page.evaluate(async (what) => {
      cardLab.show(what);
      return { complaints: await cardLab.complaints(), texts: [...cardLab.colours('light'), ...cardLab.colours('dark')] };
    }, content);
    expect(complaints).toEqual([]);
    expect(texts.length).toBeGreaterThan(8);
    expect(texts.filter(({ ink, paper }) => contrast(ink, paper) < 4.5)).toEqual([]);
  });

  it('does not come in moving for who wants less motion', async () => {
    await open(story());
    const longest = () => page.evaluate(() => {
      cardLab.show('many');
      return cardLab.longestMotion();
    });
    expect(await longest()).toBeGreaterThan(1);
    await wantLessMotion(page, browser);
    expect(await longest()).toBeLessThanOrEqual(1);
    // The place of what is still coming only becomes visible.
    await page.evaluate(() => cardLab.show('asking'));
    expect(await page.evaluate(() => cardLab.longestMotion())).toBeLessThanOrEqual(1);
  });

  it('leaves the document as it was', async () => {
    await open(story());
    const { before, open: during, after } = await page.evaluate(() => {
      const html = () => document.documentElement.outerHTML;
      const untouched = html();
      cardLab.show('ready');
      const shown = html();
      cardLab.close();
      return { before: untouched, open: shown, after: html() };
    });
    expect(during).toBe(before.replace('</body></html>', '</body><sidelight-card popover="manual"></sidelight-card></html>'));
    expect(after).toBe(before);
  });
});
