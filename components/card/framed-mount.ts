import type { CardView, MountCard } from '../../lib/card/card-slot';
import type { OpenCard } from '../../lib/card/card-state';
import type { Drawing } from './card-stage';
import { mountFramedCard } from './frame-card';

/**
 * Mounts cards in frames, and in the page where the browser lets no script into a frame: Firefox, where a page was allowed this
 * once (`activeTab`).
 */
export function createFramedMount(drawing: Drawing, bringHere: () => Promise<MountCard | undefined>): MountCard {
  let mountHere: MountCard | undefined;
  return (handlers) => {
    if (mountHere) return mountHere(handlers);
    let shown: OpenCard | undefined;
    let hasFocus = false;
    let isGone = false;
    let view: CardView = mountFramedCard(handlers, drawing, async () => {
      mountHere ??= await bringHere();
      if (isGone || !mountHere) return;
      view.destroy();
      view = mountHere(handlers);
      if (shown) view.show(shown);
      if (hasFocus) view.focus();
    });
    return {
      show(card) {
        shown = card;
        view.show(card);
      },
      focus() {
        hasFocus = true;
        view.focus();
      },
      destroy() {
        isGone = true;
        view.destroy();
      },
    };
  };
}
