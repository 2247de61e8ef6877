import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCard, openWithKey, openWithPointer, pressInCard, readCard } from '../../scripts/browsers/card';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { paintedMarks, placeOfMark } from '../../scripts/browsers/marks';
import { untilThere } from '../../scripts/browsers/patience';
import { openWorld, type World } from '../support/world';

declare const chrome: ExtensionApi;

const patienceMs = 15_000;

describe.each(browserNames)('the card of the built extension in %s', (browser) => {
  let world: World;
  let page: Page;

  beforeAll(async () => {
    world = await openWorld(browser);
    await world.followStand();
    page = await world.openArticle('sessions-memory-house-hearing');
    await world.annotated(page);
  });
  afterAll(() => world.close());

  async function openSessions(): Promise<void> {
    const marks = await paintedMarks(page);
    const card = await openWithPointer(world.sidelight, page, marks.findIndex((text) => text.includes('Sessions')));
    expect(card?.name).toBe('Jeff Sessions');
  }

  async function untilItSays(words: string): Promise<void> {
    const said = async () => ((await readCard(world.sidelight, page))?.text.includes(words) === true ? words : undefined);
    expect(await untilThere(said, patienceMs)).toBe(words);
  }

  it('goes on to the next name by key while the focus is in it, and gives the focus back on Escape', async () => {
    await closeCard(page);
    const first = await openWithKey(world.sidelight, page);
    const second = await openWithKey(world.sidelight, page);
    expect(second?.isFocused).toBe(true);
    expect(second?.name).not.toBe(first?.name);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-card');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('sidelight-card') === null);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  });

  it('keeps what the reader says in it, and takes it back', async () => {
    await openSessions();
    expect(await pressInCard(world.sidelight, page, 'Follow')).toBe(true);
    await untilItSays('You follow Jeff Sessions now.');
    expect(await pressInCard(world.sidelight, page, 'Undo')).toBe(true);
    await untilItSays('Taken back.');
    expect(await pressInCard(world.sidelight, page, 'Someone else?')).toBe(true);
    await untilItSays('Nobody');
    await closeCard(page);
  });

  it('says its name and its language in a document of its own', async () => {
    await openSessions();
    const frames = await world.sidelight.options.evaluate((tabId) => chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => document.querySelector('sidelight-card') && [document.title, document.documentElement.lang],
    }), await world.sidelight.tabOf(page));
    const title = await page.title();
    const own = frames.map(({ result }) => result as [string, string] | null).filter((said) => said && said[0] !== title);
    expect(own).toEqual(browser === 'firefox' ? [['Sidelight', 'en']] : []);
    await closeCard(page);
  });

  it('is where its mark is when the page has scrolled', async () => {
    await openSessions();
    await page.evaluate(() => scrollBy(0, 30));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await pressInCard(world.sidelight, page, 'Follow')).toBe(true);
    await untilItSays('You follow Jeff Sessions now.');
    expect(await pressInCard(world.sidelight, page, 'Undo')).toBe(true);
    await untilItSays('Taken back.');
    await closeCard(page);
  });

  it('can be pressed where its mark is in a dialog of a shadow root', async () => {
    const inShadow = await world.openArticle('sessions-memory-house-hearing');
    await world.annotated(inShadow);
    const before = await inShadow.evaluateHandle(() => CSS.highlights.get('sidelight'));
    await inShadow.evaluate(() => {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      const dialog = document.createElement('dialog');
      root.append(dialog);
      dialog.append(document.querySelector('main')!);
      document.body.append(host);
      dialog.showModal();
    });
    await inShadow.waitForFunction((first) => CSS.highlights.get('sidelight') !== first, {}, before);
    const marks = await paintedMarks(inShadow);
    const place = await placeOfMark(inShadow, marks.findIndex((text) => text.includes('Sessions')));
    await inShadow.mouse.move(place?.x ?? 0, place?.y ?? 0);
    expect(await untilThere(async () => (await pressInCard(world.sidelight, inShadow, 'Someone else?')) || undefined, patienceMs)).toBe(true);
    const says = async () => ((await readCard(world.sidelight, inShadow))?.text.includes('Nobody') === true ? true : undefined);
    expect(await untilThere(says, patienceMs)).toBe(true);
    await inShadow.close();
    await page.bringToFront();
  });

  it('goes over to what fills the screen', async () => {
    await openSessions();
    await page.evaluate(() => document.addEventListener('keydown', () => void document.querySelector('main')?.requestFullscreen(), { once: true }));
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.querySelector(':fullscreen sidelight-card') !== null);
    await untilItSays('Jeff Sessions');
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => document.querySelector(':fullscreen') === null);
    await closeCard(page);
  });
});
