import { whenAborted } from './when-aborted';

/** In the window of the document that it is over: the page's own, or that of a frame in it. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly within: Document;
  /** When the pointer came there, by the page's clock; a frame's events go by that frame's. */
  readonly sinceMs: number;
}

/** What the reader does with the marks of a page. */
export interface PointerListener {
  markAt(point: Point): number | undefined;
  /** A mouse or pen came onto this mark, from elsewhere or from another, and has not moved for so long since. */
  entered(mark: number, restedMs: number): void;
  /** It is on no mark any more; not told when it went over to the card. */
  left(): void;
  /** A click or a tap on a mark that is not in a link or a control. */
  pressed(mark: number): void;
  /** A press anywhere else on the page; the card is not the page. */
  pressedOutside(): void;
  /** The key that has to be held for a mouse or pen to enter a mark. */
  heldKey(): 'none' | 'alt' | 'ctrl' | 'shift';
}

export interface PointerWatch {
  /** The marks have changed under a pointer that rests: one that is gone is left, none is entered. */
  look(): void;
  /** Watches this document; one that is watched already, which forgets that in `document.open()`, once. */
  also(document: Document): void;
}

/** Faster than this, in CSS pixels for each millisecond, a pointer is on its way elsewhere … */
const fastPxPerMs = 0.8;
/** … unless it has not moved for this long. */
const restMs = 40;
/** A finger or pen that stays as long as this on a mark asks for its card, even where a tap does something else. */
const longPressMs = 500;
/** A finger is never quite still. */
const stillPx = 10;

/** What a click on the page does already, so that it does not open a card. */
const interactive =
  'a[href],button,input,select,textarea,label,summary,audio,video,[contenteditable],[role=button],' +
  '[role=link],[role=tab],[role=menuitem],[onclick]';

/**
 * Tells the listener what the pointer does, until the signal fires. Nothing is kept from the page, and what a script
 * of the page invents is not listened to. Looks for a mark at most once a frame. Only the click that ends a long press
 * on a mark is kept from what is below it.
 */
export function watchPointer(
  window: Window,
  listener: PointerListener,
  { isCard, signal }: { readonly isCard: (target: EventTarget | null | undefined) => boolean; readonly signal: AbortSignal },
): PointerWatch {
  let point: Point | undefined;
  let over: number | undefined;
  /** The look that is due; none is 0. */
  let frame = 0;
  /** On its way elsewhere, or it is the page that moved and not the pointer. */
  let isPassing = false;
  let isHeld = false;
  let resting: number | undefined;
  let pressAt: Point | undefined;
  let pressing: number | undefined;
  let isLongPress = false;

  /** It may stand in a shadow root of the page, whose host is the target then. */
  function isInCard(event: Event): boolean {
    return isCard(event.composedPath()[0]);
  }

  function schedule(): void {
    frame ||= window.requestAnimationFrame(look);
  }

  function look(): void {
    frame = 0;
    const at = point;
    const mark = at && listener.markAt(at);
    if (mark === over) return;
    const isMeant = at && mark !== undefined && !isPassing && (isHeld || listener.heldKey() === 'none');
    if (isMeant) listener.entered(mark, performance.now() - at.sinceMs);
    else if (over !== undefined) listener.left();
    over = isMeant ? mark : undefined;
  }

  function rest(): void {
    isPassing = false;
    look();
  }

  function pageMoved(): void {
    // Where a look is due already, the pointer has moved too.
    if (!point || frame !== 0) return;
    isPassing = true;
    schedule();
  }

  function hold(event: MouseEvent | KeyboardEvent): void {
    const modifier = listener.heldKey();
    isHeld = modifier !== 'none' && event[`${modifier}Key`];
  }

  function endPress(): void {
    window.clearTimeout(pressing);
    pressAt = undefined;
  }

  const handlers: [type: string, handle: (event: Event) => void][] = [];

  function listen<K extends keyof DocumentEventMap>(type: K, handle: (event: DocumentEventMap[K]) => void): void {
    handlers.push([type, (event) => {
      if (event.isTrusted) handle(event as DocumentEventMap[K]);
    }]);
  }

  listen('pointermove', (event) => {
    const to = pointOf(event);
    if (pressAt && distance(pressAt, to) > stillPx) endPress();
    if (event.pointerType === 'touch') return;
    if (isInCard(event)) {
      // The card says itself that the pointer is in it.
      point = undefined;
      over = undefined;
      return;
    }
    // Browsers say that it moved when it was the page.
    const wayPx = point && distance(point, to);
    if (wayPx === 0) return;
    isPassing = (wayPx ?? 0) > fastPxPerMs * (to.sinceMs - (point ?? to).sinceMs);
    point = to;
    hold(event);
    window.clearTimeout(resting);
    if (isPassing) resting = window.setTimeout(rest, restMs);
    schedule();
  });
  for (const type of ['keydown', 'keyup'] as const) {
    listen(type, (event) => {
      // No click comes any more of the press that was before.
      isLongPress = false;
      hold(event);
      if (!isHeld || !point) return;
      isPassing = false;
      schedule();
    });
  }
  listen('pointerdown', (event) => {
    endPress();
    isLongPress = false;
    if (event.pointerType === 'mouse' || isInCard(event)) return;
    const at = pointOf(event);
    pressAt = at;
    pressing = window.setTimeout(() => {
      const mark = listener.markAt(at);
      if (mark === undefined) return;
      isLongPress = true;
      listener.pressed(mark);
    }, longPressMs);
  });
  listen('pointerup', endPress);
  listen('pointercancel', endPress);
  listen('contextmenu', (event) => {
    if (isLongPress) event.preventDefault();
  });
  listen('pointerout', ({ relatedTarget, pointerType }) => {
    // Out of the window, or into a frame, as the card may be one.
    if ((relatedTarget && !isCard(relatedTarget)) || pointerType === 'touch') return;
    point = undefined;
    schedule();
  });
  listen('scroll', pageMoved);
  listen('click', (event) => {
    if (isLongPress) {
      isLongPress = false;
      event.preventDefault();
      return;
    }
    if (event.button !== 0 || isInCard(event)) return;
    const mark = isPlainPress(event) ? listener.markAt(pointOf(event)) : undefined;
    if (mark === undefined) listener.pressedOutside();
    else listener.pressed(mark);
  });
  whenAborted(signal, () => {
    window.cancelAnimationFrame(frame);
    window.clearTimeout(resting);
    endPress();
  });
  return {
    look: pageMoved,
    also(document) {
      for (const [type, handle] of handlers) document.addEventListener(type, handle, { capture: true, signal });
    },
  };
}

function pointOf({ clientX: x, clientY: y, currentTarget }: MouseEvent): Point {
  return { x, y, within: currentTarget as Document, sinceMs: performance.now() };
}

function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** No key held, no text selected, nothing under the pointer that reacts by itself. */
function isPlainPress(event: MouseEvent): boolean {
  const { target, currentTarget } = event;
  return (
    !event.defaultPrevented &&
    !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) &&
    (currentTarget as Document).getSelection()?.isCollapsed !== false &&
    // A frame's elements are no instances of this window's.
    (target as Partial<Element> | null)?.closest?.(interactive) === null
  );
}
