import { useSyncExternalStore } from 'react';
import { sectionFrom } from './sections';
import type { SectionName } from './sections';

/** The section that the page's address names. */
export function useSection(): SectionName {
  return useSyncExternalStore(onHashChange, () => sectionFrom(location.hash));
}

function onHashChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
