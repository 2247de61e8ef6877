import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWithPointer } from '../../scripts/browsers/card';
import { inBrowserWindow } from '../../scripts/browsers/firefox-extension';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { paintedMarks } from '../../scripts/browsers/marks';
import { untilThere } from '../../scripts/browsers/patience';
import { openWorld, type World } from '../support/world';

declare const chrome: ExtensionApi;

const slug = 'sessions-memory-house-hearing';

describe.each(browserNames)('what leaves open tabs in %s', (browser) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(browser);
    await world.followStand();
  });
  afterAll(() => world.close());

  async function openMarked(): Promise<Page> {
    const page = await world.openArticle(slug);
    await world.annotated(page);
    expect((await paintedMarks(page)).length).toBeGreaterThan(0);
    return page;
  }
  const untilNoTrace = (page: Page) =>
    page.waitForFunction(() => CSS.highlights.size === 0 && !document.querySelector('sidelight-card'));

  it('leaves a page that comes back out of the browser’s cache after its site was switched off', async () => {
    const page = await openMarked();
    const site = `http://${new URL(page.url()).hostname}/*`;
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.title = `persisted: ${persisted}`;
      });
    });
    await page.goto(world.article('pete-sessions-rules-committee').url);
    expect(await world.sidelight.switchOff([site])).toBe(true);
    // The driver of Firefox waits for a load that a page out of the cache has none of.
    await page.evaluate(() => {
      history.back();
    });
    await page.waitForFunction(() => document.title === 'persisted: true');
    await untilNoTrace(page);
    expect(await world.sidelight.switchOn([site])).toBe('on');
    await page.close();
  });

  it('marks in a page that comes back out of the browser’s cache what is known by then', async () => {
    const page = await openMarked();
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.title = `persisted: ${persisted}`;
      });
    });
    const { annotations } = await world.annotated(page);
    const sessions = annotations.find(({ entity }) => entity.name === 'Jeff Sessions');
    expect(sessions).toBeDefined();
    await page.goto(world.article('pete-sessions-rules-committee').url);
    const muted = await world.sidelight.ask('mute', { entity: sessions?.entity.id ?? '', on: true });
    await page.bringToFront();
    await page.evaluate(() => {
      history.back();
    });
    await page.waitForFunction(() => document.title === 'persisted: true');
    const isNamed = async () => {
      const report = await world.sidelight.reportPage(page);
      return report.state === 'annotated' && report.annotations.some(({ entity }) => entity.id === sessions?.entity.id);
    };
    expect(await untilThere(async () => ((await isNamed()) ? undefined : true), 15_000)).toBe(true);
    await world.sidelight.ask('change-knowledge', { changes: muted.state === 'saved' ? muted.undo : [] });
    await page.close();
  });

  it('leaves when Sidelight is removed', async () => {
    const page = await openMarked();
    await page.waitForFunction(lineOfMarks, {}, 'underline');
    expect(await openWithPointer(world.sidelight, page, 0)).toBeDefined();
    await page.waitForFunction(sightOfCard, {}, 'visible');
    if (browser === 'firefox') {
      await inBrowserWindow(page.browser(), `
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const addon = await AddonManager.getAddonByID('sidelight@sidelight.example');
        await addon.uninstall();`);
    } else {
      // The page that asks for it goes with the extension that it belongs to.
      await world.sidelight.options.evaluate(() => {
        setTimeout(() => void chrome.management.uninstallSelf());
      });
    }
    await page.bringToFront();
    if (browser === 'chromium') await untilNoTrace(page);
    // Firefox ends the script where it stands, and takes its style sheet away: what is left behind nobody sees.
    else {
      await page.waitForFunction(lineOfMarks, {}, 'none');
      await page.waitForFunction(sightOfCard, {}, 'hidden');
    }
    await page.close();
  });
});

/** Whether marks are drawn with this line. Runs in the page. */
function lineOfMarks(wanted: string): boolean {
  return getComputedStyle(document.body, '::highlight(sidelight)').textDecorationLine === wanted;
}

/** Whether the card is there to be seen. Runs in the page. */
function sightOfCard(wanted: string): boolean {
  const card = document.querySelector('sidelight-card');
  return card !== null && getComputedStyle(card).visibility === wanted;
}
