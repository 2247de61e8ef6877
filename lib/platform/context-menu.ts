import browser from 'webextension-polyfill';

const onceId = 'annotate-once';

/** Firefox for Android has no such menus; the toolbar's button does the same there. */
const menus = browser.contextMenus as typeof browser.contextMenus | undefined;

/** The browsers remember the menu: call this when the extension was installed or updated. */
export async function createContextMenu(title: string): Promise<void> {
  await menus?.removeAll();
  menus?.create({
    id: onceId,
    title,
    contexts: ['page', 'selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

/** The click grants `activeTab` for the page in this tab. */
export function onContextMenu(listener: (tabId: number) => void): void {
  menus?.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === onceId && tab?.id !== undefined) listener(tab.id);
  });
}
