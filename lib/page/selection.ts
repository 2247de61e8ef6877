import { documentIn } from './flat-tree';

/** Chromium's own: elsewhere a document's selection reaches into its shadow roots. */
interface SelectingRoot extends ShadowRoot {
  readonly getSelection?: () => Selection | null;
}

/** What the reader has selected in the page, or in the frame or the shadow root of it where that was. */
export function selectionIn(document: Document): Selection | null {
  const frame = document.activeElement && documentIn(document.activeElement);
  if (frame) return selectionIn(frame);
  let selection = document.getSelection();
  for (let inner = selection; inner; inner = innerOf(inner)) selection = inner;
  return selection;
}

/** To a document of Chromium, what is selected in a shadow root is the place before its host. */
function innerOf({ anchorNode, anchorOffset, isCollapsed }: Selection): Selection | null {
  if (!isCollapsed) return null;
  const host = anchorNode?.childNodes[anchorOffset];
  const root: SelectingRoot | null | undefined = (host as Partial<Element> | undefined)?.shadowRoot;
  return root?.getSelection?.() ?? null;
}
