import { cardWidth, placeCard, windowMargin } from '../../lib/card/place-card';
import type { Rect } from '../../lib/card/place-card';

export interface Positioning {
  /** It is open there already and only its content changed. */
  readonly keepsSide: boolean;
  /** What it shows is what it showed, and its window as large: it is set as close as it was. */
  readonly keepsDensity: boolean;
}

/** How close its lines may be set (`assets/card/density.css`). */
const mostDense = 5;
/** So many reports are seen at a glance. */
const atAGlance = 3;

/**
 * Measures the card and puts it beside its mark. Where the window leaves it too little room for three reports, what stands above
 * them gives way, one thing after the other, until they can be seen; in a window that is too low for that, as many as can be.
 */
export function positionCard(card: HTMLElement, lines: readonly Rect[], { keepsSide, keepsDensity }: Positioning): void {
  const scrolled = [...card.querySelectorAll('.panel')].map((panel) => [panel, panel.scrollTop] as const);
  const { side } = card.dataset;
  const openSide = keepsSide && (side === 'above' || side === 'below') ? side : undefined;
  for (const [panel] of scrolled) panel.scrollTop = 0;
  for (let density = keepsDensity ? Number(card.dataset.density ?? 0) : 0; density <= mostDense; density++) {
    card.dataset.density = String(density);
    put(card, lines, openSide);
    if (keepsDensity || showsThree(card)) break;
  }
  for (const [panel, top] of scrolled) panel.scrollTop = top;
}

function put(card: HTMLElement, lines: readonly Rect[], openSide: 'above' | 'below' | undefined): void {
  const { style } = card;
  const window = seenOf();
  // The page's own zoom is in what is measured already; the card is as large as the reader has everything.
  style.zoom = String(1 / zoomAround(card));
  style.blockSize = 'auto';
  style.maxBlockSize = 'none';
  style.inlineSize = `${Math.min(cardWidth, window.width - 2 * windowMargin)}px`;
  const cardHeight = heightOf(card);
  const place = placeCard({ lines: lines.map((line) => within(window, line)), window, cardHeight, direction: card.dir === 'rtl' ? 'rtl' : 'ltr', side: openSide });

  card.dataset.side = place.side;
  style.left = `${place.left + window.left}px`;
  style.inlineSize = `${place.width}px`;
  style.maxBlockSize = `${place.maxHeight}px`;
  if (card.dataset.keptPlace !== undefined) style.blockSize = `${cardHeight}px`;
  style.top = place.side === 'below' ? `${place.top + window.top}px` : 'auto';
  style.bottom = place.side === 'above' ? `${place.bottom + window.below}px` : 'auto';
}

/** What of the window the reader sees, who may have pinched it wider: without scrollbars, under which the card must not lie. */
function seenOf() {
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport ?? { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight };
  return { left, top, width, height, below: innerHeight - top - height };
}

function within({ left, top }: { readonly left: number; readonly top: number }, line: Rect): Rect {
  return { left: line.left - left, top: line.top - top, right: line.right - left, bottom: line.bottom - top };
}

/** As pages set it on their root (`html { zoom: 1.25 }`): it goes on into the top layer. */
function zoomAround(card: HTMLElement): number {
  const { host } = card.getRootNode() as ShadowRoot;
  return host.currentCSSZoom;
}

/** One that opened before its content came stays as tall as it was then, whatever came. */
function heightOf(card: HTMLElement): number {
  if (card.dataset.keptPlace === undefined) return card.offsetHeight;
  if (card.ariaBusy === 'true') card.dataset.keptHeight = String(card.offsetHeight);
  return Number(card.dataset.keptHeight ?? card.offsetHeight);
}

/** The first three of each list, or as many as it has. Lists lie above each other, so that one that is not chosen is measured as well. */
function showsThree(card: HTMLElement): boolean {
  return [...card.querySelectorAll('.panel')].every((panel) => {
    const last = [...panel.querySelectorAll('[data-sidelight="item"]')].slice(0, atAGlance).at(-1);
    return last === undefined || last.getBoundingClientRect().bottom <= panel.getBoundingClientRect().bottom;
  });
}
