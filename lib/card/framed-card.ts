import type { CardActions } from './card-slot';
import type { CardEvent, OpenCard } from './card-state';
import type { CardContent } from './card-content';
import type { Rect } from './place-card';

/*
 * What a card in a frame of its own and its script in the page say to each other, as JSON, by a port that nobody else has an
 * end of. Each says only what its own side is told already.
 */

/** What the reader can say in the card whose answer the page's side has. */
export type CalledAction = Exclude<keyof CardActions, 'openPanel'>;

/** The card's own place in its frame, and how its edge looks. */
export interface Standing extends Rect {
  readonly radius: string;
  readonly shadow: string;
}

export interface Setting {
  /** Where the mark is in the frame's window. */
  readonly lines: readonly Rect[];
  readonly direction: 'ltr' | 'rtl';
  readonly scheme?: 'light' | 'dark';
}

export type ToFrame =
  /** Draw this. Content that is as it was does not come again. */
  | { readonly kind: 'show'; readonly card: Omit<OpenCard, 'content'>; readonly content?: CardContent; readonly setting: Setting }
  /** The mark, or the window around it, has moved. */
  | { readonly kind: 'moved'; readonly setting: Setting; readonly isResized: boolean }
  | { readonly kind: 'focus' }
  /** What came of a call. Where it can be taken back, `undo` is the number to say so with. */
  | { readonly kind: 'answer'; readonly call: number; readonly answer: unknown };

export type FromFrame =
  /** It has its end of the port. */
  | { readonly kind: 'connected' }
  | { readonly kind: 'happened'; readonly event: CardEvent }
  | { readonly kind: 'stands'; readonly standing: Standing }
  /** To another mention of the card's subject. */
  | { readonly kind: 'step'; readonly direction: -1 | 1 }
  /** To another mark of the page. */
  | { readonly kind: 'go'; readonly direction: -1 | 1 }
  | { readonly kind: 'read'; readonly subject: string }
  | { readonly kind: 'open-sources' }
  | { readonly kind: 'call'; readonly call: number; readonly action: CalledAction; readonly said?: unknown }
  | { readonly kind: 'undo'; readonly call: number; readonly undo: number };
