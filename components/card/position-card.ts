import { cardWidth, placeCard, windowMargin } from '../../lib/card/place-card';
import type { Rect } from '../../lib/card/place-card';

/** Measures the card and puts it beside its mark; `keepsSide` where it is open there already and only its content changed. */
export function positionCard(card: HTMLElement, lines: readonly Rect[], keepsSide: boolean): void {
  const { style } = card;
  // The layout's width, without a scrollbar: the card must not lie under it.
  const { clientWidth } = document.documentElement;
  const window = { width: clientWidth, height: innerHeight };
  const scrolled = [...card.querySelectorAll('.panel')].map((panel) => [panel, panel.scrollTop] as const);
  const { side } = card.dataset;
  const openSide = side === 'above' || side === 'below' ? side : undefined;

  style.maxBlockSize = 'none';
  style.inlineSize = `${Math.min(cardWidth, clientWidth - 2 * windowMargin)}px`;
  const place = placeCard({
    lines, window, cardHeight: card.offsetHeight,
    direction: card.dir === 'rtl' ? 'rtl' : 'ltr',
    side: keepsSide ? openSide : undefined,
  });

  card.dataset.side = place.side;
  style.left = `${place.left}px`;
  style.inlineSize = `${place.width}px`;
  style.maxBlockSize = `${place.maxHeight}px`;
  style.top = place.side === 'below' ? `${place.top}px` : 'auto';
  style.bottom = place.side === 'above' ? `${place.bottom}px` : 'auto';
  for (const [panel, top] of scrolled) panel.scrollTop = top;
}
