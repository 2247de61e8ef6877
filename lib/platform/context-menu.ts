import browser from 'webextension-polyfill';
import type { Menus } from 'webextension-polyfill';

/** What the menu offers; the browsers put what is selected in the place of `%s`. */
const items = [
  { id: 'annotate-once', title: 'Annotate this page once', contexts: ['page'] },
  { id: 'look-up', title: 'Look up “%s”', contexts: ['selection'] },
  { id: 'add-name', title: 'Add “%s” as a name', contexts: ['selection'] },
] as const satisfies readonly { id: string; title: string; contexts: readonly Menus.ContextType[] }[];

export type MenuChoice = (typeof items)[number]['id'];

export interface MenuClick {
  readonly tabId: number;
  /** What is selected; empty for the page as a whole. */
  readonly text: string;
}

/** The browsers remember the menu: call this when the extension was installed or updated. */
export async function createContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { contexts, ...item } of items) {
    browser.contextMenus.create({ ...item, contexts: [...contexts], documentUrlPatterns: ['http://*/*', 'https://*/*'] });
  }
}

/** The click grants `activeTab` for the page in this tab. */
export function onContextMenu(listener: (choice: MenuChoice, click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    const item = items.find(({ id }) => id === menuItemId);
    if (item && tab?.id !== undefined) listener(item.id, { tabId: tab.id, text: selectionText.replace(/\s+/g, ' ').trim() });
  });
}
