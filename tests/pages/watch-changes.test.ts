import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { openPageLab, type PageLab } from '../support/page-lab';
import type { Lab } from '../support/page-lab-script';

declare const lab: Lab;

interface Storm {
  /** How often and for how long the page changes. */
  readonly everyMs: number;
  readonly forMs: number;
  /** What each reading finds. */
  readonly isNew: boolean;
  readonly tookMs: number;
  /** Until what came of a reading is seen. */
  readonly seenAfterMs?: number;
}

describe.each(browserNames)('watchChanges in %s', (browser) => {
  let pages: PageLab;
  let page: Page;

  beforeAll(async () => {
    pages = await openPageLab(browser);
    page = await pages.open('<!doctype html><title>A page</title><p id="text">Text</p>');
  });
  afterEach(() => page.evaluate(() => document.querySelector('#text')?.replaceChildren('Text')));
  afterAll(() => pages.close());

  /** The moments of the readings while the page changes and for a minute after, by a clock that the test moves. */
  function readingsOf(storm: Storm): Promise<number[]> {
    return page.evaluate(async ({ everyMs, forMs, isNew, tookMs, seenAfterMs = 0 }) => {
      let nowMs = 0;
      let due: { readonly atMs: number; readonly run: () => void } | undefined;
      const clock = {
        document,
        performance: { now: () => nowMs },
        setTimeout(run: () => void, delayMs: number) {
          due = { atMs: nowMs + delayMs, run };
          return 1;
        },
        clearTimeout: () => {
          due = undefined;
        },
      };
      const readings: number[] = [];
      let seen: { readonly atMs: number; readonly tell: () => void } | undefined;
      const controller = new AbortController();
      const watch = lab.watchChanges(
        clock as unknown as Window,
        {
          concerns: () => true,
          changed() {
            readings.push(nowMs);
            nowMs += tookMs;
            watch.wasRead({ isNew, tookMs });
            return new Promise<void>((tell) => {
              seen = { atMs: nowMs + seenAfterMs, tell };
            });
          },
        },
        controller.signal,
      );
      for (let changeMs = 0; nowMs < forMs + 60_000; nowMs += 10) {
        if (nowMs < forMs && nowMs >= changeMs) {
          changeMs = nowMs + everyMs;
          document.querySelector('#text')?.append('.');
          await Promise.resolve();
        }
        if (due && due.atMs <= nowMs) {
          const { run } = due;
          due = undefined;
          run();
        }
        if (seen && seen.atMs <= nowMs) {
          seen.tell();
          seen = undefined;
          await new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => resolve(undefined))));
        }
      }
      controller.abort();
      return readings;
    }, storm);
  }

  it('reads once after a change', async () => {
    expect(await readingsOf({ everyMs: 1_000, forMs: 10, isNew: true, tookMs: 10 })).toEqual([200]);
  });

  it('does not wait for ever for quiet', async () => {
    const [first] = await readingsOf({ everyMs: 50, forMs: 5_000, isNew: true, tookMs: 10 });
    expect(first).toBe(1_500);
  });

  it('reads a page that changes in vain more and more rarely, and never gives it up', async () => {
    const readings = await readingsOf({ everyMs: 50, forMs: 120_000, isNew: false, tookMs: 10 });
    const pauses = readings.slice(1).map((moment, index) => moment - (readings[index] ?? 0));
    expect(readings.length).toBeLessThan(40);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(4_200);
    expect(readings.at(-1)).toBeGreaterThan(119_000);
  });

  it('begins nothing anew while what was read is not seen yet, unless that takes too long', async () => {
    const gaps = (readings: readonly number[]) => readings.slice(1).map((moment, index) => moment - (readings[index] ?? 0));
    const slow = gaps(await readingsOf({ everyMs: 50, forMs: 20_000, isNew: true, tookMs: 10, seenAfterMs: 3_000 }));
    expect(slow.length).toBeGreaterThan(4);
    expect(Math.min(...slow)).toBeGreaterThanOrEqual(3_000);
    expect(Math.max(...slow)).toBeLessThan(3_500);
    const never = gaps(await readingsOf({ everyMs: 50, forMs: 40_000, isNew: true, tookMs: 10, seenAfterMs: Infinity }));
    expect(never.length).toBeGreaterThan(2);
    expect(Math.max(...never)).toBeLessThan(10_500);
  });

  it('spends a tenth of the time at most on a page that is slow to read', async () => {
    const readings = await readingsOf({ everyMs: 50, forMs: 60_000, isNew: true, tookMs: 500 });
    expect(readings.length).toBeLessThanOrEqual(13);
  });
});
