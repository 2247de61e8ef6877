import type { CDPSession, Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { placeOfMark } from '../../scripts/browsers/marks';
import { annotateStory } from '../support/annotated-story';
import { usePageLab } from '../support/use-page-lab';

// The driver of Firefox has no pen.
describe('a pen in chromium', () => {
  const pages = usePageLab('chromium');
  let page: Page;
  let session: CDPSession;

  beforeEach(async () => {
    page = await annotateStory(pages);
    session = await page.createCDPSession();
  });

  async function pen(type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', mark: number): Promise<void> {
    const { x = 0, y = 0 } = (await placeOfMark(page, mark)) ?? {};
    const touches = type === 'mousePressed';
    await session.send('Input.dispatchMouseEvent', {
      type, x, y, pointerType: 'pen', button: type === 'mouseMoved' ? 'none' : 'left', buttons: touches ? 1 : 0, clickCount: touches ? 1 : 0,
    });
  }
  const openedBy = () => page.evaluate(() => globalThis.annotated.shown.at(-1)?.openedBy);

  it('opens a card where it hovers', async () => {
    const seen = page.evaluate(() => new Promise<string>((resolve) => addEventListener('pointermove', ({ pointerType }) => resolve(pointerType), { once: true })));
    await pen('mouseMoved', 0);
    expect(await seen).toBe('pen');
    await page.waitForSelector('sidelight-card');
    expect(await openedBy()).toBe('dwell');
  });

  it('opens a card with a long press, even on a link, and keeps the press from the link', async () => {
    await pen('mousePressed', 1);
    await page.waitForSelector('sidelight-card');
    await pen('mouseReleased', 1);
    expect(await openedBy()).toBe('press');
    expect(await page.evaluate(() => location.hash)).toBe('');
  });
});
