import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { requestFromClick } from './allow-hosts';
import type { ExtensionControl, Popup } from './extension-control';

declare const chrome: {
  readonly developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> };
  readonly permissions: Permissions;
};

declare const browser: { readonly permissions: Permissions };

interface Permissions {
  request: (hosts: object, answer?: (granted: boolean) => void) => Promise<boolean>;
}

export async function controlChromiumExtension(driver: Browser, id: string): Promise<ExtensionControl> {
  const origin = `chrome-extension://${id}`;
  const session = await driver.target().createCDPSession();
  const control: ExtensionControl = {
    origin,
    async openPage(file) {
      const page = await driver.newPage();
      await page.goto(`${origin}/${file}`);
      return page;
    },
    async expectAgreement(patterns) {
      // The prompt cannot be answered without a display; a host allowed here is then granted without one.
      const settings = await driver.newPage();
      await settings.goto('chrome://extensions/');
      for (const pattern of patterns) {
        await settings.evaluate((to, host) => chrome.developerPrivate.addHostPermission(to, host), id, pattern);
      }
      await settings.close();
    },
    async expectRefusal(extensionPage) {
      // The prompt itself hangs without a display. Until a driver can answer it, the API that shows it says no.
      await extensionPage.evaluate(() => {
        // Newer ones have `browser` beside `chrome`, and the extension prefers it.
        const { permissions } = 'browser' in globalThis ? browser : chrome;
        const { request } = permissions;
        permissions.request = (_hosts, answer) => {
          permissions.request = request;
          answer?.(false);
          return Promise.resolve(false);
        };
      });
    },
    async allowHosts(extensionPage, patterns) {
      await control.expectAgreement(patterns);
      return requestFromClick(extensionPage, patterns);
    },
    async stopBackground() {
      const closed = new Set<string>();
      // No event says that it is gone. One that is stopped while it is being installed is started once more.
      for (let running = await workers(session, origin); running.length > 0; running = await workers(session, origin)) {
        for (const targetId of running.filter((id) => !closed.has(id))) {
          closed.add(targetId);
          await session.send('Target.closeTarget', { targetId });
        }
      }
    },
    async openPopup(page) {
      await page.bringToFront();
      const extension = (await driver.extensions()).get(id);
      if (!extension) throw new Error('The extension is not in this browser any more.');
      await page.triggerExtensionAction(extension);
      const target = await driver.waitForTarget((one) => one.url() === `${origin}/popup.html`);
      return popupIn(await target.asPage());
    },
  };
  return control;
}

function popupIn(popup: Page): Popup {
  return {
    async waitForText(text) {
      await popup.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text);
    },
    async press(selector) {
      await (await popup.waitForSelector(selector))?.click();
    },
    close: () => popup.close(),
  };
}

async function workers(session: CDPSession, origin: string): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos
    .filter(({ type, url }) => type === 'service_worker' && url.startsWith(`${origin}/`))
    .map(({ targetId }) => targetId);
}
