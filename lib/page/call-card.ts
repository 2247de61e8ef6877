import { findCard } from '../card/card-slot';
import type { RunningCard } from '../card/card-slot';
import type { CardEvent } from '../card/card-state';
import type { CardPage } from './run-card';

export interface CalledCard extends Pick<RunningCard, 'dispatch' | 'openMark'> {
  /** Does this with the card, as soon as there is one. */
  use(action: (card: RunningCard) => void): void;
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
  let waiting: ((card: RunningCard) => void) | undefined;

  async function bring(): Promise<void> {
    if (card || isComing) return;
    isComing = true;
    const isThere = await bringCard();
    isComing = false;
    if (!isThere || page.signal.aborted) return;
    card = findCard<CardPage>()?.(page);
    if (card) waiting?.(card);
  }

  function use(action: (card: RunningCard) => void): void {
    waiting = action;
    if (card) action(card);
    else void bring();
  }

  return {
    prepare: () => void bring(),
    use,
    dispatch(event) {
      if (card || !endings.has(event.kind)) use((there) => there.dispatch(event));
      else waiting = undefined;
    },
    openMark: () => card?.openMark(),
  };
}
