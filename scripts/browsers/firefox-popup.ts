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
      // The panel grows and slides into its place while its content comes: a click has to wait until it rests.
      let before: string | undefined;
      const place = await untilThere(async () => {
        const seen = await extensionPage.evaluate(placeInPopup, selector);
        const rests = seen !== null && JSON.stringify(seen) === before;
        before = JSON.stringify(seen);
        return rests ? seen : undefined;
      }, patienceMs);
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

interface Place {
  readonly x: number;
  readonly y: number;
  /** Where the popup itself is on the screen. */
  readonly popup: readonly (number | undefined)[];
}

function placeInPopup(selector: string): Place | null {
  const [view] = chrome.extension.getViews({ type: 'popup' }) as (Window & { mozInnerScreenX?: number; mozInnerScreenY?: number })[];
  const element = view?.document.querySelector(selector);
  if (!view || !element) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  const popup = [view.mozInnerScreenX, view.mozInnerScreenY, view.innerWidth, view.innerHeight];
  return width > 0 ? { x: x + width / 2, y: y + height / 2, popup } : null;
}
