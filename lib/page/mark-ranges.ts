import { addToList } from './add-to-list';
import type { Block } from './read-blocks';
import { placeOfEnd, placeOfStart } from './text-pieces';
import { whenAborted } from './when-aborted';

/** The names of the highlights; `entrypoints/marks.css` draws them. */
const markNames = { all: 'sidelight', open: 'sidelight-open' } as const;

/**
 * The place of a stretch of a block's text in the page; undefined where the page has changed under it. Static, because
 * the browser has to keep every live range up to date with each change of the page.
 */
export function rangeOf(block: Block, start: number, end: number): StaticRange | undefined {
  if (start >= end || end > block.text.length) return undefined;
  const from = placeOfStart(block.pieces, start);
  const to = placeOfEnd(block.pieces, end);
  if (!from || !to?.node.isConnected || to.at > to.node.length) return undefined;
  // What is seen as one paragraph may stand in two trees, which no range can span.
  if (from.node !== to.node && (from.node.getRootNode() !== to.node.getRootNode() || from.at >= from.node.length)) return undefined;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.at,
    endContainer: to.node,
    endOffset: to.at,
  });
}

/** The rectangles of a range in the window, a line each; none where the page has changed under it. */
export function rectsOf(range: StaticRange): readonly DOMRect[] {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return [];
  if (startOffset > lengthOf(startContainer) || endOffset > lengthOf(endContainer)) return [];
  const live = new Range();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return [...live.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

export interface Marks {
  /** Replaces what is marked; ranges in the order of the page. */
  paint(ranges: readonly StaticRange[]): void;
  /** Marks one range as that of the open card, or none. */
  open(range: StaticRange | undefined): void;
  /** Puts back what the page has taken away with highlights of its own: `CSS.highlights.clear()` takes all. */
  restore(): void;
}

/**
 * Paints with the highlight registries of the page and of the frames in it, which leaves the documents as they are.
 * Everything is gone when the signal fires.
 */
export function createMarks(signal: AbortSignal): Marks {
  const all = createPainter(markNames.all, 0);
  const opened = createPainter(markNames.open, 1);
  whenAborted(signal, () => {
    all([]);
    opened([]);
  });
  return {
    paint: (ranges) => all(signal.aborted ? [] : ranges),
    open: (range) => opened(signal.aborted || !range ? [] : [range]),
    restore: () => all(),
  };
}

/**
 * A highlight of this name in each document that something is marked in. A new one each time, made of all its ranges at
 * once; without ranges, the one that there was.
 */
function createPainter(name: string, priority: number): (ranges?: readonly StaticRange[]) => void {
  let painted = new Map<HighlightRegistry, Highlight>();
  return (ranges) => {
    if (!ranges) {
      for (const [registry, highlight] of painted) if (!registry.has(name)) registry.set(name, highlight);
      return;
    }
    const before = painted;
    painted = new Map();
    const byDocument = new Map<Document | null, StaticRange[]>();
    for (const range of ranges) addToList(byDocument, range.startContainer.ownerDocument, range);
    for (const [document, those] of byDocument) {
      // A frame that has gone has no window any more.
      const registry = document?.defaultView?.CSS.highlights;
      if (!registry) continue;
      const highlight = new Highlight(...those);
      highlight.priority = priority;
      registry.set(name, highlight);
      painted.set(registry, highlight);
    }
    for (const [registry, highlight] of before) {
      // Another annotator, as after an update, may have put its own highlight in this one's place.
      if (!painted.has(registry) && registry.get(name) === highlight) registry.delete(name);
    }
  };
}

function lengthOf(node: Node): number {
  return node.nodeValue?.length ?? node.childNodes.length;
}
