import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCard, openWithPointer, pressInCard, readCard } from '../../scripts/browsers/card';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { paintedMarks } from '../../scripts/browsers/marks';
import { untilThere } from '../../scripts/browsers/patience';
import { reachForCard } from '../support/reach-for-card';
import { openWorld, type World } from '../support/world';

declare const chrome: ExtensionApi;
declare global {
  var stolen: unknown[];
}

const patienceMs = 15_000;
const slug = 'sessions-memory-house-hearing';

describe.each(browserNames)('pages that are against Sidelight in %s', (browser) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(browser);
    await world.followStand();
  });
  afterAll(() => world.close());

  /** An article whose own script has had its way with the platform before Sidelight came. */
  async function openSpoiled(spoil: () => void): Promise<Page> {
    const page = await world.sidelight.options.browser().newPage();
    await page.evaluateOnNewDocument(spoil);
    await page.goto(world.article(slug).url);
    return page;
  }

  it('cannot reach into its world by spoiling the platform of theirs', async () => {
    const page = await openSpoiled(() => {
      globalThis.stolen = [];
      const refuse = () => {
        throw new Error('Not here');
      };
      const attach = Reflect.get<Element, 'attachShadow'>(Element.prototype, 'attachShadow');
      Element.prototype.attachShadow = function spy(init) {
        const root = attach.call(this, init);
        globalThis.stolen.push(root);
        return root;
      };
      for (const name of ['toSorted', 'findLast', 'findLastIndex', 'flatMap'] as const) Array.prototype[name] = refuse;
      for (const name of ['MutationObserver', 'StaticRange', 'MessageChannel', 'AbortController', 'WeakMap']) Reflect.set(globalThis, name, refuse);
      for (const name of ['data', 'nodeValue', 'textContent', 'parentNode', 'firstChild', 'isConnected']) {
        for (const { prototype } of [Node, CharacterData, Element]) {
          if (Object.hasOwn(prototype, name)) Object.defineProperty(prototype, name, { get: () => 'Pete Sessions' });
        }
      }
      HighlightRegistry.prototype.set = refuse;
      Object.defineProperty(Object.prototype, 'entities', { get: () => globalThis.stolen.push('entities') });
    });
    const { annotations } = await world.annotated(page);
    expect(annotations.map(({ entity }) => entity.name)).toContain('Jeff Sessions');
    await page.close();
  });

  it('cannot open or read the card', async () => {
    const page = await openSpoiled(() => {
      globalThis.stolen = [];
      const attach = Reflect.get<Element, 'attachShadow'>(Element.prototype, 'attachShadow');
      Element.prototype.attachShadow = function spy(init) {
        const root = attach.call(this, { ...init, mode: 'open' });
        globalThis.stolen.push(root);
        return root;
      };
    });
    await world.annotated(page);
    const marks = await paintedMarks(page);
    const card = await openWithPointer(world.sidelight, page, marks.findIndex((text) => text.includes('Sessions')));
    expect(card?.name).toBe('Jeff Sessions');
    const seen = await page.evaluate(() => {
      const host = document.querySelector('sidelight-card');
      return { stolen: globalThis.stolen.length, root: host?.shadowRoot ?? null, text: host?.textContent };
    });
    expect(seen).toEqual({ stolen: 0, root: null, text: '' });
    await closeCard(page);
    await page.close();
  });

  it('cannot learn what an open card says, from nothing that happens to it', async () => {
    const page = await openSpoiled(reachForCard);
    await world.annotated(page);
    const marks = await paintedMarks(page);
    const card = await openWithPointer(world.sidelight, page, marks.findIndex((text) => text.includes('Sessions')));
    const secret = card?.before[0]?.title ?? '';
    expect(secret).not.toBe('');
    expect(await pressInCard(world.sidelight, page, 'Follow')).toBe(true);
    await page.keyboard.press('x');
    await page.keyboard.press('Tab');
    await page.mouse.wheel({ deltaY: 40 });
    // What came of the press is kept first, and told then.
    const undone = async () => (await pressInCard(world.sidelight, page, 'Undo')) || undefined;
    expect(await untilThere(undone, patienceMs)).toBe(true);
    await page.mouse.move(2, 400, { steps: 8 });
    const { heard, keys, texts, addresses, frames, found } = await page.evaluate((words) => globalThis.reached(words), ['Open in panel', secret]);
    expect(heard).toContain('pointermove');
    expect(texts.filter((text) => text.includes(secret) || text.includes('Open in panel'))).toEqual([]);
    expect(found).toEqual([]);
    expect(frames).toBe(0);
    expect(addresses.filter((address) => address.includes('extension'))).toEqual([]);
    // In Chromium it is told of keys that are not for it, though not what for.
    expect(keys.filter((key) => key === 'x' || key === 'Tab').length > 0).toBe(browser === 'chromium');
    await closeCard(page);
    await page.close();
  });

  it('cannot put words of theirs in the place of the card’s', async () => {
    const page = await openSpoiled(() => {
      globalThis.stolen = [];
      addEventListener('mouseover', (event) => {
        const reached: unknown = Reflect.get(event, 'originalTarget');
        if (!(reached instanceof HTMLIFrameElement)) return;
        globalThis.stolen.push('frame');
        reached.removeAttribute('sandbox');
        reached.srcdoc = 'Pete Sessions';
      }, true);
    });
    await world.annotated(page);
    const marks = await paintedMarks(page);
    await openWithPointer(world.sidelight, page, marks.findIndex((text) => text.includes('Sessions')));
    expect(await pressInCard(world.sidelight, page, 'Someone else?')).toBe(true);
    // In Firefox it finds the frame, and has no card any more.
    if (browser === 'firefox') await page.waitForFunction(() => document.querySelector('sidelight-card') === null);
    else expect((await readCard(world.sidelight, page))?.name).toBe('Jeff Sessions');
    expect(await page.evaluate(() => globalThis.stolen)).toEqual(browser === 'firefox' ? ['frame'] : []);
    await closeCard(page);
    await page.close();
  });

  it('cannot define what the card is, and be handed it so', async () => {
    const page = await openSpoiled(() => {
      globalThis.stolen = [];
      customElements.define('sidelight-card', class extends HTMLElement {
        readonly #internals = this.attachInternals();
        connectedCallback() {
          globalThis.stolen.push(this.#internals.shadowRoot);
        }
      });
    });
    await world.annotated(page);
    const marks = await paintedMarks(page);
    const card = await openWithPointer(world.sidelight, page, marks.findIndex((text) => text.includes('Sessions')));
    expect(card?.name).toBe('Jeff Sessions');
    expect(await page.evaluate(() => globalThis.stolen)).toEqual([null]);
    await closeCard(page);
    await page.close();
  });

  it('cannot be told what is stored, where the browser can keep it from scripts in pages', async () => {
    const page = await world.openArticle(slug);
    const tabId = await world.sidelight.tabOf(page);
    const answer = await world.sidelight.options.evaluate(async (id) => {
      const [said] = await chrome.scripting.executeScript({
        target: { tabId: id },
        func: async () => {
          try {
            return Object.keys(await chrome.storage.local.get(null));
          } catch {
            return 'refused';
          }
        },
      });
      return said?.result;
    }, tabId);
    if (browser === 'chromium') expect(answer).toBe('refused');
    else expect(answer).toContain('settings');
    await page.close();
  });

  it('are rid of every trace at once when their permission is taken back', async () => {
    const page = await world.openArticle(slug);
    await world.annotated(page);
    expect((await paintedMarks(page)).length).toBeGreaterThan(0);
    const site = `${new URL(page.url()).protocol}//${new URL(page.url()).hostname}/*`;
    await world.sidelight.options.evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), site);
    await page.waitForFunction(() => [...CSS.highlights.keys()].length === 0);
    expect(await world.reportOf(page)).toBe('failed');
    await page.close();
  });
});
