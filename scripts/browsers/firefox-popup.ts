import type { Page } from 'puppeteer-core';
import type { Popup } from './extension-control';
import { untilThere } from './patience';

declare const chrome: {
  readonly extension: { getViews(properties: { readonly type: 'popup' }): Window[] };
};

const patienceMs = 10_000;

/**
 * Firefox's popup is no tab, so the driver cannot see it. Another page of the extension can look into it, and a click
 * at a place of the browser's own window is as good as the reader's.
 */
export function popupSeenFrom(
  extensionPage: Page,
  runInBrowserWindow: (script: string) => Promise<void>,
): Popup {
  const waitForText = async (wanted: string): Promise<void> => {
    const isThere = (): Promise<true | undefined> =>
      extensionPage.evaluate(
        (text) => chrome.extension.getViews({ type: 'popup' })[0]?.document.body.innerText.includes(text) ? true : undefined,
        wanted,
      );
    if (!(await untilThere(isThere, patienceMs))) throw new Error(`The popup does not say “${wanted}”.`);
  };

  return {
    waitForText,
    async press(selector) {
      const place = await untilThere(() => extensionPage.evaluate(placeInPopup, selector), patienceMs);
      if (!place) throw new Error(`The popup has no ${selector}.`);
      await runInBrowserWindow(
        `const frame = document.querySelector('.webextension-popup-browser').getBoundingClientRect();
         for (const type of ['mousemove', 'mousedown', 'mouseup']) {
           const clickCount = type === 'mousemove' ? 0 : 1;
           window.synthesizeMouseEvent(type, frame.x + ${place.x}, frame.y + ${place.y}, { button: 0, clickCount }, {});
         }`,
      );
    },
    close: () => extensionPage.evaluate(() => chrome.extension.getViews({ type: 'popup' })[0]?.close()),
  };
}

/** A popup may be open still from another page: the button would only close it. */
export async function closePopups(extensionPage: Page): Promise<void> {
  const areGone = (): Promise<true | undefined> =>
    extensionPage.evaluate(() => {
      const popups = chrome.extension.getViews({ type: 'popup' });
      for (const popup of popups) popup.close();
      return popups.length === 0 ? true : undefined;
    });
  await untilThere(areGone, patienceMs);
}

function placeInPopup(selector: string): { readonly x: number; readonly y: number } | null {
  const element = chrome.extension.getViews({ type: 'popup' })[0]?.document.querySelector(selector);
  if (!element) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
}
