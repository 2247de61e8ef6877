import browser from 'webextension-polyfill';
import type { Transport } from '../messaging/transport';

/** To the background, from the extension's pages and content scripts. Wakes it where it sleeps. */
export const backgroundTransport: Transport = {
  send: (message) => browser.runtime.sendMessage(message),
};
