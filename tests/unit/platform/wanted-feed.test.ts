import browser from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { forgetWantedFeed, noteWantedFeed, takeWantedFeed } from '../../../lib/platform/wanted-feed';

const url = 'https://post.test/feed';

describe('takeWantedFeed', () => {
  const granted = new Set<string>();

  beforeEach(() => {
    fakeBrowser.reset();
    granted.clear();
    vi.spyOn(browser.permissions, 'contains').mockImplementation(({ origins = [] }) => Promise.resolve(origins.every((origin) => granted.has(origin))));
  });

  it('gives what the reader wanted to see, once, where the browser was told yes', async () => {
    await noteWantedFeed(url);
    granted.add('https://post.test/*');
    expect(await takeWantedFeed()).toBe(url);
    expect(await takeWantedFeed()).toBeUndefined();
  });

  it('gives nothing where the browser was told no, nor what was shown already', async () => {
    await noteWantedFeed(url);
    expect(await takeWantedFeed()).toBeUndefined();
    granted.add('https://post.test/*');
    await noteWantedFeed(url);
    await forgetWantedFeed();
    expect(await takeWantedFeed()).toBeUndefined();
  });

  it('forgets it after two minutes', async () => {
    granted.add('https://post.test/*');
    await browser.storage.session.set({ 'wanted-feed': { url, asked: Date.now() - 121_000 } });
    expect(await takeWantedFeed()).toBeUndefined();
  });
});
