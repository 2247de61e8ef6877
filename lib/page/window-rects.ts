import type { Rect } from '../card/place-card';
import { rectsOf } from './mark-ranges';

/** The rectangles of a range in the page's own window, a line each, wherever the frame is that it stands in. */
export function rectsInWindow(range: StaticRange): readonly Rect[] {
  let [x, y] = [0, 0];
  let frame = range.startContainer.ownerDocument?.defaultView?.frameElement;
  while (frame) {
    const { left, top } = frame.getBoundingClientRect();
    x += left + frame.clientLeft;
    y += top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  return rectsOf(range).map(({ left, top, right, bottom }) => ({ left: left + x, top: top + y, right: right + x, bottom: bottom + y }));
}
