import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { createClient, type Client } from '../../lib/messaging/client';
import { backgroundProtocol, tabProtocol, type BackgroundProtocol, type PageReport } from '../../lib/messaging/protocol';
import { parseSettings } from '../../lib/settings/settings';
import { switchSite } from '../../lib/settings/sites';
import type { ExtensionControl } from './extension-control';

declare const chrome: ExtensionApi;

/** Sidelight as its own options page sees it: every call goes through that page's messages and API. */
export interface Sidelight {
  /** `options.html`, open in a tab of its own. */
  readonly options: Page;
  readonly extension: ExtensionControl;
  /** Asks the background. */
  readonly ask: Client<BackgroundProtocol>;
  /** Asks the annotator of this page; `no-answer` where there is none. Brings the page to the front. */
  reportPage(page: Page): Promise<PageReport | { readonly state: 'failed' }>;
  /** The number by which the extension's API knows this page. Brings it to the front. */
  tabOf(page: Page): Promise<number>;
  /** The browser's permission and Sidelight's own switch for these sites, as the popup sets them. */
  switchOn(patterns: readonly string[]): Promise<'on' | 'not-allowed' | 'failed'>;
  /** Sidelight's own switch alone. */
  switchOff(patterns: readonly string[]): Promise<boolean>;
}

export async function controlSidelight(extension: ExtensionControl): Promise<Sidelight> {
  const options = await extension.openPage('options.html');
  // tsx wraps functions in a shim that keeps their names, and leaves it behind when they go to a page.
  await options.evaluate('globalThis.__name = (named) => named');
  const ask = createClient(backgroundProtocol, {
    send: (message) => options.evaluate((sent) => chrome.runtime.sendMessage(sent), message),
  });

  async function tabOf(page: Page): Promise<number> {
    await page.bringToFront();
    const id = await options.evaluate(() =>
      chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab?.id),
    );
    if (id === undefined) throw new Error('The browser does not say which tab is in front.');
    return id;
  }

  async function switchSites(patterns: readonly string[], on: boolean): Promise<boolean> {
    const stored = await options.evaluate(() => chrome.storage.local.get('settings'));
    const settings = patterns.reduce((so, pattern) => switchSite(so, pattern, on), parseSettings(stored.settings));
    await options.evaluate((changed) => chrome.storage.local.set({ settings: changed }), settings);
    return (await ask('sites-changed', {})).state === 'done';
  }

  return {
    options,
    extension,
    ask,
    tabOf,
    async reportPage(page) {
      const tabId = await tabOf(page);
      const askTab = createClient(tabProtocol, {
        send: (message) =>
          options.evaluate((id, sent) => chrome.tabs.sendMessage(id, sent, { frameId: 0 }), tabId, message),
      });
      return askTab('report-page', {});
    },
    async switchOn(patterns) {
      if (!(await extension.allowHosts(options, patterns))) return 'not-allowed';
      return (await switchSites(patterns, true)) ? 'on' : 'failed';
    },
    switchOff: (patterns) => switchSites(patterns, false),
  };
}
