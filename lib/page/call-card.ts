import { findCard } from '../card/card-slot';
import type { RunningCard } from '../card/card-slot';
import type { CardEvent } from '../card/card-state';
import type { CardPage } from './run-card';

export interface CalledCard extends Pick<RunningCard, 'dispatch' | 'openMark'> {
  /** Does this with the card, as soon as there is one. */
  use(action: (card: RunningCard) => void): void;
}

/** These end what the reader began; with no card there is nothing to end. */
const endings: ReadonlySet<CardEvent['kind']> = new Set(['pointer-left', 'pressed-outside', 'dismissed', 'mark-gone']);

/**
 * The card as the annotator sees it: its script is brought at the reader's first sign of interest, and then told what
 * the reader did last, unless that is over by then. A pointer that has rested meanwhile need not rest again.
 */
export function callCard(page: CardPage, bringCard: () => Promise<boolean>): CalledCard {
  let card: RunningCard | undefined;
  let isComing = false;
  let waiting: ((card: RunningCard) => void) | undefined;
  let waitingMs = 0;
  let waitedMs = 0;

  async function bring(): Promise<void> {
    if (card || isComing) return;
    isComing = true;
    const isThere = await bringCard();
    isComing = false;
    if (!isThere || page.signal.aborted) return;
    card = findCard<CardPage>()?.({ ...page, dwellMs: () => Math.max(0, page.dwellMs() - waitedMs) });
    waitedMs = performance.now() - waitingMs;
    if (card) waiting?.(card);
  }

  function use(action: (card: RunningCard) => void): void {
    waiting = action;
    waitingMs = performance.now();
    waitedMs = 0;
    if (card) action(card);
    else void bring();
  }

  return {
    use,
    dispatch(event) {
      if (card || !endings.has(event.kind)) use((there) => there.dispatch(event));
      else waiting = undefined;
    },
    openMark: () => card?.openMark(),
  };
}
