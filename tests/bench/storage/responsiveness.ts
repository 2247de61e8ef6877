import type { Page } from 'puppeteer-core';

interface WatchedPage extends Window {
  longestGap?: { ms: number; stop: () => void };
}

declare const window: WatchedPage;

/** Begins to watch how long the page is ever busy in one piece: the longest time between two turns of its event loop. */
export async function watchResponsiveness(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    const watch = { ms: 0, stop: () => port1.close() };
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      watch.ms = Math.max(watch.ms, now - last);
      last = now;
      setTimeout(() => port2.postMessage(0), 4);
    };
    port2.postMessage(0);
    window.longestGap = watch;
  });
  return () =>
    page.evaluate(() => {
      window.longestGap?.stop();
      return window.longestGap?.ms ?? 0;
    });
}
