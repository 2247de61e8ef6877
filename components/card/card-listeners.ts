import type { CardEvent } from '../../lib/card/card-state';

type Dispatch = (event: CardEvent) => void;

const privateEvents = [
  'keydown', 'keypress', 'keyup', 'click', 'auxclick', 'dblclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown',
  'pointerup', 'touchstart', 'touchend', 'wheel',
] as const;

/** What the reader does in the card is nobody's business: pages have shortcuts, and counters. */
export function withholdFromPage(shadow: ShadowRoot, signal: AbortSignal): void {
  for (const name of privateEvents) {
    // After React, which listens on the shadow root as well, has seen it.
    shadow.addEventListener(name, (event) => event.stopPropagation(), { passive: true, signal });
  }
}

/** A script that has found its way into the card cannot press anything there. */
export function refuseInvented(shadow: ShadowRoot, signal: AbortSignal): void {
  for (const name of [...privateEvents, 'beforeinput', 'input', 'change']) {
    shadow.addEventListener(name, (event) => {
      if (event.isTrusted) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    }, { capture: true, signal });
  }
}

export function watchPointer(shadow: ShadowRoot, dispatch: Dispatch, signal: AbortSignal): void {
  let isInside = false;
  shadow.addEventListener('pointerover', () => {
    if (isInside) return;
    isInside = true;
    dispatch({ kind: 'card-entered' });
  }, { signal });
  shadow.addEventListener('pointerout', (event) => {
    if (staysInside(shadow, event)) return;
    isInside = false;
    dispatch({ kind: 'card-left' });
  }, { signal });
}

/** @param boxOf the card's place in the window */
export function watchApproach(boxOf: () => DOMRect | undefined, dispatch: Dispatch, signal: AbortSignal): void {
  let before = Infinity;
  addEventListener('pointermove', ({ clientX, clientY, isTrusted, pointerType }) => {
    const box = boxOf();
    if (!box || !isTrusted || pointerType === 'touch') return;
    const away = Math.hypot(beyond(clientX, box.left, box.right), beyond(clientY, box.top, box.bottom));
    if (away < before) dispatch({ kind: 'card-approached' });
    before = away;
  }, { capture: true, passive: true, signal });
}

/** How far outside a stretch. */
function beyond(at: number, from: number, to: number): number {
  return Math.max(from - at, 0, at - to);
}

export function watchFocus(
  shadow: ShadowRoot,
  dispatch: Dispatch,
  { signal, isHere }: {
    readonly signal: AbortSignal;
    /** Whether the focus that left went to something of the reader's page, not to another tab or window. */
    readonly isHere: () => boolean;
  },
): void {
  let isInside = false;
  shadow.addEventListener('focusin', () => {
    if (isInside) return;
    isInside = true;
    dispatch({ kind: 'focus-entered' });
  }, { signal });
  shadow.addEventListener('focusout', (event) => {
    // A reader who follows a link into a new tab comes back to the card as it was.
    if (staysInside(shadow, event) || !isHere()) return;
    isInside = false;
    dispatch({ kind: 'focus-left' });
  }, { signal });
}

function staysInside(shadow: ShadowRoot, event: Event): boolean {
  const { relatedTarget } = event as PointerEvent | FocusEvent;
  return relatedTarget instanceof Node && shadow.contains(relatedTarget);
}
