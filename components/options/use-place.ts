import { useMemo, useSyncExternalStore } from 'react';
import { placeFrom } from './sections';
import type { Place } from './sections';

/** Where in the page its address leads. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  return useMemo(() => placeFrom(hash), [hash]);
}

function onHashChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
