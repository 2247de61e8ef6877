import browser from 'webextension-polyfill';
import type { Transport } from '../messaging/transport';

/** To the content script of a tab's page. Rejects where none is. */
export function tabTransport(tabId: number): Transport {
  return { send: (message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }) };
}
