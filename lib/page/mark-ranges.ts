import type { Block } from './read-blocks';
import { placeOfEnd, placeOfStart } from './text-pieces';

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
  if (!from?.node.isConnected || !to?.node.isConnected) return undefined;
  // What is seen as one paragraph may stand in two trees, which no range can span.
  if (from.node !== to.node && from.node.getRootNode() !== to.node.getRootNode()) return undefined;
  if (from.offset >= from.node.length || to.offset > to.node.length) return undefined;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
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
}

/** Paints with the highlight registry, which leaves the document as it is. Everything is gone when the signal fires. */
export function createMarks(registry: HighlightRegistry, signal: AbortSignal): Marks {
  const all = new Highlight();
  const opened = new Highlight();
  opened.priority = 1;

  function show(name: string, highlight: Highlight, ranges: readonly StaticRange[]): void {
    if (signal.aborted) return;
    highlight.clear();
    for (const range of ranges) highlight.add(range);
    if (ranges.length > 0) registry.set(name, highlight);
    else hide(name, highlight);
  }

  /** Another annotator, as after an update, may have put its own highlight in this one's place. */
  function hide(name: string, highlight: Highlight): void {
    highlight.clear();
    if (registry.get(name) === highlight) registry.delete(name);
  }

  signal.addEventListener('abort', () => {
    hide(markNames.all, all);
    hide(markNames.open, opened);
  });
  return {
    paint: (ranges) => show(markNames.all, all, ranges),
    open: (range) => show(markNames.open, opened, range ? [range] : []),
  };
}

function lengthOf(node: Node): number {
  return node instanceof Text ? node.length : node.childNodes.length;
}
