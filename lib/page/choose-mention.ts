import type { PageMark } from './page-marks';
import { rectsInWindow } from './window-rects';

/**
 * Which mark a key leads to: the one after (or before) the last one, around the ends of the page. Where the reader has
 * scrolled away from the last one, or there was none, the first one from the window's top (or the last one above its
 * bottom) comes next.
 */
export function chooseMention(
  marks: readonly PageMark[],
  { direction, lastMark, windowHeight }: { readonly direction: -1 | 1; readonly lastMark: number | undefined; readonly windowHeight: number },
): PageMark | undefined {
  const last = marks.findIndex(({ mark }) => mark === lastMark);
  if (last >= 0 && isSeen(marks[last], windowHeight)) return marks.at((last + direction) % marks.length);
  return direction > 0
    ? (marks.find((mark) => edgesOf(mark).bottom > 0) ?? marks[0])
    : (marks.findLast((mark) => edgesOf(mark).top < windowHeight) ?? marks.at(-1));
}

function isSeen(mark: PageMark | undefined, windowHeight: number): boolean {
  if (!mark) return false;
  const { top, bottom } = edgesOf(mark);
  return bottom > 0 && top < windowHeight;
}

/** A mark without any room, as in a folded part of the page, is nowhere: neither seen nor below nor above. */
function edgesOf({ range }: PageMark): { readonly top: number; readonly bottom: number } {
  const rects = rectsInWindow(range);
  return { top: rects[0]?.top ?? Infinity, bottom: rects.at(-1)?.bottom ?? -Infinity };
}
