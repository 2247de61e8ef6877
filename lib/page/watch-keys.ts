export interface KeyListener {
  next(): void;
  previous(): void;
  /** Whether there was something to close. */
  dismissed(): boolean;
}

/**
 * Alt+J and Alt+K go from mention to mention, Escape closes the card. By the place of the key (`code`), since Alt
 * makes other letters on some keyboards. Keys that a script of the page invents are not ours, nor letters for a text.
 *
 * @returns has it listen to a window; to one that it listens to already, which forgets that in `document.open()`, once
 */
export function watchKeys(listener: KeyListener, signal: AbortSignal): (window: Window) => void {
  const handle = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.defaultPrevented || event.isComposing || !act(event, listener)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  return (window) => window.addEventListener('keydown', handle, { capture: true, signal });
}

/** Whether the key was for the marks; the page does not get it then. */
function act(event: KeyboardEvent, listener: KeyListener): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (event.code === 'Escape') return !event.altKey && listener.dismissed();
  if (!event.altKey || event.getModifierState('AltGraph') || isEditable(event)) return false;
  if (event.code === 'KeyJ') listener.next();
  else if (event.code === 'KeyK') listener.previous();
  else return false;
  return true;
}

function isEditable(event: KeyboardEvent): boolean {
  // A frame's elements are no instances of this window's.
  const [target] = event.composedPath() as Partial<HTMLElement>[];
  return (
    target?.isContentEditable === true || target?.role === 'textbox' || /^(input|textarea|select)$/.test(target?.localName ?? '')
  );
}
