import type { CardEvent, OpenCard } from './card-state';
import type { Rect } from './place-card';

/** A card on the screen. It lives from the first open state until the next that is not open. */
export interface CardView {
  /** Draws this state. Cheap when little has changed. */
  show(card: OpenCard): void;
  /** Moves the keyboard's focus into the card. */
  focus(): void;
  /** Takes the card out of the page without a trace. */
  destroy(): void;
}

/** What came of something that the reader said; undefined where it could not be kept. */
export type Kept = { readonly undo: () => Promise<boolean> } | undefined;

/** Whom else a name may mean. */
export interface OtherSubject {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

/** What the reader can say about the open card's subject. */
export interface CardActions {
  follow(on: boolean): Promise<Kept>;
  mute(): Promise<Kept>;
  /** Others that the mark's text may mean. */
  others(): Promise<readonly OtherSubject[]>;
  /** The mark's text does not mean the subject but this one, or nobody who is known; here, or everywhere. */
  correct(choice: { readonly is?: string; readonly everywhere: boolean }): Promise<Kept>;
  /** With the subject in it. False where the browser opens it only from its own menu. */
  openPanel(): Promise<boolean>;
}

/** What the card needs of the annotator. */
export interface CardHandlers {
  readonly actions: CardActions;
  /** The card has been shown with what is known of this subject. */
  wasRead(subject: string): void;

  /** Light or dark as the reader chose; undefined where that is the system's to say. */
  scheme(): 'light' | 'dark' | undefined;
  dispatch(event: CardEvent): void;
  /** To the previous or the next mention of the open card's subject, around the ends of the page. */
  step(direction: -1 | 1): void;
  /** To the next or the previous mark of the page that is shown. */
  go(direction: -1 | 1): void;
  /** Where the open card's mark is now, one rectangle a line, top to bottom; none if the mark is gone. */
  locate(): readonly Rect[];
  /** Opens the extension's page where sources are added. */
  openSources(): void;
}

export type MountCard = (handlers: CardHandlers) => CardView;

/** The card's machine, running. */
export interface RunningCard {
  dispatch(event: CardEvent): void;
  /** The number of the mark whose card is open. */
  openMark(): number | undefined;
  /** To the next or the previous mark that is shown, around the ends of the page. */
  go(direction: -1 | 1): void;
  /** Opens a card for what the reader has selected. */
  lookUp(): void;
}

/** Starts the machine for the annotator's page, until the page's signal fires. `Page` is what it needs of that. */
export type StartCard<Page> = (page: Page) => RunningCard;

const slotKey: unique symbol = Symbol.for('sidelight.card') as never;

/**
 * The annotator and the card are two scripts in one isolated world, which is all they share: the card's script leaves
 * a function here and the annotator finds it. The page's own scripts see neither.
 */
const slot = globalThis as { [slotKey]?: StartCard<never> };

export function putCard<Page>(start: StartCard<Page>): void {
  slot[slotKey] = start;
}

export function findCard<Page>(): StartCard<Page> | undefined {
  return slot[slotKey] as StartCard<Page> | undefined;
}

const viewKey: unique symbol = Symbol.for('sidelight.card-view') as never;
const viewSlot = globalThis as { [viewKey]?: MountCard };

/** So does what draws a card, where it is another script than the card's. */
export function putView(mount: MountCard): void {
  viewSlot[viewKey] = mount;
}

export function findView(): MountCard | undefined {
  return viewSlot[viewKey];
}
