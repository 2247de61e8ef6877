import type { CardActions, CardView, Kept, MountCard, OtherSubject, RunningCard } from '../card/card-slot';
import type { CoverageAnswer } from '../card/card-content';
import { defaultTiming, noCard } from '../card/card-state';
import type { CardEffect, CardEvent, CardState } from '../card/card-state';
import { reduceCard } from '../card/reduce-card';
import { isCard } from './card-element';
import { rectsOf } from './mark-ranges';
import type { Rect } from '../card/place-card';
import { chooseMention } from './choose-mention';
import { isSeenIn } from './flat-tree';
import type { FindNames } from './keep-annotated';
import { isUnknown, lookUpSelection } from './look-up-selection';
import { describePage, readPageFacts } from './page-facts';
import type { PageFacts } from './page-facts';
import type { PageMark } from './page-marks';
import { rectsInWindow } from './window-rects';
import { whenAborted } from './when-aborted';

/** What the card's machine needs of the annotator. */
export interface CardPage {
  readonly window: Window;
  /** The marks as they are now, in the order of the page. */
  marks(): readonly PageMark[];
  /** How long a pointer rests on a mark before its card opens. */
  dwellMs(): number;
  /** Light or dark as the reader chose; undefined where that is the system's to say. */
  scheme(): 'light' | 'dark' | undefined;
  /** Told which mark has the card. */
  opened(mark: PageMark | undefined): void;
  /** The blocks of the article. */
  texts(): readonly string[];
  /** What the page says of itself; undefined while it is not annotated. */
  facts(): PageFacts | undefined;
  readonly signal: AbortSignal;
}

/** What it needs of the rest of the extension. */
export interface CardServices {
  readonly mountCard: MountCard;
  /** Mounting takes its time: it is begun when the pointer has settled, and nothing is seen before the card opens. */
  readonly mountsEarly?: boolean;
  /** What the reader's sources reported about this entity, on this page, beside the others that it names. */
  readonly askCoverage: (entity: string, page: PageFacts, alongside: readonly string[]) => Promise<CoverageAnswer>;
  readonly openSources: () => void;
  readonly openPanel: (entity: string) => Promise<boolean>;
  readonly readAbout: (entity: string) => void;
  readonly follow: (entity: string, on: boolean) => Promise<Kept>;
  readonly mute: (entity: string) => Promise<Kept>;
  readonly others: (text: string, entity: string) => Promise<readonly OtherSubject[]>;
  readonly correct: (correction: { readonly text: string; readonly url?: string; readonly not: string; readonly is?: string }) => Promise<Kept>;
  readonly findNames: FindNames;
}

const mostAlongside = 1_000;

/** Runs the card's state machine: carries out its effects and draws its states. */
export function runCard({ window, signal, ...page }: CardPage, services: CardServices): RunningCard {
  let state: CardState = { ...noCard, script: 'here' };
  let view: CardView | undefined;
  let timer: number | undefined;
  let focusedBefore: Element | null = null;
  let lastMark: number | undefined;
  /** Where the reader looked something up that is no mark of the page. */
  let lookedUp: PageMark | undefined;

  function dispatch(event: CardEvent): void {
    if (signal.aborted) return;
    const step = reduceCard(state, event, { ...defaultTiming, dwellMs: page.dwellMs() });
    state = step.state;
    // The focus can only go to a card that is drawn, and come back from one that is gone.
    const [early, late] = [step.effects.filter((effect) => !movesFocus(effect)), step.effects.filter(movesFocus)];
    for (const effect of early) carryOut(effect);
    draw();
    for (const effect of late) carryOut(effect);
  }

  function carryOut(effect: CardEffect): void {
    switch (effect.kind) {
      case 'start-timer':
        window.clearTimeout(timer);
        timer = window.setTimeout(() => dispatch({ kind: 'timer-fired', token: effect.token }), effect.delayMs);
        break;
      case 'stop-timer':
        window.clearTimeout(timer);
        break;
      case 'ask-coverage':
        void askCoverage(effect.entity).then((answer) =>
          dispatch({ kind: 'coverage-arrived', token: effect.token, answer }),
        );
        break;
      case 'bring-card':
        // This is the card's script: it is there.
        break;
      case 'scroll-to-mark':
        scrollTo(findMark(effect.mark), window);
        break;
      case 'focus-card': {
        const focused = focusedIn(window.document);
        if (!isCard(focused)) focusedBefore = focused;
        view?.focus();
        break;
      }
      case 'return-focus':
        if (focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
        focusedBefore = null;
        break;
    }
  }

  async function askCoverage(entity: string): Promise<CoverageAnswer> {
    if (isUnknown(entity)) return { state: 'unknown' };
    const facts = factsOf();
    if (!facts) return { state: 'failed', failure: { kind: 'cancelled' } };
    const others = new Set(page.marks().map(({ subject }) => subject.id).filter((id) => id !== entity));
    return services.askCoverage(entity, facts, [...others].slice(0, mostAlongside));
  }

  function draw(): void {
    const mark = state.kind === 'open' ? findMark(state.mark.mark) : undefined;
    page.opened(mark);
    lastMark = mark?.mark ?? lastMark;
    const isExpected = services.mountsEarly === true && state.kind === 'waiting' && state.visit.content !== null;
    if (state.kind !== 'open' && !isExpected) {
      view?.destroy();
      view = undefined;
    } else {
      view ??= services.mountCard({ dispatch, scheme: page.scheme, step, go, locate, actions, wasRead: services.readAbout, openSources: services.openSources });
      if (state.kind === 'open') view.show(state);
    }
  }

  /** Of the card that is open when the reader says it. */
  const actions: CardActions = {
    follow: async (on) => services.follow(subject(), on),
    mute: async () => services.mute(subject()),
    others: async () => services.others(writtenName(), subject()),
    correct: async ({ is, everywhere }) =>
      services.correct({ text: writtenName(), not: subject(), is, url: everywhere ? undefined : page.facts()?.url }),
    openPanel: () => services.openPanel(subject()),
  };

  function subject(): string {
    return state.kind === 'open' ? state.mark.subject.id : '';
  }

  function writtenName(): string {
    const mark = state.kind === 'open' ? findMark(state.mark.mark) : undefined;
    if (!mark) return '';
    const { startContainer, startOffset, endContainer, endOffset } = mark.range;
    const range = window.document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString().replace(/\s+/g, ' ').trim();
  }

  function findMark(number: number): PageMark | undefined {
    return number === lookedUp?.mark ? lookedUp : page.marks().find(({ mark }) => mark === number);
  }

  /** A page that is no article can be asked about too. */
  function factsOf(): PageFacts | undefined {
    const { document } = window;
    return page.facts() ?? readPageFacts(document, describePage(document), Date.now());
  }

  function go(direction: -1 | 1): void {
    const shown = page.marks().filter(({ isShown }) => isShown);
    const mark = chooseMention(shown, { direction, lastMark, windowHeight: window.innerHeight });
    if (mark) dispatch({ kind: 'chosen', mark, by: 'key' });
  }

  async function lookUp(): Promise<void> {
    const facts = factsOf();
    if (!facts) return;
    const mark = await lookUpSelection(window, { marks: page.marks(), texts: page.texts(), facts, findNames: services.findNames });
    if (!mark) return;
    if (mark.mark < 0) lookedUp = mark;
    dispatch({ kind: 'chosen', mark, by: 'key' });
  }

  function step(direction: -1 | 1): void {
    const from = state.kind === 'open' ? findMark(state.mark.mark) : undefined;
    if (from) dispatch({ kind: 'stepped', mark: stepMention(page.marks(), from, direction) });
  }

  function locate(): readonly Rect[] {
    const mark = state.kind === 'open' ? findMark(state.mark.mark) : undefined;
    return mark ? rectsInWindow(mark.range) : [];
  }

  whenAborted(signal, () => {
    window.clearTimeout(timer);
    view?.destroy();
    view = undefined;
    state = noCard;
  });
  return {
    dispatch, go,
    lookUp: () => void lookUp(),
    openMark: () => (state.kind === 'open' ? state.mark.mark : undefined),
  };
}

/** What has the keyboard's focus, in open shadow roots as well. */
function focusedIn({ activeElement }: Document | ShadowRoot): Element | null {
  return (activeElement?.shadowRoot && focusedIn(activeElement.shadowRoot)) ?? activeElement;
}

/** The previous or the next mark of the same subject, around the ends of the page. */
function stepMention(marks: readonly PageMark[], from: PageMark, direction: -1 | 1): PageMark {
  const same = marks.filter(({ subject }) => subject.id === from.subject.id);
  const at = same.findIndex(({ mark }) => mark === from.mark);
  return same.at((at + direction) % same.length) ?? from;
}

function movesFocus({ kind }: CardEffect): boolean {
  return kind === 'focus-card' || kind === 'return-focus';
}

/** Into the window if it is not there, and then to its middle; the page's own smooth scrolling would come too late. */
function scrollTo(mark: PageMark | undefined, window: Window): void {
  const element = mark?.range.startContainer.parentElement;
  if (!mark || !element || isInside(mark, window)) return;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const [line] = rectsInWindow(mark.range);
  // A paragraph taller than the window.
  if (line && !isInside(mark, window)) window.scrollBy({ top: line.top - window.innerHeight / 2, behavior: 'instant' });
}

/** In the window, and under nothing that stays there while the page scrolls, such as a header. */
function isInside({ range }: PageMark, window: Window): boolean {
  const rects = rectsInWindow(range);
  return rects.length > 0 && rects.every(({ top, bottom }) => top >= 0 && bottom <= window.innerHeight) && !isCovered(range);
}

function isCovered(range: StaticRange): boolean {
  const { startContainer } = range;
  return rectsOf(range).some(({ left, top, width, height }) => {
    const above = startContainer.ownerDocument?.elementFromPoint(left + width / 2, top + height / 2);
    return !above || !(isCard(above) || isSeenIn(above, startContainer) || isSeenIn(startContainer.parentNode ?? above, above));
  });
}
