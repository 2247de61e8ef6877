import { useEffect, useLayoutEffect, useRef } from 'react';

interface Focused {
  readonly element: HTMLElement;
  /** Other controls, the nearest first. */
  readonly next: readonly HTMLElement[];
  readonly before: readonly HTMLElement[];
}

/**
 * For who goes by key: where what has the focus goes away with what it did, the focus goes on to the next of its
 * kind, not to the beginning of the page.
 * @param what is shown; of another, nothing takes the place of anything
 */
export function useKeptPlace<Within extends HTMLElement>(what: string) {
  const within = useRef<Within>(null);
  const focused = useRef<Focused | undefined>(undefined);
  useLayoutEffect(() => {
    focused.current = undefined;
  }, [what]);
  useEffect(() => {
    const root = within.current;
    if (!root) return;
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const controls = [...root.querySelectorAll<HTMLElement>('a[href], button, input, select')];
      const place = controls.indexOf(target);
      focused.current = { element: target, next: controls.slice(place + 1), before: controls.slice(0, place).reverse() };
    };
    const goOn = () => {
      const was = focused.current;
      if (!was || was.element.isConnected || document.activeElement !== document.body) return;
      const left = [...was.next.filter(({ tagName }) => tagName === was.element.tagName), ...was.before];
      left.find(({ isConnected }) => isConnected)?.focus();
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
