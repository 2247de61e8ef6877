import { documentIn } from './flat-tree';

/** What the reader has selected in the page, or in the frame of it that has the focus. */
export function selectionIn(document: Document): Selection | null {
  const frame = document.activeElement && documentIn(document.activeElement);
  return (frame ?? document).getSelection();
}
