import { isInWindow } from '../../lib/card/place-card';
import type { CardHandlers } from '../../lib/card/card-slot';
import { sheetOf } from './card-style';

/** A modal dialog, and what fills the screen, makes all outside it inert, popovers as well. */
export function enterPage(host: HTMLElement): void {
  const around = modalIn(document) ?? document.documentElement;
  // Of a host only what its root has is sure to be seen.
  (around.shadowRoot ?? around).append(host);
  host.showPopover();
}

/** The last that is modal, in open shadow roots as well. */
function modalIn(root: Document | ShadowRoot): Element | undefined {
  let [modal] = [...root.querySelectorAll(':modal')].slice(-1);
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) modal = modalIn(shadowRoot) ?? modal;
  return modal;
}

/**
 * Firefox ends the scripts of an extension that is removed where they stand, and with it takes `marks.css` away: no script
 * can close the card then, but without what that sheet says nobody sees it.
 */
export function sheetsThatGo(host: HTMLElement): CSSStyleSheet[] {
  if (getComputedStyle(host).getPropertyValue('--sidelight') === '') return [];
  return [sheetOf(':host { visibility: var(--sidelight, hidden) !important }')];
}

/** The page scrolls and changes under an open card. */
export function followMark(
  { locate, dispatch }: Pick<CardHandlers, 'locate' | 'dispatch'>,
  { moved, refilled, signal }: {
    /** @param isResized the window is another one now */
    readonly moved: (isResized: boolean) => void;
    /** Something fills the screen now, or no longer. */
    readonly refilled: () => void;
    readonly signal: AbortSignal;
  },
): void {
  let frame = 0;
  let width = innerWidth;
  let height = innerHeight;
  const follow = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const lines = locate();
      if (lines.length > 0 && !isInWindow(lines, { width: innerWidth, height: innerHeight })) dispatch({ kind: 'mark-hidden' });
      const isResized = width !== innerWidth || height !== innerHeight;
      [width, height] = [innerWidth, innerHeight];
      if (!signal.aborted) moved(isResized);
    });
  };
  // Scrolling inside the card stays inside its shadow root, so that this only hears the page.
  addEventListener('scroll', follow, { capture: true, passive: true, signal });
  addEventListener('resize', follow, { passive: true, signal });
  for (const type of ['scroll', 'resize']) visualViewport?.addEventListener(type, follow, { passive: true, signal });
  document.addEventListener('fullscreenchange', () => {
    refilled();
    follow();
  }, { signal });
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
}

export function directionOfPage(): 'ltr' | 'rtl' {
  return getComputedStyle(document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr';
}
