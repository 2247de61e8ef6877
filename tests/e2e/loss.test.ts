import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { addSource } from '../../scripts/browsers/options-page';
import { untilThere } from '../../scripts/browsers/patience';
import { openWorld, type World } from '../support/world';

declare const chrome: ExtensionApi;

describe.each(browserNames)('a lost knowledge base in %s', (browser) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(browser);
  });

  afterAll(() => world.close());

  it('is noticed, and its sources are restored on the reader’s word', async () => {
    const { options, ask, extension } = world.sidelight;
    const [feed = ''] = world.feeds;
    await addSource(world.sidelight, feed);
    expect(await untilThere(async () => ((await isCopied(options, '"is":"source"')) ? true : undefined), 30_000)).toBe(true);
    await ask('change-knowledge', { changes: [{ does: 'add', entity: { id: 'own:1', name: 'Brook Council', aliases: [] } }, { does: 'attend', entity: 'own:1', as: 'followed' }] });
    // Sooner than anything that happens every minute.
    expect(await untilThere(async () => ((await isCopied(options, '"followed":1')) ? true : undefined), 30_000)).toBe(true);

    await deleteBase(options);
    const page = await extension.openPage('options.html');
    await page.waitForSelector('.base-notice .button.primary');
    expect(await ask('storage-state', {})).toMatchObject({ state: 'lost', kept: { sources: 1, names: 2 } });
    expect(await listsSource(page, feed)).toBe(false);
    const popup = await world.openPopup(await world.openArticle('sessions-house-panel'));
    await popup.waitForText('What Sidelight knew is gone.');
    await popup.close();

    await page.bringToFront();
    await page.locator('.base-notice .button.primary').click();
    await page.waitForFunction(() => document.querySelector('.base-notice [role="status"]')?.textContent.includes('Restored 1 source'));
    expect(await untilThere(async () => ((await listsSource(page, feed)) ? true : undefined), 30_000)).toBe(true);
    expect(await ask('storage-state', {})).toEqual({ state: 'ready' });
  });
});

/** Whether the copy outside of the database has a line with this. */
function isCopied(options: Page, what: string): Promise<boolean> {
  return options.evaluate(async (part) => {
    const { keptLines = [] } = await chrome.storage.local.get('keptLines');
    return (keptLines as string[]).some((line) => line.includes(part));
  }, what);
}

/** What a browser does that clears the extension's storage, or finds it damaged. */
function deleteBase(options: Page): Promise<unknown> {
  return options.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('sidelight');
        deleting.onsuccess = () => resolve(undefined);
        deleting.onerror = () => reject(new Error('It was not deleted.'));
      }),
  );
}

function listsSource(page: Page, feed: string): Promise<boolean> {
  return page.evaluate((address) => document.querySelector('main')?.textContent.includes(address) === true, feed.replace(/^https?:\/\//, ''));
}
