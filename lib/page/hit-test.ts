import { addToList } from './add-to-list';
import { nodeType } from './flat-tree';
import { rectsOf } from './mark-ranges';

/** A mark as the pointer finds it. */
export interface MarkedRange {
  /** The annotator's number for it. */
  readonly mark: number;
  readonly range: StaticRange;
}

/** How far beside a mark's box still counts, in CSS pixels, so that a thin underline is no harder to hit. */
const slackPx = 2;
/** A name is not spread over more text nodes than this, unless the page has moved its ends apart meanwhile. */
const mostNodes = 100;
const mostInShadows = 500;

/**
 * Finds the mark at a point of the window, or of the frame whose document it is given. The caret's position says which text node the point is in and where;
 * `getClientRects` then tells a point on the mark from one beside it on the same line.
 */
export function createHitTest(
  document: Document,
  marked: readonly MarkedRange[],
): (x: number, y: number, within?: Document) => number | undefined {
  const byNode = new Map<Node, MarkedRange[]>();
  for (const entry of marked) {
    for (const node of textNodesOf(entry.range)) addToList(byNode, node, entry);
  }
  // Carets stop at shadow roots; there are few marks in these.
  const inShadows = marked.filter(({ range }) => range.startContainer.getRootNode().nodeType !== nodeType.document).slice(0, mostInShadows);
  const isAt = (x: number, y: number) => ({ range }: MarkedRange) => rectsOf(range).some((rect) => contains(rect, x, y));
  return (x, y, within = document) => {
    const caret = within.caretPositionFromPoint(x, y);
    const near = caret && byNode.get(caret.offsetNode);
    if (!near) return within.elementFromPoint(x, y)?.shadowRoot ? inShadows.find(isAt(x, y))?.mark : undefined;
    const at = firstEndingAtOrAfter(near, caret.offsetNode, caret.offset);
    // The caret goes to the nearer side of a letter, so where two marks touch it may stand between them.
    return near.slice(at, at + 2).find(isAt(x, y))?.mark;
  };
}

/** By halving: marks are in the order of the page and do not overlap. */
function firstEndingAtOrAfter(marked: readonly MarkedRange[], node: Node, offset: number): number {
  let low = 0;
  let high = marked.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const range = marked[middle]?.range;
    if (range?.endContainer === node && range.endOffset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* textNodesOf({ startContainer, endContainer }: StaticRange): Generator<Node> {
  yield startContainer;
  if (startContainer === endContainer) return;
  const walker = document.createTreeWalker(startContainer.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  let left = mostNodes;
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode(), left--) {
    yield node;
    if (node === endContainer) return;
  }
}

function contains({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - slackPx && x <= right + slackPx && y >= top - slackPx && y <= bottom + slackPx;
}
