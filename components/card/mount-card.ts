import type { CardHandlers, CardView } from '../../lib/card/card-slot';
import { makeCardHost } from './card-host';
import { refuseInvented, watchApproach, watchFocus, watchPointer, withholdFromPage } from './card-listeners';
import { drawCard } from './draw-card';
import { directionOfPage, enterPage, followMark, sheetsThatGo } from './stand-in-page';

/** Puts a card into the page: one element, which leaves with the card. */
export function mountCard(handlers: CardHandlers): CardView {
  const made = makeCardHost(document);
  const { host, shadow } = made;
  const ended = new AbortController();
  const { signal } = ended;
  // Before React, which listens at its root.
  refuseInvented(shadow, signal);
  enterPage(host);
  const card = drawCard(made, handlers, { direction: directionOfPage, sheets: sheetsThatGo(host) });
  withholdFromPage(shadow, signal);
  watchFocus(shadow, handlers.dispatch, { signal, isHere: () => document.hasFocus() });
  watchPointer(shadow, handlers.dispatch, signal);
  watchApproach(() => card.element()?.getBoundingClientRect(), handlers.dispatch, signal);
  followMark(handlers, {
    moved(isResized) {
      if (host.isConnected) card.place({ keepsSide: false, keepsDensity: !isResized });
    },
    refilled() {
      const hadFocus = shadow.activeElement !== null;
      enterPage(host);
      if (hadFocus) card.focus();
    },
    signal,
  });

  return {
    show: card.show,
    focus: card.focus,
    destroy() {
      ended.abort();
      card.end();
      host.remove();
    },
  };
}
