import browser from 'webextension-polyfill';
import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';

interface SidePanel {
  open(options: { readonly tabId: number }): Promise<void>;
}

/**
 * Opens the panel beside a tab's page. Call it while the reader's click is being handled, before anything is awaited.
 * Firefox opens its sidebar only for a click in the browser's own surface, so that a card's click is refused there,
 * unless it is open already.
 */
export async function openPanel(tabId: number): Promise<Result<void>> {
  const { chrome } = globalThis as { readonly chrome?: { readonly sidePanel?: SidePanel } };
  try {
    if (chrome?.sidePanel) await chrome.sidePanel.open({ tabId });
    else await openSidebar();
    return succeed(undefined);
  } catch {
    // The browser says so by rejecting; there is nothing else to learn from it.
    return fail('not-possible-here');
  }
}

async function openSidebar(): Promise<void> {
  const { sidebarAction } = browser;
  await sidebarAction.open().catch(async (refused: unknown) => {
    if (!(await sidebarAction.isOpen({}))) throw refused;
  });
}
