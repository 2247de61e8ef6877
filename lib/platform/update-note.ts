import browser from 'webextension-polyfill';
import { succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import { z } from '../model/z';

const key = 'updatedTo';
const versionSchema = z.string().check(z.maxLength(40));

/** Remembers that the reader has a new version, to be said quietly where settings are. */
export async function noteUpdate(): Promise<void> {
  await browser.storage.local.set({ [key]: browser.runtime.getManifest().version });
}

/** The version that the reader was not told of yet. */
export function createUpdateNotes() {
  return {
    watch(listener: (version: Result<string | undefined>) => void): () => void {
      const tell = (stored: unknown) => listener(succeed(versionSchema.safeParse(stored).data));
      const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) tell(change.newValue);
      };
      browser.storage.local.onChanged.addListener(onChanged);
      void browser.storage.local.get(key).then((stored) => tell(stored[key]));
      return () => browser.storage.local.onChanged.removeListener(onChanged);
    },
    dismiss: () => browser.storage.local.remove(key),
  };
}
