import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { placeOfMark } from './marks';
import { untilThere } from './patience';
import type { Sidelight } from './sidelight';

/** Chromium opens a closed root through its API, Firefox through the element. */
declare const chrome: ExtensionApi & {
  readonly dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null };
};

interface FirefoxElement extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

export interface ShownItem {
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published?: string;
  readonly reason: string;
}

/** What an open card shows at this moment. */
export interface ShownCard {
  readonly name: string;
  /** It still waits for its coverage or moves. */
  readonly isBusy: boolean;
  /** Its coverage could not be had. */
  readonly isFailed: boolean;
  /** Everything that can be read in it without a click. */
  readonly text: string;
  readonly before: readonly ShownItem[];
  readonly since: readonly ShownItem[];
  readonly said: readonly { readonly text: string; readonly said?: string; readonly outlet: string }[];
  /** The keyboard's focus is inside it. */
  readonly isFocused: boolean;
}

/**
 * Reads the card of a page in its closed shadow root, which only the extension can open; null where no card is.
 * Sidelight must be allowed on the page.
 */
export async function readCard(sidelight: Sidelight, page: Page): Promise<ShownCard | null> {
  return sidelight.options.evaluate(readInTab, await sidelight.tabOf(page));
}

const patienceMs = 15_000;

/** Rests the pointer on a mark until its card is there with its coverage. */
export async function openWithPointer(
  sidelight: Sidelight,
  page: Page,
  mark: number,
): Promise<ShownCard | undefined> {
  await closeCard(page);
  const place = await placeOfMark(page, mark);
  if (!place) return undefined;
  await page.mouse.move(place.x, place.y);
  return cardWithCoverage(sidelight, page);
}

/** Goes to the next mark by key, which opens its card. */
export async function openWithKey(sidelight: Sidelight, page: Page): Promise<ShownCard | undefined> {
  await page.bringToFront();
  await page.keyboard.down('Alt');
  await page.keyboard.press('KeyJ');
  await page.keyboard.up('Alt');
  return cardWithCoverage(sidelight, page);
}

/** A real click on the open card's button of this name. False where there is none. */
export async function pressInCard(sidelight: Sidelight, page: Page, name: string): Promise<boolean> {
  const place = await sidelight.options.evaluate(buttonInTab, await sidelight.tabOf(page), name);
  if (place) await page.mouse.click(place.x, place.y);
  return place !== null;
}

/** Takes the pointer off every mark and closes the card that may be open. */
export async function closeCard(page: Page): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(1, 1);
  // The annotator looks once a frame: a pointer that is back within one has never left.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('sidelight-card') === null);
}

function cardWithCoverage(sidelight: Sidelight, page: Page): Promise<ShownCard | undefined> {
  return untilThere(async () => {
    const card = await readCard(sidelight, page);
    return card?.isBusy === false ? card : undefined;
  }, patienceMs);
}

async function readInTab(tabId: number): Promise<ShownCard | null> {
  const frames = await chrome.scripting.executeScript({
    // In Firefox it has a frame of its own.
    target: { tabId, allFrames: true },
    // No function with a name inside: the compiler's shim for names does not travel into the page.
    func: () => {
      const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
      const [host] = roots.flatMap((each) => [...each.querySelectorAll<FirefoxElement>('sidelight-card')]);
      const root = host && (chrome.dom ? chrome.dom.openOrClosedShadowRoot(host) : host.openOrClosedShadowRoot);
      const name = root?.querySelector('[data-sidelight="name"]')?.textContent.trim();
      if (!root || !name) return null;
      const [before, since] = ['before', 'since'].map((list) =>
        [...root.querySelectorAll(`ol[data-sidelight="${list}"] > li[data-sidelight="item"]`)].map((item) => ({
          title: item.querySelector('a')?.textContent.trim() ?? '',
          url: item.querySelector('a')?.href ?? '',
          outlet: item.querySelector('[data-sidelight="outlet"]')?.textContent.trim() ?? '',
          published: item.querySelector('time')?.dateTime,
          reason: item.querySelector('[data-sidelight="reason"]')?.textContent.trim() ?? '',
        })),
      );
      return {
        name,
        before,
        since,
        said: [...root.querySelectorAll('ol[data-sidelight="said"] > li')].map((quote) => ({
          text: quote.querySelector('blockquote')?.textContent.trim() ?? '',
          said: quote.querySelector('time')?.dateTime,
          outlet: quote.querySelector('[data-sidelight="outlet"]')?.textContent.trim() ?? '',
        })),
        isBusy: root.querySelector('[aria-busy="true"]') !== null || root.getAnimations().length > 0,
        isFailed: root.querySelector('[role="alert"]') !== null,
        isFocused: root.activeElement !== null,
        text: [...root.children].map((child) => (child as HTMLElement).innerText).join('\n'),
      };
    },
  });
  return (frames.find(({ result }) => result)?.result ?? null) as ShownCard | null;
}

async function buttonInTab(tabId: number, name: string): Promise<{ x: number; y: number } | null> {
  const frames = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    args: [name],
    func: (wanted: string) => {
      const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
      const [host] = roots.flatMap((each) => [...each.querySelectorAll<FirefoxElement>('sidelight-card')]);
      const root = host && (chrome.dom ? chrome.dom.openOrClosedShadowRoot(host) : host.openOrClosedShadowRoot);
      const button = root && [...root.querySelectorAll('button')].find((each) => each.textContent.trim() === wanted);
      if (!button) return null;
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
  });
  return (frames.find(({ result }) => result)?.result ?? null) as { x: number; y: number } | null;
}
