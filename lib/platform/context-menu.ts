import browser from 'webextension-polyfill';

const onceId = 'annotate-once';

/** The browsers remember the menu: call this when the extension was installed or updated. */
export async function createContextMenu(title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: onceId,
    title,
    contexts: ['page', 'selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

/** The click grants `activeTab` for the page in this tab. */
export function onContextMenu(listener: (tabId: number) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === onceId && tab?.id !== undefined) listener(tab.id);
  });
}
