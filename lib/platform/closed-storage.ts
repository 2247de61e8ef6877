import browser from 'webextension-polyfill';

/**
 * Keeps `storage.local` from content scripts, which share their process with web pages. Where the browser has no such
 * call, none of ours reads it, and none can be made to by a page.
 */
export async function closeToContentScripts(): Promise<void> {
  const local: typeof browser.storage.local & { setAccessLevel?: (access: { accessLevel: string }) => Promise<void> } = browser.storage.local;
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
