import type { Result } from '../errors/failure';
import type { Settings } from '../settings/settings';

interface WatchedSettings {
  watch(listener: (settings: Result<Settings>) => void): () => void;
}

/** Keeps a page light or dark as the reader chose; as the system is where the reader chose nothing. */
export function followScheme(settings: WatchedSettings, root: HTMLElement): void {
  settings.watch((current) => {
    if (current.ok) root.style.colorScheme = current.value.scheme ?? '';
  });
}
