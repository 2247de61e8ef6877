import { succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { Settings } from '../settings/settings';
import { createSettingsStore } from './settings-store';

/** The reader's settings, for the extension's pages. */
export function createSettingsService() {
  const store = createSettingsStore();
  return {
    change: store.change,
    /** Tells them now and after every change, whoever made it. */
    watch(listener: (settings: Result<Settings>) => void): () => void {
      let hasChanged = false;
      const stop = store.onChanged((settings) => {
        hasChanged = true;
        listener(succeed(settings));
      });
      void store.read().then((settings) => {
        if (!hasChanged) listener(succeed(settings));
      });
      return () => {
        hasChanged = true;
        stop();
      };
    },
  };
}
