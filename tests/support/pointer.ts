import type { Page } from 'puppeteer-core';

declare global {
  var lookedAt: Promise<void>;
}

/**
 * Moves the pointer, and settles when whoever looks once a frame at what is under it has looked there. Moves that are
 * not waited for may be one to them. The pointer must not be there already.
 */
export async function moveTo(page: Page, x: number, y: number): Promise<void> {
  await page.evaluate(() => {
    globalThis.lookedAt = new Promise((resolve) => {
      const twoFramesLater = (): number => requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      addEventListener('pointermove', twoFramesLater, { once: true, capture: true });
    });
  });
  await page.mouse.move(x, y);
  await page.evaluate(() => globalThis.lookedAt);
}
