import browser from 'webextension-polyfill';
import { succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import { idSchema } from '../model/fields';
import { z } from '../model/z';

/*
 * What a card asks the panel to show. It goes through the session's storage, which is there whether the panel is open,
 * opens with the same click, or is opened by the reader a little later; no page can read it.
 */

const key = 'panel-ask';
/** What was asked longer ago is forgotten: the reader has gone on. */
const keptMs = 60_000;

const askSchema = z.object({ tabId: z.int(), entity: idSchema, asked: z.number() });

export interface PanelAsk {
  readonly tabId: number;
  readonly entity: string;
}

export async function askPanel({ tabId, entity }: PanelAsk): Promise<void> {
  await browser.storage.session.set({ [key]: { tabId, entity, asked: Date.now() } });
}

/** Tells what is asked, now and whenever a card asks. */
export function watchPanelAsks(listener: (ask: Result<PanelAsk>) => void): () => void {
  const tell = (stored: unknown): void => {
    const ask = askSchema.safeParse(stored);
    if (ask.success && Date.now() - ask.data.asked < keptMs) listener(succeed({ tabId: ask.data.tabId, entity: ask.data.entity }));
  };
  const onStorage = (changes: Record<string, { newValue?: unknown }>): void => tell(changes[key]?.newValue);
  browser.storage.session.onChanged.addListener(onStorage);
  void browser.storage.session.get(key).then((stored) => tell(stored[key]));
  return () => browser.storage.session.onChanged.removeListener(onStorage);
}

/** It is shown: another panel, or this one opened again, does not show it once more. */
export async function settlePanelAsk(): Promise<void> {
  await browser.storage.session.remove(key);
}
