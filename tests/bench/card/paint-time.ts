import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

declare const chrome: ExtensionApi & {
  readonly dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null };
};

interface FirefoxElement extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Milliseconds since the pointer moved last. */
export interface CardTimes {
  /** Until the card was in the page. */
  readonly opened: number;
  /** Until a frame that has its coverage was painted. */
  readonly painted: number;
}

declare const globalThis: { sidelightPainted?: Promise<CardTimes> };

const patienceMs = 30_000;

/**
 * From the extension's own world in the page: watches for the next card, until it is painted with its coverage. Nothing
 * is asked of the page meanwhile, since that would cost it time.
 */
export function watchPaint(options: Page, tab: number): Promise<unknown> {
  return options.evaluate(async (tabId, longestMs) => {
    await chrome.scripting.executeScript({
      target: { tabId },
      args: [longestMs],
      // No function with a name inside: the compiler's shim for names does not travel into the page.
      func: (most: number) => {
        globalThis.sidelightPainted = new Promise((resolve, reject) => {
          const times = { movedAt: 0, opened: 0 };
          const ended = new AbortController();
          setTimeout(() => reject(new Error('No card was painted.')), most);
          addEventListener('pointermove', ({ timeStamp }) => (times.movedAt = timeStamp), { capture: true, signal: ended.signal });
          new MutationObserver((_, observer) => {
            const host = document.querySelector<FirefoxElement>('sidelight-card');
            const root = host && (chrome.dom ? chrome.dom.openOrClosedShadowRoot(host) : host.openOrClosedShadowRoot);
            if (!root) return;
            if (times.opened === 0) observer.observe(root, { subtree: true, childList: true, attributes: true });
            times.opened ||= performance.now() - times.movedAt;
            // In Firefox it is drawn in a frame, which is seen through an opening of its size.
            const opening = root.querySelector<HTMLElement>('.opening');
            if (opening ? opening.style.height === '' : !root.querySelector('[aria-busy="false"] .item')) return;
            observer.disconnect();
            ended.abort();
            // What a frame's callbacks send themselves arrives when that frame has been painted.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => {
                port1.close();
                resolve({ opened: times.opened, painted: performance.now() - times.movedAt });
              };
              port2.postMessage(null);
            });
          }).observe(document.documentElement, { childList: true });
        });
      },
    });
  }, tab, patienceMs);
}

/** When the card that is watched for was there. */
export function paintTimes(options: Page, tab: number): Promise<CardTimes> {
  return options.evaluate(async (tabId) => {
    const [frame] = await chrome.scripting.executeScript({ target: { tabId }, func: () => globalThis.sidelightPainted });
    if (!frame?.result) throw new Error('No card with coverage was painted.');
    const times = frame.result as CardTimes;
    const since = performance.now();
    const waits = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: async () => {
        const host = document.querySelector<FirefoxElement>('sidelight-card');
        const root = host?.openOrClosedShadowRoot;
        if (!root || root.querySelector('.opening') || root.querySelector('[aria-busy="false"] .item')) return false;
        await new Promise<void>((resolve) => {
          new MutationObserver((_, observer) => {
            if (!root.querySelector('[aria-busy="false"] .item')) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(resolve));
          }).observe(root, { subtree: true, childList: true, attributes: true });
        });
        return true;
      },
    });
    // Its coverage came later than the frame was seen: counted with the time that asking for it took.
    if (!waits.some(({ result }) => result === true)) return times;
    return { ...times, painted: times.painted + performance.now() - since };
  }, tab);
}
