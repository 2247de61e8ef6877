import { describe, expect, it, vi } from 'vitest';
import { forPages } from '../../../lib/messaging/for-pages';

describe('forPages', () => {
  it('handles what the extension’s own pages ask', async () => {
    const options = { url: 'moz-extension://id/options.html', isExtensionPage: true };

    expect(await forPages((request: number) => Promise.resolve(request + 1))(4, options)).toBe(5);
  });

  it('refuses a content script without looking at what it asks', async () => {
    const handle = vi.fn(() => Promise.resolve('done'));
    const contentScript = { tabId: 1, frameId: 0, url: 'https://gazette.test/', isExtensionPage: false };

    expect(await forPages(handle)({}, contentScript)).toEqual({ state: 'failed', failure: { kind: 'no-permission' } });
    expect(handle).not.toHaveBeenCalled();
  });
});
