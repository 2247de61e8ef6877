import browser from 'webextension-polyfill';
import { createTurns } from '../services/in-turn';
import { parseSettings } from '../settings/settings';
import type { Settings } from '../settings/settings';

const key = 'settings';

export interface SettingsStore {
  read(): Promise<Settings>;
  /** Changes are made one after the other, each from what the one before left. */
  change(update: (settings: Settings) => Settings): Promise<Settings>;
  /** Takes over what was stored elsewhere, but for the sites: which are switched on is the browser's to say as well, and it was not asked. */
  restore(stored: unknown): Promise<Settings>;
  /** Calls `listener` after every change, whoever made it; the function that is returned ends that. */
  onChanged(listener: (settings: Settings) => void): () => void;
}

export function createSettingsStore(): SettingsStore {
  const inTurn = createTurns();

  async function read(): Promise<Settings> {
    const stored = await browser.storage.local.get(key);
    return parseSettings(stored[key]);
  }

  async function changeNow(update: (settings: Settings) => Settings): Promise<Settings> {
    const settings = update(await read());
    await browser.storage.local.set({ [key]: settings });
    return settings;
  }

  return {
    read,
    change: (update) => inTurn(() => changeNow(update)),
    restore: (stored) => inTurn(() => changeNow(({ sites }) => ({ ...parseSettings(stored), sites }))),
    onChanged(listener) {
      const onStorage = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) listener(parseSettings(change.newValue));
      };
      browser.storage.local.onChanged.addListener(onStorage);
      return () => browser.storage.local.onChanged.removeListener(onStorage);
    },
  };
}
