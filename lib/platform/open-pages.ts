import type { Result } from '../errors/failure';
import { createClient } from '../messaging/client';
import { tabProtocol } from '../messaging/protocol';
import { readingSettings } from '../settings/settings';
import type { Settings } from '../settings/settings';
import { injectAnnotator } from './content-scripts';
import type { MenuChoice, MenuClick } from './context-menu';
import { tabTransport } from './tab-transport';
import { allTabs } from './tabs';

/** Tells every tab that has an annotator; the others do not answer. */
export async function tellTabs(settings: Settings): Promise<void> {
  const wanted = readingSettings(settings);
  await Promise.all((await allTabs()).map(({ id }) => createClient(tabProtocol, tabTransport(id))('settings-changed', wanted)));
}

/** Has every page that is annotated read again: at once where it is seen, elsewhere when the reader comes back to it. */
export async function lookAgainInTabs(): Promise<void> {
  await Promise.all((await allTabs()).map(({ id }) => createClient(tabProtocol, tabTransport(id))('look-again', {})));
}

/** Has the annotator of a tab leave, where there is one. */
export async function leavePage(tabId: number): Promise<void> {
  await createClient(tabProtocol, tabTransport(tabId))('leave-page', {});
}

/** What was chosen in the browser's menu over a page, whose site need not be switched on: the click allows it once. */
export async function doFromMenu(
  choice: MenuChoice,
  { tabId, text }: MenuClick,
  addName: (name: string) => unknown,
): Promise<void> {
  if (choice === 'annotate-once') {
    await annotateOnce(tabId);
    return;
  }
  if (text === '') return;
  const ask = createClient(tabProtocol, tabTransport(tabId));
  if (choice === 'add-name') {
    await addName(text);
    await ask('look-again', {});
  } else if ((await injectAnnotator(tabId)).ok) {
    await ask('look-up', {});
  }
}

/** The annotator may be there already and have left the page alone because it does not look like an article. */
export async function annotateOnce(tabId: number): Promise<Result<void>> {
  const injected = await injectAnnotator(tabId);
  if (injected.ok) await createClient(tabProtocol, tabTransport(tabId))('read-anyway', {});
  return injected;
}
