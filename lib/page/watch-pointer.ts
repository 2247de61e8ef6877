export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the reader does with the marks of a page. */
export interface PointerListener {
  /** The mark at a point of the window. */
  markAt(point: Point): number | undefined;
  /** A mouse or pen came onto this mark, from elsewhere or from another. */
  entered(mark: number): void;
  /** It is on no mark any more; not told when it went over to the card. */
  left(): void;
  /** A click or a tap on a mark that is not in a link or a control. */
  pressed(mark: number): void;
  /** A press anywhere else on the page; the card is not the page. */
  pressedOutside(): void;
}

export interface PointerWatch {
  /** The marks have moved or changed under a pointer that rests. */
  look(): void;
}

/** What a click on the page does already, so that it does not open a card. */
const interactive =
  'a[href], button, input, select, textarea, label, summary, audio, video, [contenteditable], [role="button"], ' +
  '[role="link"], [role="tab"], [role="menuitem"], [onclick]';

/**
 * Tells the listener what the pointer does, until the signal fires. Nothing is kept from the page, and what a script
 * of the page invents is not listened to. Looks for a mark at most once a frame.
 */
export function watchPointer(
  window: Window,
  listener: PointerListener,
  { isCard, signal }: { readonly isCard: (target: EventTarget | null) => boolean; readonly signal: AbortSignal },
): PointerWatch {
  const { document } = window;
  let point: Point | undefined;
  let over: number | undefined;
  let frame: number | undefined;

  function schedule(): void {
    frame ??= window.requestAnimationFrame(look);
  }

  function look(): void {
    frame = undefined;
    const mark = point && listener.markAt(point);
    if (mark === over) return;
    over = mark;
    if (mark === undefined) listener.left();
    else listener.entered(mark);
  }

  function listen<K extends keyof DocumentEventMap>(type: K, handle: (event: DocumentEventMap[K]) => void): void {
    const trusted = (event: DocumentEventMap[K]): void => {
      if (event.isTrusted) handle(event);
    };
    document.addEventListener(type, trusted, { capture: true, passive: true, signal });
  }

  listen('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    if (isCard(event.target)) {
      // The card says itself that the pointer is in it.
      point = undefined;
      over = undefined;
      return;
    }
    point = { x: event.clientX, y: event.clientY };
    schedule();
  });
  listen('pointerout', (event) => {
    // Out of the window, or into a frame.
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    point = undefined;
    schedule();
  });
  listen('scroll', () => {
    if (point) schedule();
  });
  listen('click', (event) => {
    if (event.button !== 0 || isCard(event.target)) return;
    const mark = isPlainPress(event, window) ? listener.markAt({ x: event.clientX, y: event.clientY }) : undefined;
    if (mark === undefined) listener.pressedOutside();
    else listener.pressed(mark);
  });
  signal.addEventListener('abort', () => {
    if (frame !== undefined) window.cancelAnimationFrame(frame);
  });
  return { look: schedule };
}

/** No key held, no text selected, nothing under the pointer that reacts by itself. */
function isPlainPress(event: MouseEvent, window: Window): boolean {
  const { target } = event;
  return (
    !event.defaultPrevented &&
    !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) &&
    window.getSelection()?.isCollapsed !== false &&
    target instanceof Element &&
    target.closest(interactive) === null
  );
}
