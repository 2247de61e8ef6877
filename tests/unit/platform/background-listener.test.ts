import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing';
import { listenInBackground } from '../../../lib/platform/background-listener';

const page = browser.runtime.getURL('');

describe('listenInBackground', () => {
  beforeEach(() => fakeBrowser.reset());

  it('tells a content script, by what the browser says of it', async () => {
    const route = vi.fn(() => Promise.resolve('reply'));
    listenInBackground(route);
    const reply = await send('hello', { id: browser.runtime.id, url: 'https://gazette.test/1', tab: { id: 4 }, frameId: 2 });

    expect(reply).toBe('reply');
    expect(route).toHaveBeenCalledWith('hello', {
      tabId: 4, frameId: 2, url: 'https://gazette.test/1', isExtensionPage: false,
    });
  });

  it('tells the extension’s own pages, in a tab or not', async () => {
    const route = vi.fn(() => Promise.resolve('reply'));
    listenInBackground(route);
    await send('hello', { id: browser.runtime.id, url: `${page}options.html`, tab: { id: 4 }, frameId: 0 });

    expect(route).toHaveBeenCalledWith('hello', { tabId: 4, url: `${page}options.html`, isExtensionPage: true });
  });

  it('does not take a page for the extension’s own whose address only speaks of it', async () => {
    const route = vi.fn(() => Promise.resolve('reply'));
    listenInBackground(route);
    await send('hello', { id: browser.runtime.id, url: `https://gazette.test/?${page}`, tab: { id: 4 }, frameId: 0 });

    expect(route).toHaveBeenCalledWith('hello', expect.objectContaining({ isExtensionPage: false }));
  });

  it('leaves other extensions without an answer', async () => {
    const route = vi.fn(() => Promise.resolve('reply'));
    listenInBackground(route);
    await send('hello', { id: 'another', url: 'moz-extension://another/page.html' });

    expect(route).not.toHaveBeenCalled();
  });
});

async function send(message: unknown, sender: object): Promise<unknown> {
  const [reply] = await fakeBrowser.runtime.onMessage.trigger(message, sender);
  return reply;
}
