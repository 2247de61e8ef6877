/** CSS pixels from the window's top left corner. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlaceRequest {
  /** The mark's rectangles, one for each line it stands on, top to bottom; at least one. */
  readonly lines: readonly Rect[];
  readonly window: { readonly width: number; readonly height: number };
  /** How tall the card's content would like to be. */
  readonly cardHeight: number;
  readonly direction: 'ltr' | 'rtl';
  /** Where the card is already, if it must stay on that side. */
  readonly side?: 'above' | 'below';
}

/**
 * Where the card goes. Below a line its top is fixed, above a line its bottom is (measured up from the window's
 * bottom), so that a card that grows or shrinks moves away from its line and never over it.
 */
export type CardPlace = { readonly left: number; readonly width: number; readonly maxHeight: number } & (
  | { readonly side: 'below'; readonly top: number }
  | { readonly side: 'above'; readonly bottom: number }
);

export const cardWidth = 372;
export const windowMargin = 8;
const lineGap = 6;
const shareOfWindow = 0.6;
/** The card's inner margin: the name in it stands under the name on the page. */
const textInset = 16;

/** Below the mark's last line if the card fits there or has more room there than above its first; else above that. */
export function placeCard({ lines, window, cardHeight, direction, side }: PlaceRequest): CardPlace {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) throw new RangeError('A card is placed beside a mark that has at least one rectangle');

  const highest = Math.max(0, Math.floor(window.height * shareOfWindow));
  const height = Math.min(cardHeight, highest);
  // A mark that is out of the window has its card at the window's edge.
  const top = clamp(last.bottom + lineGap, windowMargin, window.height - windowMargin);
  const bottom = clamp(window.height - first.top + lineGap, windowMargin, window.height - windowMargin);
  const roomBelow = Math.max(0, window.height - windowMargin - top);
  const roomAbove = Math.max(0, window.height - windowMargin - bottom);
  const below = side ? side === 'below' : roomBelow >= height || roomBelow >= roomAbove;

  const width = Math.max(0, Math.min(cardWidth, window.width - 2 * windowMargin));
  const line = below ? last : first;
  const wanted = direction === 'ltr' ? line.left - textInset : line.right + textInset - width;
  const left = clamp(wanted, windowMargin, window.width - windowMargin - width);

  return below
    ? { side: 'below', left, width, top, maxHeight: Math.min(highest, roomBelow) }
    : { side: 'above', left, width, bottom, maxHeight: Math.min(highest, roomAbove) };
}

export function isInWindow(lines: readonly Rect[], window: { readonly width: number; readonly height: number }): boolean {
  return lines.some(
    (line) => line.bottom > 0 && line.top < window.height && line.right > 0 && line.left < window.width,
  );
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
