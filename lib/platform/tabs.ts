import browser from 'webextension-polyfill';

export interface OpenTab {
  readonly id: number;
  /** Absent where Sidelight may not know it. */
  readonly url?: string;
}

export async function tabsAt(sites: readonly string[]): Promise<OpenTab[]> {
  return sites.length === 0 ? [] : identified(await browser.tabs.query({ url: [...sites] }));
}

/** Tabs whose address Sidelight may not know (any more). */
export async function tabsOutOfSight(): Promise<OpenTab[]> {
  return identified(await browser.tabs.query({})).filter(({ url }) => url === undefined);
}

export async function allTabs(): Promise<OpenTab[]> {
  return identified(await browser.tabs.query({}));
}

/** The tab that the reader looks at. Its address is known where its site is allowed or the toolbar button was used. */
export async function currentTab(): Promise<OpenTab | undefined> {
  const [tab] = identified(await browser.tabs.query({ active: true, currentWindow: true }));
  return tab;
}

export async function openOptionsPage(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

function identified(tabs: readonly { id?: number; url?: string }[]): OpenTab[] {
  return tabs.flatMap(({ id, url }) => (id === undefined ? [] : [{ id, url: url === '' ? undefined : url }]));
}

export async function openWelcomePage(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

/** Closes the tab that this page of the extension is shown in. */
export async function closeOwnTab(): Promise<void> {
  const { id } = await browser.tabs.getCurrent();
  if (id !== undefined) await browser.tabs.remove(id);
}
