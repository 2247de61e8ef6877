import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

declare const chrome: ExtensionApi;

/**
 * Requests hosts from a click on a button made for it, since both browsers ignore requests that no click asked for.
 * The button leaves with its answer.
 */
export async function requestFromClick(extensionPage: Page, patterns: readonly string[]): Promise<boolean> {
  await extensionPage.bringToFront();
  await extensionPage.evaluate((origins) => {
    const button = document.createElement('button');
    button.id = 'sidelight-request-hosts';
    button.style.cssText = 'position: fixed; inset: 0; z-index: 9999';
    button.addEventListener('click', () => {
      void chrome.permissions.request({ origins }).then((granted) => {
        button.dataset.granted = String(granted);
      });
    });
    document.body.append(button);
  }, [...patterns]);
  await extensionPage.click('#sidelight-request-hosts');
  const answered = await extensionPage.waitForSelector('#sidelight-request-hosts[data-granted]');
  const granted = await answered?.evaluate((button) => button.getAttribute('data-granted'));
  await extensionPage.$eval('#sidelight-request-hosts', (button) => button.remove());
  return granted === 'true';
}
