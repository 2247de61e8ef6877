import type { CardContent, CardSubject, CoverageAnswer } from './card-content';

/** A mark on the page, as far as the card cares. */
export interface CardMark {
  /** The annotator's own number for it; two marks never share one while a page is annotated. */
  readonly mark: number;
  readonly subject: CardSubject;
  /** Which of the subject's mentions on this page it is, from 1. */
  readonly nth: number;
  /** How many mentions of the subject there are on this page. */
  readonly count: number;
}

export type CardTab = 'before' | 'since' | 'said';

/** `reveal` is asked for from outside the page: the popup or the panel. Only `dwell` lets go when the pointer leaves. */
export type OpenedBy = 'dwell' | 'press' | 'key' | 'reveal';

/** A pointer resting on a mark. Its content is null until the pointer has settled, and is fetched from then on. */
export interface Visit {
  readonly mark: CardMark;
  readonly content: CardContent | null;
}

interface Kept {
  /** The last token given out. Timers and questions carry one, so that what comes late is known as stale. */
  readonly token: number;
  /** The token of the one timer that may run. */
  readonly timer: number | null;
  /** Whether the card's own script has been injected into this frame. It stays once it is there. */
  readonly script: 'absent' | 'coming' | 'here';
}

export interface ClosedCard extends Kept {
  readonly kind: 'closed';
}

export interface WaitingCard extends Kept {
  readonly kind: 'waiting';
  readonly visit: Visit;
}

export interface OpenCard extends Kept {
  readonly kind: 'open';
  readonly mark: CardMark;
  readonly content: CardContent;
  readonly tab: CardTab;
  readonly openedBy: OpenedBy;
  readonly pointer: 'mark' | 'card' | 'away';
  /** Whether the keyboard's focus is inside the card. */
  readonly focused: boolean;
  /** Another mark that the pointer rests on meanwhile; its card replaces this one. */
  readonly next: Visit | null;
}

export type CardState = ClosedCard | WaitingCard | OpenCard;

export const noCard: ClosedCard = { kind: 'closed', token: 0, timer: null, script: 'absent' };

export type CardEvent =
  /** The pointer moved onto a mark, and has rested there so long by now: a fast one must be seen to rest before it is told of. */
  | { readonly kind: 'pointer-entered'; readonly mark: CardMark; readonly restedMs: number }
  /** The pointer left the mark it was on, and is on no other. */
  | { readonly kind: 'pointer-left' }
  /** It came nearer to the open card: for as long as it does, it is on its way there and nothing on the way is meant. */
  | { readonly kind: 'card-approached' }
  | { readonly kind: 'timer-fired'; readonly token: number }
  /** A click, a tap, a key or the popup asked for this mark's card. */
  | { readonly kind: 'chosen'; readonly mark: CardMark; readonly by: 'press' | 'key' | 'reveal' }
  /** Previous or next was pressed in the card; `mark` is where that leads. */
  | { readonly kind: 'stepped'; readonly mark: CardMark }
  | { readonly kind: 'coverage-arrived'; readonly token: number; readonly answer: CoverageAnswer }
  | { readonly kind: 'card-arrived' }
  | { readonly kind: 'card-unavailable' }
  | { readonly kind: 'card-entered' }
  | { readonly kind: 'card-left' }
  | { readonly kind: 'focus-entered' }
  | { readonly kind: 'focus-left' }
  | { readonly kind: 'tab-chosen'; readonly tab: CardTab }
  /** The reader asked again after a failure. */
  | { readonly kind: 'retried' }
  /** Escape, or the card's close button. */
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'pressed-outside' }
  /** The mark was scrolled out of the window. */
  | { readonly kind: 'mark-hidden' }
  /** The page changed and the mark is no more. */
  | { readonly kind: 'mark-gone' };

export type CardEffect =
  /** Replaces a timer that runs; when it is over, send `timer-fired` with its token. */
  | { readonly kind: 'start-timer'; readonly token: number; readonly delayMs: number }
  | { readonly kind: 'stop-timer' }
  /** Ask the background; answer with `coverage-arrived` and this token. */
  | { readonly kind: 'ask-coverage'; readonly token: number; readonly entity: string }
  /** Have the card's script injected; answer with `card-arrived` or `card-unavailable`. */
  | { readonly kind: 'bring-card' }
  | { readonly kind: 'scroll-to-mark'; readonly mark: number }
  /** Remember what has the focus, unless that is the card itself, and focus the card. */
  | { readonly kind: 'focus-card' }
  /** Give the focus back to what `focus-card` remembered. */
  | { readonly kind: 'return-focus' };

export interface CardTiming {
  /** How long the pointer rests on a mark before its card opens. The reader's setting. */
  readonly dwellMs: number;
  /** A pointer that rests this long is not just passing: fetch what the card will need. */
  readonly settleMs: number;
  /** How long a card waits for the pointer to come back, or to cross from its mark to it. */
  readonly leaveMs: number;
}

export const defaultTiming: CardTiming = { dwellMs: 300, settleMs: 80, leaveMs: 300 };
