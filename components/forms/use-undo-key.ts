import { useEffect } from 'react';

export interface KeyedAction {
  /** Ctrl+Z, or Ctrl+Shift+Z and Ctrl+Y. */
  readonly key?: 'undo' | 'redo';
  readonly onPress: () => void;
}

/** Of all that a page offers to take back or do again: the last is what the keys mean. */
const offered: KeyedAction[] = [];

/** Lets the keys that every reader knows do what a button far away from the focus does. In a field of text they are the field's. */
export function useUndoKey(action: KeyedAction | undefined): void {
  useEffect(() => {
    if (action?.key === undefined) return;
    offered.push(action);
    document.addEventListener('keydown', press);
    return () => {
      offered.splice(offered.indexOf(action), 1);
      if (offered.length === 0) document.removeEventListener('keydown', press);
    };
  }, [action]);
}

function press(event: KeyboardEvent): void {
  const last = offered.at(-1);
  if (event.defaultPrevented || last?.key === undefined || last.key !== meant(event) || isText(event.target)) return;
  event.preventDefault();
  last.onPress();
}

function meant({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): KeyedAction['key'] {
  if (ctrlKey === metaKey || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
}

const withoutText = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.includes(target.type);
  return target instanceof HTMLElement && (target instanceof HTMLTextAreaElement || target.isContentEditable);
}
