import { contentFrom } from './card-content';
import type { CardContent } from './card-content';
import { defaultTiming } from './card-state';
import type {
  CardEffect, CardEvent, CardMark, CardState, CardTab, CardTiming, OpenCard, OpenedBy, Visit, WaitingCard,
} from './card-state';

export interface Step {
  readonly state: CardState;
  readonly effects: readonly CardEffect[];
}

/**
 * The card as a state machine. The caller keeps the state, sets it before it carries out the effects (an effect may
 * send an event), and then draws: an open state whose script is `here` is shown by a card, any other by none.
 *
 *     closed ──pointer-entered──▶ waiting ──settled──▶ waiting, fetching ──dwelled──▶ open ──left, Escape──▶ closed
 *        └──────────────────────── chosen: click, tap, key, popup ─────────────────────▲
 *
 * An open card stays while the pointer is on it or on its mark and while the focus is in it; one that was not opened
 * by dwelling stays until the reader dismisses it, presses elsewhere or chooses another (WCAG 1.4.13).
 */
export function reduceCard(state: CardState, event: CardEvent, timing: CardTiming = defaultTiming): Step {
  switch (event.kind) {
    case 'card-arrived': return cardArrived(state);
    case 'card-unavailable': return close({ ...state, script: 'absent' });
    case 'coverage-arrived': return still(takeAnswer(state, event.token, contentFrom(event.answer)));
    case 'chosen': return choose(state, event.mark, event.by);
    case 'timer-fired': return event.token === state.timer ? timerFired({ ...state, timer: null }, timing) : still(state);
    case 'pointer-entered': return pointerEntered(state, event, timing);
    case 'dismissed':
    case 'mark-gone': return close(state, { returnFocus: state.kind === 'open' && state.focused });
    case 'pressed-outside': return close(state);
    case 'pointer-left': return pointerLeft(state, timing);
    case 'mark-hidden': return state.kind === 'open' && isHeld(state) ? still(state) : close(state);
    case 'card-approached':
    case 'card-entered':
    case 'card-left':
    case 'focus-entered':
    case 'focus-left':
    case 'tab-chosen':
    case 'retried':
    case 'stepped': return state.kind === 'open' ? reduceOpen(state, event, timing) : still(state);
  }
}

type CardOnlyEvent = Extract<
  CardEvent,
  { kind: 'card-approached' | 'card-entered' | 'card-left' | 'focus-entered' | 'focus-left' | 'tab-chosen' | 'retried' | 'stepped' }
>;

/** What the reader does in the card itself. */
function reduceOpen(state: OpenCard, event: CardOnlyEvent, timing: CardTiming): Step {
  switch (event.kind) {
    case 'card-approached':
      // What was about to happen waits: the card's end, or another mark's card.
      return state.timer === null ? still(state) : startTimer(state, state.next ? dwellLeft(state.next, timing) : timing.leaveMs);
    case 'card-entered': return stopTimer({ ...state, pointer: 'card', next: null });
    case 'card-left': return letGo(away(state), timing);
    case 'focus-entered': return state.next ? still({ ...state, focused: true }) : stopTimer({ ...state, focused: true });
    case 'focus-left':
      // The reader tabbed on: a card that a key opened has done its work.
      return state.openedBy === 'key' ? close(state) : letGo({ ...state, focused: false }, timing);
    case 'tab-chosen': return still({ ...state, tab: event.tab });
    case 'retried': return state.content.state === 'failed' ? open(state, state.mark, state.openedBy) : still(state);
    case 'stepped': {
      // The page moves under the pointer now: from here on only the reader closes this card.
      const stepped = open(state, event.mark, state.openedBy === 'key' ? 'key' : 'reveal');
      return { state: stepped.state, effects: [...stepped.effects, { kind: 'scroll-to-mark', mark: event.mark.mark }] };
    }
  }
}

function pointerEntered(state: CardState, { mark, restedMs }: Extract<CardEvent, { kind: 'pointer-entered' }>, timing: CardTiming): Step {
  const visit: Visit = { mark, content: null };
  const delayMs = Math.max(0, settleDelay(timing) - restedMs);
  if (state.kind === 'closed') return startTimer({ ...state, kind: 'waiting', visit }, delayMs);
  if (state.kind === 'waiting') {
    return state.visit.mark.mark === mark.mark ? still(state) : startTimer({ ...state, visit }, delayMs);
  }
  // Whoever opened the card by key reads by key: a mouse that lies on a mark must not take the card away.
  if (state.openedBy === 'key' || state.next?.mark.mark === mark.mark) return still(state);
  if (state.mark.mark === mark.mark) return stopTimer({ ...state, pointer: 'mark', next: null });
  return startTimer({ ...state, pointer: 'away', next: visit }, delayMs);
}

function pointerLeft(state: CardState, timing: CardTiming): Step {
  if (state.kind !== 'open') return close(state);
  // Onto the card, over which the page still sees the pointer move.
  return state.pointer === 'card' ? still(state) : letGo(away(state), timing);
}

function timerFired(state: CardState, timing: CardTiming): Step {
  const visit = state.kind === 'waiting' ? state.visit : state.kind === 'open' ? state.next : null;
  if (!visit) return close(state);
  if (visit.content) return open(state, visit.mark, 'dwell');
  const { content, effects, ...kept } = prepare(state, visit.mark);
  const settled: Visit = { mark: visit.mark, content };
  const next: CardState =
    state.kind === 'open' ? { ...state, ...kept, next: settled } : { kind: 'waiting', timer: null, ...kept, visit: settled };
  const timed = startTimer(next, dwellLeft(settled, timing));
  return { state: timed.state, effects: [...effects, ...timed.effects] };
}

/** Anything but dwelling: the reader asked for this card, and again asks for it to go. */
function choose(state: CardState, mark: CardMark, by: 'press' | 'key' | 'reveal'): Step {
  const isToggled = by === 'press' && state.kind === 'open' && state.openedBy === 'press' && state.mark.mark === mark.mark;
  if (isToggled) return close(state);
  const opened = open(state, mark, by);
  const effects: CardEffect[] = [...opened.effects];
  if (by !== 'press') effects.push({ kind: 'scroll-to-mark', mark: mark.mark });
  if (by === 'key' && opened.state.script === 'here') effects.push({ kind: 'focus-card' });
  return { state: opened.state, effects };
}

function open(state: CardState, mark: CardMark, openedBy: OpenedBy): Step {
  const { content, effects, ...kept } = prepare(state, mark);
  const before = state.kind === 'open' ? state : undefined;
  const isSameSubject = before?.mark.subject.id === mark.subject.id;
  const opened: OpenCard = {
    kind: 'open', ...kept, timer: null, mark, content, openedBy, next: null,
    tab: before && isSameSubject && content === before.content ? before.tab : firstTab(content),
    pointer: openedBy === 'dwell' ? 'mark' : (before?.pointer ?? 'away'),
    focused: before?.focused ?? false,
  };
  return { state: opened, effects: state.timer === null ? effects : [{ kind: 'stop-timer' }, ...effects] };
}

interface Prepared {
  readonly content: CardContent;
  readonly token: number;
  readonly script: CardState['script'];
  readonly effects: CardEffect[];
}

/** Whatever a card for this mark needs: the content if it is known or being asked for, else a question; the script. */
function prepare(state: CardState, mark: CardMark): Prepared {
  const effects: CardEffect[] = [];
  if (state.script === 'absent') effects.push({ kind: 'bring-card' });
  const script = state.script === 'absent' ? 'coming' : state.script;
  const known = visitsOf(state).find((visit) => visit.mark.subject.id === mark.subject.id)?.content;
  // A failure is worth another try.
  if (known && known.state !== 'failed') return { content: known, token: state.token, script, effects };
  const token = state.token + 1;
  effects.push({ kind: 'ask-coverage', token, entity: mark.subject.id });
  return { content: { state: 'asking', token }, token, script, effects };
}

function visitsOf(state: CardState): readonly Visit[] {
  if (state.kind === 'closed') return [];
  if (state.kind === 'waiting') return [state.visit];
  return state.next ? [state, state.next] : [state];
}

function takeAnswer(state: CardState, token: number, content: CardContent): CardState {
  const waitsFor = (asked: CardContent | null) => asked?.state === 'asking' && asked.token === token;
  const take = <V extends Visit>(visit: V): V => (waitsFor(visit.content) ? { ...visit, content } : visit);
  if (state.kind === 'waiting') return { ...state, visit: take(state.visit) } satisfies WaitingCard;
  if (state.kind === 'closed') return state;
  const next = state.next && take(state.next);
  return waitsFor(state.content) ? { ...state, content, next, tab: firstTab(content) } : { ...state, next };
}

function cardArrived(state: CardState): Step {
  const arrived: CardState = { ...state, script: 'here' };
  const wantsFocus = arrived.kind === 'open' && arrived.openedBy === 'key' && state.script !== 'here';
  return { state: arrived, effects: wantsFocus ? [{ kind: 'focus-card' }] : [] };
}

/** The pointer or the focus is gone; a card that nothing holds closes if neither comes back soon. */
function letGo(state: OpenCard, timing: CardTiming): Step {
  return isHeld(state) ? stopTimer(state) : startTimer(state, timing.leaveMs);
}

function isHeld(state: OpenCard): boolean {
  return state.openedBy !== 'dwell' || state.focused || state.pointer === 'card';
}

function away(state: OpenCard): OpenCard {
  return { ...state, pointer: 'away', next: null };
}

function firstTab(content: CardContent): CardTab {
  if (content.state !== 'ready' || content.before.items.length > 0) return 'before';
  return content.since.items.length > 0 ? 'since' : 'said';
}

function dwellLeft({ content }: Visit, timing: CardTiming): number {
  return content ? Math.max(0, timing.dwellMs - settleDelay(timing)) : settleDelay(timing);
}

function settleDelay({ settleMs, dwellMs }: CardTiming): number {
  return Math.min(settleMs, dwellMs);
}

function still(state: CardState): Step {
  return { state, effects: [] };
}

function startTimer(state: CardState, delayMs: number): Step {
  const token = state.token + 1;
  return { state: { ...state, token, timer: token }, effects: [{ kind: 'start-timer', token, delayMs }] };
}

function stopTimer(state: CardState): Step {
  if (state.timer === null) return still(state);
  return { state: { ...state, timer: null }, effects: [{ kind: 'stop-timer' }] };
}

function close(state: CardState, { returnFocus = false } = {}): Step {
  const effects: CardEffect[] = state.timer === null ? [] : [{ kind: 'stop-timer' }];
  if (returnFocus) effects.push({ kind: 'return-focus' });
  return { state: { kind: 'closed', token: state.token, timer: null, script: state.script }, effects };
}
