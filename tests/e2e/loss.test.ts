import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { resultOf } from '../../lib/storage/native-base';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { addSource, importPack } from '../../scripts/browsers/options-page';
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

describe.each(browserNames)('a knowledge base in %s', (browser) => {
  let world: World;
  const report = { page: { url: 'https://gazette.test/1', title: 'Report' }, blocks: ['Attorney General Jeff Sessions spoke to the House Judiciary Committee.'] };

  beforeAll(async () => {
    world = await openWorld(browser);
    await importPack(world.sidelight, world.packFile);
  });

  afterAll(() => world.close());

  async function namesFound(): Promise<readonly string[] | string> {
    const answer = await world.sidelight.ask('annotate-page', report);
    return answer.state === 'ready' ? answer.entities.map(({ name }) => name) : answer.state;
  }

  it('makes what was damaged of it anew for the page that needs it', async () => {
    const { options, extension } = world.sidelight;
    const before = await namesFound();
    expect(before).toContain('Jeff Sessions');
    for (const keep of [0, 0.5]) {
      await extension.stopBackground();
      await shortenParts(options, keep);
      expect(await namesFound()).toEqual(before);
    }
  });

  it('keeps what the reader corrected when its pack is imported again', async () => {
    const { sidelight } = world;
    const found = await sidelight.ask('annotate-page', report);
    const sessions = found.state === 'ready' ? found.entities.find(({ name }) => name === 'Jeff Sessions') : undefined;
    await sidelight.ask('change-knowledge', { changes: [{ does: 'name', entity: sessions?.id ?? '', name: 'Jefferson B. Sessions' }] });
    expect(await importPack(sidelight, world.packFile)).toMatchObject({ ok: true });
    expect(await untilThere(async () => ((await namesFound()).includes('Jefferson B. Sessions') ? true : undefined), 15_000)).toBe(true);
    expect(await namesFound()).not.toContain('Jeff Sessions');
  });

  it('is left alone by a Sidelight that is older than it, which says so', async () => {
    const { options, extension } = world.sidelight;
    await extension.stopBackground();
    await writeAsNewer(options);
    const before = await versionAndRows(options);
    const page = await extension.openPage('options.html');
    await page.waitForFunction(() => document.body.textContent.includes('A newer Sidelight wrote your data.'));
    expect(await namesFound()).toBe('failed');
    expect(await versionAndRows(page)).toEqual(before);
  });
});

/** Leaves only this share of each part of what is compiled, as a browser does that was stopped while it wrote. */
function shortenParts(options: Page, keep: number): Promise<void> {
  return inPage(options, async (done, share) => {
    const database = await done(indexedDB.open('sidelight'));
    const parts = await done(database.transaction('knowledgeParts').objectStore('knowledgeParts').getAll() as IDBRequest<{ blob: Blob }[]>);
    const store = database.transaction('knowledgeParts', 'readwrite').objectStore('knowledgeParts');
    await Promise.all(parts.map((part) => done(store.put({ ...part, blob: part.blob.slice(0, part.blob.size * share) }))));
    database.close();
  }, keep);
}

/** What a Sidelight does that knows more migrations. */
function writeAsNewer(options: Page): Promise<void> {
  return inPage(options, async (done) => {
    const database = await done(indexedDB.open('sidelight'));
    database.close();
    (await done(indexedDB.open('sidelight', database.version + 10))).close();
  }, undefined);
}

/** Of the database as it is, and how many rows each of its stores has. */
function versionAndRows(page: Page): Promise<readonly [number, Record<string, number>]> {
  return inPage(page, async (done) => {
    const database = await done(indexedDB.open('sidelight'));
    const stores = [...database.objectStoreNames];
    const reading = database.transaction(stores);
    const counts = await Promise.all(stores.map((store) => done(reading.objectStore(store).count())));
    database.close();
    return [database.version, Object.fromEntries(stores.map((store, at) => [store, counts[at] ?? 0]))] as const;
  }, undefined);
}

/** Runs a function that knows nothing but its arguments in a page. */
function inPage<Told, Answer>(page: Page, act: (done: typeof resultOf, told: Told) => Promise<Answer>, told: Told): Promise<Answer> {
  return page.evaluate(`(${String(act)})(${String(resultOf)}, ${JSON.stringify(told)})`) as Promise<Answer>;
}

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
