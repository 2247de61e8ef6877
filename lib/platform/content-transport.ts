import type { Transport } from '../messaging/transport';

/**
 * What content scripts have of the extension API, without the polyfill: that would take a third of what the annotator
 * may weigh. Both browsers answer with promises here in Manifest V3. `chrome`, not `browser`: in Chromium a page
 * makes that name its own with an element that has it as id.
 */
export interface ContentRuntime {
  /** Absent once the extension was updated, reloaded or removed. */
  readonly id?: string;
  /** Firefox alone has this. */
  getFrameId?(frame: Window | HTMLIFrameElement): number;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: ContentListener): void;
    removeListener(listener: ContentListener): void;
  };
}

/** Returns true where it is going to answer. */
export type ContentListener = (
  message: unknown,
  sender: { readonly id?: string; readonly url?: string },
  answer: (reply: unknown) => void,
) => boolean;

declare const chrome: { readonly runtime?: ContentRuntime };

/** False in a content script whose extension was updated, reloaded or removed under it. */
export function isConnected(): boolean {
  return chrome.runtime?.id !== undefined;
}

export function contentRuntime(): ContentRuntime {
  if (!chrome.runtime) throw new ReferenceError('Sidelight is gone');
  return chrome.runtime;
}

/** To the background, from a content script. Wakes it where it sleeps. */
export const contentTransport: Transport = {
  // async: a call into an extension that is gone throws at once.
  send: async (message) => contentRuntime().sendMessage(message),
};

/** The number by which the background knows a frame of this page; undefined where the browser does not tell. */
export function frameIdOf(frame: Window | HTMLIFrameElement): number | undefined {
  return contentRuntime().getFrameId?.(frame);
}

/** A file of the extension's own; the empty path is the address of them all. */
export function addressOf(path: string): string {
  return contentRuntime().getURL(path);
}
