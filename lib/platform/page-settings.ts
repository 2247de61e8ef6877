import type { Sender } from '../messaging/transport';
import { readingSettings } from '../settings/settings';
import type { Settings } from '../settings/settings';
import { isSiteOn, sitePattern } from '../settings/sites';
import { isGranted } from './site-permissions';

/** How the page that asks is to be marked, and whether it is (still) to be. */
export async function readingSettingsFor({ url }: Sender, settings: Settings) {
  const site = sitePattern(url ?? '');
  const isOn = site !== undefined && isSiteOn(settings, site) && (await isGranted(site));
  return { state: 'ready' as const, settings: readingSettings(settings), isSiteOn: isOn };
}
