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
  // The layout's width, without a scrollbar: the card must not lie under it.
  const { clientWidth } = document.documentElement;
  const window = { width: clientWidth, height: innerHeight };
  style.blockSize = 'auto';
  style.maxBlockSize = 'none';
  style.inlineSize = `${Math.min(cardWidth, clientWidth - 2 * windowMargin)}px`;
  const cardHeight = heightOf(card);
  const place = placeCard({ lines, window, cardHeight, direction: card.dir === 'rtl' ? 'rtl' : 'ltr', side: openSide });

  card.dataset.side = place.side;
  style.left = `${place.left}px`;
  style.inlineSize = `${place.width}px`;
  style.maxBlockSize = `${place.maxHeight}px`;
  if (card.dataset.keptPlace !== undefined) style.blockSize = `${cardHeight}px`;
  style.top = place.side === 'below' ? `${place.top}px` : 'auto';
  style.bottom = place.side === 'above' ? `${place.bottom}px` : 'auto';
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
