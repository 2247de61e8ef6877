import type { Sender } from '../messaging/transport';
import { contentRuntime, isConnected } from './content-transport';
import type { ContentListener } from './content-transport';

type Route = (message: unknown, sender: Sender) => Promise<unknown> | undefined;

/** Answers messages to this page's content script, until `signal` fires. Only the extension itself can send them. */
export function listenInTab(route: Route, signal: AbortSignal): void {
  const { id, onMessage } = contentRuntime();
  const listener: ContentListener = (message, sender, answer) => {
    const reply = sender.id === id ? route(message, { url: sender.url, isExtensionPage: true }) : undefined;
    void reply?.then(answer);
    return reply !== undefined;
  };
  onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    // After an update this script's half of the extension is gone, and with it everything that could be undone.
    if (isConnected()) onMessage.removeListener(listener);
  });
}
