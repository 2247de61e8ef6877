import { findCard } from '../card/card-slot';
import type { RunningCard } from '../card/card-slot';
import type { CardEvent } from '../card/card-state';
import type { CardPage } from './run-card';

export interface CalledCard extends RunningCard {
  /** Has the card's script brought, so that the first card need not wait for it. */
  prepare(): void;
}

/** These end what the reader began; with no card there is nothing to end. */
const endings: ReadonlySet<CardEvent['kind']> = new Set(['pointer-left', 'pressed-outside', 'dismissed', 'mark-gone']);

/**
 * The card as the annotator sees it: its script is brought when it is first needed, and then told what the reader did
 * last, unless that is over by then.
 */
export function callCard(page: CardPage, bringCard: () => Promise<boolean>): CalledCard {
  let card: RunningCard | undefined;
  let isComing = false;
  let waiting: CardEvent | undefined;

  async function bring(): Promise<void> {
    if (card || isComing) return;
    isComing = true;
    const isThere = await bringCard();
    isComing = false;
    if (!isThere || page.signal.aborted) return;
    card = findCard<CardPage>()?.(page);
    if (waiting) card?.dispatch(waiting);
  }

  return {
    prepare: () => void bring(),
    dispatch(event) {
      if (card) {
        card.dispatch(event);
        return;
      }
      waiting = endings.has(event.kind) ? undefined : event;
      if (waiting) void bring();
    },
    openMark: () => card?.openMark(),
  };
}
