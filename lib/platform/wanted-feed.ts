import browser from 'webextension-polyfill';
import { isGranted } from './site-permissions';
import { sitePattern } from '../settings/sites';
import { z } from '../model/z';
import { webUrlSchema } from '../model/web-fields';

/*
 * The browser's question for a host may close the popup that asked. What the reader wanted to see stands in the
 * session's storage meanwhile, so that the popup shows it when it is opened again.
 */

const key = 'wanted-feed';
/** Who comes back later has gone on. */
const keptMs = 120_000;

const wantedSchema = z.object({ url: webUrlSchema, asked: z.number() });

export async function noteWantedFeed(url: string): Promise<void> {
  await browser.storage.session.set({ [key]: { url, asked: Date.now() } });
}

/** It is shown, or cannot be. */
export async function forgetWantedFeed(): Promise<void> {
  await browser.storage.session.remove(key);
}

/** Once, and only where the question was answered with yes. */
export async function takeWantedFeed(): Promise<string | undefined> {
  const stored = wantedSchema.safeParse((await browser.storage.session.get(key))[key]);
  if (!stored.success) return undefined;
  await forgetWantedFeed();
  const { url, asked } = stored.data;
  const site = sitePattern(url);
  return Date.now() - asked < keptMs && site !== undefined && (await isGranted(site)) ? url : undefined;
}
