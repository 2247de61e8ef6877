import type { Browser } from 'puppeteer-core';
import { requestFromClick } from './allow-hosts';
import type { ExtensionControl } from './extension-control';
import { closePopups, popupSeenFrom } from './firefox-popup';

export function controlFirefoxExtension(
  browser: Browser,
  { id, uuid }: { readonly id: string; readonly uuid: string },
): ExtensionControl {
  const origin = `moz-extension://${uuid}`;
  return {
    origin,
    async openPage(file) {
      const page = await browser.newPage();
      // Firefox tells nobody when a page of an extension has loaded.
      await page.goto(`${origin}/${file}`, { waitUntil: [] });
      await page.waitForFunction((wanted) => location.href.startsWith(wanted) && document.readyState === 'complete', {}, origin);
      return page;
    },
    // The preference `extensions.webextOptionalPermissionPrompts` agrees to everything.
    expectAgreement: () => Promise.resolve(),
    async expectRefusal() {
      await inBrowserWindow(
        browser,
        `const prompts = 'extensions.webextOptionalPermissionPrompts';
         Services.prefs.setBoolPref(prompts, true);
         PopupNotifications.panel.addEventListener('popupshown', () => {
           Services.prefs.setBoolPref(prompts, false);
           PopupNotifications.panel.firstElementChild.secondaryButton.click();
         }, { once: true });`,
      );
    },
    allowHosts: requestFromClick,
    async stopBackground() {
      await inBrowserWindow(browser, `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground()`);
    },
    async openPopup(page, extensionPage) {
      await closePopups(extensionPage);
      await page.bringToFront();
      await inBrowserWindow(
        browser,
        `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
         const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
         await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window, {});`,
      );
      return popupSeenFrom(extensionPage, async (script) => {
        await inBrowserWindow(browser, script);
      });
    },
  };
}

/** Sends a WebDriver BiDi command as it is. Puppeteer keeps the connection to itself but has no words for this. */
interface BidiConnection {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

/** Runs a script in Firefox's own window, where its toolbar and its extensions can be reached. Resolves to the text that it returns. */
export async function inBrowserWindow(browser: Browser, script: string): Promise<string | undefined> {
  const connection = Reflect.get(browser, 'connection') as BidiConnection;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
  const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (!window) throw new Error('Firefox shows no window that can be scripted.');
  const evaluated = await connection.send('script.evaluate', {
    expression: `(async () => { ${script} })()`,
    target: { context: window.context },
    awaitPromise: true,
  });
  const { type, result, exceptionDetails } = evaluated.result as { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
  if (type === 'exception') throw new Error(`Firefox refused a script of its window: ${exceptionDetails?.text ?? ''}`);
  return typeof result?.value === 'string' ? result.value : undefined;
}
