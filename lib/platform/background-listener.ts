import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import type { Sender } from '../messaging/transport';

type Route = (message: unknown, sender: Sender) => Promise<unknown> | undefined;

/**
 * Answers messages from the extension's own pages and content scripts. Call it while the background's script is first
 * run: a worker that a message has woken gets that message only if a listener stands by then.
 */
export function listenInBackground(route: Route): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    return route(message, senderOf(sender));
  });
}

function senderOf({ url, tab, frameId }: Runtime.MessageSender): Sender {
  // The options page has a tab too when it is opened in one, so that the address alone tells.
  if (url?.startsWith(browser.runtime.getURL(''))) return { tabId: tab?.id, url, isExtensionPage: true };
  return { tabId: tab?.id, frameId, url, isExtensionPage: false, isPrivate: tab?.incognito };
}
