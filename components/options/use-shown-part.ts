import { useEffect } from 'react';
import type { Place } from './sections';

/** Leads the focus, and with it the eye, to the part of a section that the address names, as soon as it is there. */
export function useShownPart({ section, rest }: Place): void {
  useEffect(() => {
    const id = /^\/([a-z-]+)$/.exec(rest)?.[1];
    if (id === undefined || show(id)) return;
    const observer = new MutationObserver(() => {
      if (show(id)) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [section, rest]);
}

function show(id: string): boolean {
  const part = document.getElementById(id);
  if (!part) return false;
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
  part.focus();
  return true;
}
