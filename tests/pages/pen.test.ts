import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { inBrowserWindow } from '../../scripts/browsers/firefox-extension';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { placeOfMark } from '../../scripts/browsers/marks';
import { annotateStory } from '../support/annotated-story';
import { usePageLab } from '../support/use-page-lab';

describe.each(browserNames)('a pen in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  beforeEach(async () => {
    page = await annotateStory(pages);
  });

  async function pen(type: PenEvent, mark: number): Promise<void> {
    const at = (await placeOfMark(page, mark)) ?? { x: 0, y: 0 };
    await (browser === 'chromium' ? penInChromium : penInFirefox)(page, type, at);
  }
  const openedBy = () => page.evaluate(() => globalThis.annotated.shown.at(-1)?.openedBy);

  it('opens a card where it hovers', async () => {
    const seen = page.evaluate(() => new Promise<string>((resolve) => addEventListener('pointermove', ({ pointerType }) => resolve(pointerType), { once: true })));
    await pen('move', 0);
    expect(await seen).toBe('pen');
    await page.waitForSelector('sidelight-card');
    expect(await openedBy()).toBe('dwell');
  });

  it('opens a card with a long press, even on a link, and keeps the press from the link', async () => {
    await pen('down', 1);
    await page.waitForSelector('sidelight-card');
    await pen('up', 1);
    expect(await openedBy()).toBe('press');
    expect(await page.evaluate(() => location.hash)).toBe('');
  });
});

type PenEvent = 'move' | 'down' | 'up';

async function penInChromium(page: Page, type: PenEvent, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const session = await page.createCDPSession();
  const isDown = type === 'down';
  await session.send('Input.dispatchMouseEvent', {
    type: ({ move: 'mouseMoved', down: 'mousePressed', up: 'mouseReleased' } as const)[type],
    x, y, pointerType: 'pen', button: type === 'move' ? 'none' : 'left', buttons: isDown ? 1 : 0, clickCount: isDown ? 1 : 0,
  });
}

/** Its driver has no pen; its own window has, and hands on to the page what comes over it. */
async function penInFirefox(page: Page, type: PenEvent, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  await page.bringToFront();
  const clicks = type === 'move' ? 0 : 1;
  const buttons = type === 'down' ? 1 : 0;
  await inBrowserWindow(page.browser(), `
    const { left, top } = gBrowser.selectedBrowser.getBoundingClientRect();
    const [type, x, y, pen] = ['mouse${type}', left + ${x}, top + ${y}, MouseEvent.MOZ_SOURCE_PEN];
    if (window.synthesizeMouseEvent) window.synthesizeMouseEvent(type, x, y, { button: 0, buttons: ${buttons}, clickCount: ${clicks}, inputSource: pen }, {});
    else windowUtils.sendMouseEvent(type, x, y, 0, ${clicks}, 0, false, 0, pen, false, false, ${buttons});`);
}
