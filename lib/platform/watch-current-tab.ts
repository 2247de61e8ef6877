import browser from 'webextension-polyfill';
import { currentTab } from './tabs';
import type { OpenTab } from './tabs';

/** Tells the tab in front, now and when another comes to the front or it has loaded another page. */
export function watchCurrentTab(listener: (tab: OpenTab | undefined) => void): () => void {
  let asked = 0;
  const tell = async () => {
    const own = ++asked;
    const tab = await currentTab();
    if (own === asked) listener(tab);
  };
  const onActivated = () => void tell();
  const onUpdated = (_tabId: number, { status, url }: { readonly status?: string; readonly url?: string }) => {
    if (status === 'complete' || url !== undefined) void tell();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  void tell();
  return () => {
    asked++;
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}
