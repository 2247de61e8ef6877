import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * For who goes by key: where what has the focus goes away with what it did, the focus goes on to what takes its place, not to the
 * beginning of the page.
 * @param what is shown; of another, nothing takes the place of anything
 */
export function useKeptPlace<Within extends HTMLElement>(what: string) {
  const within = useRef<Within>(null);
  const focused = useRef<{ readonly element: Element; readonly place: number } | undefined>(undefined);
  useLayoutEffect(() => {
    focused.current = undefined;
  }, [what]);
  useEffect(() => {
    const root = within.current;
    if (!root) return;
    const controls = () => [...root.querySelectorAll<HTMLElement>('a[href], button, input, select')];
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) focused.current = { element: target, place: controls().indexOf(target) };
    };
    const goOn = () => {
      const was = focused.current;
      if (!was || was.element.isConnected || document.activeElement !== document.body) return;
      const left = controls();
      left[Math.min(was.place, left.length - 1)]?.focus();
    };
    const watch = new MutationObserver(goOn);
    watch.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', note);
    return () => {
      watch.disconnect();
      root.removeEventListener('focusin', note);
    };
  }, []);
  return within;
}
