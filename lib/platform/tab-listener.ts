import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import type { Sender } from '../messaging/transport';

type Route = (message: unknown, sender: Sender) => Promise<unknown> | undefined;

/** Answers messages to this page's content script, until `signal` fires. Only the extension itself can send them. */
export function listenInTab(route: Route, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    return route(message, { url: sender.url, isExtensionPage: true });
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    // After an update this script's half of the extension is gone, and with it everything that could be undone.
    if (isConnected()) browser.runtime.onMessage.removeListener(listener);
  });
}

/** False in a content script whose extension was updated, reloaded or removed under it. */
export function isConnected(): boolean {
  return (browser.runtime as { id?: string } | undefined)?.id !== undefined;
}
