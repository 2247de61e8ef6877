import browser from 'webextension-polyfill';
import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';

interface SidePanel {
  open(options: { readonly tabId: number }): Promise<void>;
}

/**
 * Opens the panel beside a tab's page. Call it while the reader's click is being handled. Firefox opens its sidebar only
 * for a click in the browser's own surface, so that a card's click may be refused there.
 */
export async function openPanel(tabId: number): Promise<Result<void>> {
  const { chrome } = globalThis as { readonly chrome?: { readonly sidePanel?: SidePanel } };
  try {
    if (chrome?.sidePanel) await chrome.sidePanel.open({ tabId });
    else await browser.sidebarAction.open();
    return succeed(undefined);
  } catch {
    // The browser says so by rejecting; there is nothing else to learn from it.
    return fail('not-possible-here');
  }
}
