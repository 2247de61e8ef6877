import type { Result } from '../errors/failure';
import { createClient } from '../messaging/client';
import { tabProtocol } from '../messaging/protocol';
import type { Sender } from '../messaging/transport';
import { readingSettings } from '../settings/settings';
import type { Settings } from '../settings/settings';
import { isSiteOn, sitePattern } from '../settings/sites';
import { injectAnnotator } from './content-scripts';
import { isGranted } from './site-permissions';
import { tabTransport } from './tab-transport';
import { allTabs } from './tabs';

/** How the page that asks is to be marked, and whether it is (still) to be. */
export async function readingSettingsFor({ url }: Sender, settings: Settings) {
  const site = sitePattern(url ?? '');
  const isOn = site !== undefined && isSiteOn(settings, site) && (await isGranted(site));
  return { state: 'ready' as const, settings: readingSettings(settings), isSiteOn: isOn };
}

/** Tells every tab that has an annotator; the others do not answer. */
export async function tellTabs(settings: Settings): Promise<void> {
  const wanted = readingSettings(settings);
  await Promise.all((await allTabs()).map(({ id }) => createClient(tabProtocol, tabTransport(id))('settings-changed', wanted)));
}

/** The annotator may be there already and have left the page alone because it does not look like an article. */
export async function annotateOnce(tabId: number): Promise<Result<void>> {
  const injected = await injectAnnotator(tabId);
  if (injected.ok) await createClient(tabProtocol, tabTransport(tabId))('read-anyway', {});
  return injected;
}
