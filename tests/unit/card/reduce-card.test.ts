import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noCard } from '../../../lib/card/card-state';
import type { CardEffect, CardEvent, CardState, OpenCard } from '../../../lib/card/card-state';
import { reduceCard } from '../../../lib/card/reduce-card';
import { answerOf, kislyak, sessions, sessionsAgain } from '../../support/card-fixtures';

const readyAnswer = answerOf({ before: 3, since: 1 });

/** Runs events; `timer` and `answer` use the tokens that the machine gave out last, as a page would. */
function play(events: readonly (CardEvent | 'timer' | 'answer')[], from: CardState = noCard) {
  let state = from;
  const effects: CardEffect[] = [];
  for (const event of events) {
    const step = reduceCard(state, toEvent(event, effects));
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects, kinds: effects.map(({ kind }) => kind) };
}

function toEvent(event: CardEvent | 'timer' | 'answer', effects: readonly CardEffect[]): CardEvent {
  if (event === 'timer') return { kind: 'timer-fired', token: lastToken(effects, 'start-timer') };
  if (event === 'answer') return { kind: 'coverage-arrived', token: lastToken(effects, 'ask-coverage'), answer: readyAnswer };
  return event;
}

function lastToken(effects: readonly CardEffect[], kind: 'start-timer' | 'ask-coverage'): number {
  const effect = effects.findLast((one) => one.kind === kind);
  return effect && 'token' in effect ? effect.token : -1;
}

function expectOpen(state: CardState): OpenCard {
  if (state.kind !== 'open') throw new Error(`The card is ${state.kind}`);
  return state;
}

const enter = (mark = sessions, restedMs = 0): CardEvent => ({ kind: 'pointer-entered', mark, restedMs });
const leave: CardEvent = { kind: 'pointer-left' };
const choose = (by: 'press' | 'key' | 'reveal', mark = sessions): CardEvent => ({ kind: 'chosen', mark, by });
const dwelled = [enter(), 'timer', 'timer'] as const;

describe('reduceCard', () => {
  it('asks for nothing while the pointer only passes over a mark', () => {
    const { state, kinds } = play([enter(), leave]);
    expect(state.kind).toBe('closed');
    expect(kinds).toEqual(['start-timer', 'stop-timer']);
  });

  it('fetches once the pointer has settled, and opens with what came when it has dwelled', () => {
    const settled = play([enter(), 'timer']);
    expect(settled.state.kind).toBe('waiting');
    expect(settled.kinds).toEqual(['start-timer', 'bring-card', 'ask-coverage', 'start-timer']);
    const { state } = play([enter(), 'timer', 'answer', 'timer']);
    expect(expectOpen(state).content.state).toBe('ready');
  });

  it('waits the dwell that it was told, counted from the moment of entering', () => {
    const timing = { dwellMs: 500, settleMs: 80, leaveMs: 300 };
    const first = reduceCard(noCard, enter(), timing);
    const second = reduceCard(first.state, { kind: 'timer-fired', token: first.state.token }, timing);
    const delays = [...first.effects, ...second.effects].flatMap((effect) => (effect.kind === 'start-timer' ? [effect.delayMs] : []));
    expect(delays).toEqual([80, 420]);
  });

  it('counts what the pointer has rested before it was told of', () => {
    const delays = (restedMs: number) => play([enter(sessions, restedMs), 'timer']).effects.flatMap((effect) => (effect.kind === 'start-timer' ? [effect.delayMs] : []));
    expect(delays(40)).toEqual([40, 220]);
    expect(delays(1_000)).toEqual([0, 220]);
  });

  it('stays while the pointer is on its way to it, and goes once that stands still', () => {
    const onItsWay = play([...dwelled, leave, { kind: 'card-approached' }]);
    const first = onItsWay.effects.findLast(({ kind }) => kind === 'start-timer');
    expect(onItsWay.kinds.slice(-2)).toEqual(['start-timer', 'start-timer']);
    expect(first).toMatchObject({ delayMs: 300 });
    const tooLate = { kind: 'timer-fired', token: lastToken(onItsWay.effects, 'start-timer') - 1 } as const;
    expect(reduceCard(onItsWay.state, tooLate).state.kind).toBe('open');
    expect(play([...dwelled, leave, { kind: 'card-approached' }, 'timer']).state.kind).toBe('closed');
  });

  it('gives no other mark its card while the pointer only crosses it on its way', () => {
    const crossing = play([...dwelled, enter(kislyak), { kind: 'card-approached' }]);
    expect(expectOpen(crossing.state).mark).toEqual(sessions);
    expect(crossing.effects.at(-1)).toMatchObject({ kind: 'start-timer', delayMs: 80 });
    const settled = play([...dwelled, enter(kislyak), 'timer', { kind: 'card-approached' }]);
    expect(settled.effects.at(-1)).toMatchObject({ kind: 'start-timer', delayMs: 220 });
    expect(expectOpen(play([...dwelled, enter(kislyak), { kind: 'card-approached' }, 'timer', 'timer']).state).mark).toEqual(kislyak);
  });

  it('starts nothing for a pointer that comes nearer where nothing was about to happen', () => {
    expect(play([choose('press'), { kind: 'card-approached' }]).kinds).not.toContain('start-timer');
    expect(play([{ kind: 'card-approached' }]).kinds).toEqual([]);
  });

  it('opens and keeps the place of what is still coming', () => {
    const { state } = play([...dwelled]);
    expect(expectOpen(state).content.state).toBe('asking');
  });

  it('shows an empty state where the sources have nothing', () => {
    const asked = play([...dwelled]);
    const token = lastToken(asked.effects, 'ask-coverage');
    const { state } = reduceCard(asked.state, { kind: 'coverage-arrived', token, answer: answerOf({ before: 0, since: 0 }) });
    expect(expectOpen(state).content).toEqual({ state: 'empty' });
  });

  it('opens the second tab when nothing came before', () => {
    const asked = play([choose('press')]);
    const token = lastToken(asked.effects, 'ask-coverage');
    const { state } = reduceCard(asked.state, { kind: 'coverage-arrived', token, answer: answerOf({ before: 0, since: 2 }) });
    expect(expectOpen(state).tab).toBe('since');
  });

  it('discards an answer to a question that is no longer asked', () => {
    const first = play([choose('press')]);
    const token = lastToken(first.effects, 'ask-coverage');
    const second = play([choose('press', kislyak)], first.state);
    const late = reduceCard(second.state, { kind: 'coverage-arrived', token, answer: readyAnswer });
    expect(expectOpen(late.state).content.state).toBe('asking');
  });

  it('ignores a timer that was replaced', () => {
    const first = play([enter()]);
    const second = play([enter(kislyak)], first.state);
    const late = reduceCard(second.state, { kind: 'timer-fired', token: lastToken(first.effects, 'start-timer') });
    expect(late.effects).toEqual([]);
    expect(late.state).toBe(second.state);
  });

  it('stays while the pointer crosses from the mark to the card, and closes when it goes nowhere', () => {
    const crossing = play([...dwelled, leave]);
    expect(crossing.state.kind).toBe('open');
    expect(play([{ kind: 'card-entered' }], crossing.state).kinds).toEqual(['stop-timer']);
    expect(play([...dwelled, leave, 'timer']).state.kind).toBe('closed');
    expect(play([...dwelled, leave, { kind: 'card-entered' }, { kind: 'card-left' }, 'timer']).state.kind).toBe('closed');
  });

  it('does not take the pointer for gone when it is on the card', () => {
    const onCard = play([...dwelled, { kind: 'card-entered' }]);
    expect(play([leave], onCard.state).kinds).toEqual([]);
  });

  it('keeps its card when the pointer crosses another mark on its way, and changes it when the pointer dwells there', () => {
    const crossed = play([...dwelled, leave, enter(kislyak), { kind: 'card-entered' }]);
    expect(expectOpen(crossed.state)).toMatchObject({ mark: sessions, next: null });
    const dwelledThere = play([...dwelled, leave, enter(kislyak), 'timer', 'timer']);
    expect(expectOpen(dwelledThere.state).mark).toBe(kislyak);
  });

  it('stays while the focus is inside, whatever the pointer does', () => {
    const { state, kinds } = play([...dwelled, { kind: 'focus-entered' }, leave]);
    expect(state.kind).toBe('open');
    expect(kinds.filter((kind) => kind === 'start-timer')).toHaveLength(2);
  });

  it('does not let go of a pressed card, and closes it when its mark is pressed again', () => {
    expect(play([choose('press'), leave]).kinds).not.toContain('start-timer');
    expect(play([choose('press'), choose('press')]).state.kind).toBe('closed');
    expect(play([...dwelled, choose('press')]).state).toMatchObject({ kind: 'open', openedBy: 'press' });
  });

  it('gives a card opened by key the focus as soon as its script is there, and returns it on Escape', () => {
    expect(play([choose('key')]).kinds).toEqual(['bring-card', 'ask-coverage', 'scroll-to-mark']);
    const arrived = play([choose('key'), { kind: 'card-arrived' }]);
    expect(arrived.kinds.at(-1)).toBe('focus-card');
    const next = play([choose('key', kislyak)], arrived.state);
    expect(next.kinds).toEqual(['ask-coverage', 'scroll-to-mark', 'focus-card']);
    const dismissed = play([{ kind: 'focus-entered' }, { kind: 'dismissed' }], next.state);
    expect(dismissed.kinds).toEqual(['return-focus']);
    expect(dismissed.state.kind).toBe('closed');
  });

  it('leaves the focus where the reader put it when the card did not have it', () => {
    expect(play([...dwelled, { kind: 'dismissed' }]).kinds).not.toContain('return-focus');
    expect(play([choose('press'), { kind: 'focus-entered' }, { kind: 'pressed-outside' }]).kinds).not.toContain('return-focus');
  });

  it('closes a card opened by key when the focus moves on', () => {
    expect(play([choose('key'), { kind: 'card-arrived' }, { kind: 'focus-entered' }, { kind: 'focus-left' }]).state.kind).toBe('closed');
  });

  it('does not let a resting mouse take away a card opened by key', () => {
    expect(play([choose('key'), enter(kislyak)]).kinds).not.toContain('start-timer');
  });

  it('steps to another mention with the same content and tab, and stays until dismissed', () => {
    const before = play([...dwelled, 'answer', { kind: 'tab-chosen', tab: 'since' }]);
    const { state, kinds } = play([{ kind: 'stepped', mark: sessionsAgain }], before.state);
    expect(expectOpen(state)).toMatchObject({ mark: sessionsAgain, tab: 'since', openedBy: 'reveal' });
    expect(expectOpen(state).content).toBe(expectOpen(before.state).content);
    expect(kinds).toEqual(['scroll-to-mark']);
  });

  it('asks again after a failure, and only then', () => {
    const asked = play([choose('press')]);
    const token = lastToken(asked.effects, 'ask-coverage');
    const failed = reduceCard(asked.state, {
      kind: 'coverage-arrived', token, answer: { state: 'failed', failure: { kind: 'no-answer' } },
    });
    expect(expectOpen(failed.state).content.state).toBe('failed');
    expect(play([{ kind: 'retried' }], failed.state).kinds).toEqual(['ask-coverage']);
    expect(play([choose('press'), 'answer', { kind: 'retried' }]).kinds).toEqual(['bring-card', 'ask-coverage']);
  });

  it('closes when its script cannot be had, and brings it again the next time', () => {
    const { state, kinds } = play([choose('press'), { kind: 'card-unavailable' }, choose('press')]);
    expect(kinds.filter((kind) => kind === 'bring-card')).toHaveLength(2);
    expect(state).toMatchObject({ kind: 'open', script: 'coming' });
  });

  it('closes an unheld card whose mark was scrolled away, and any card whose mark is gone', () => {
    expect(play([...dwelled, { kind: 'mark-hidden' }]).state.kind).toBe('closed');
    expect(play([...dwelled, { kind: 'card-entered' }, { kind: 'mark-hidden' }]).state.kind).toBe('open');
    expect(play([choose('press'), { kind: 'mark-gone' }]).state.kind).toBe('closed');
  });

  it('keeps its promises whatever happens, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let state: CardState = noCard;
        let running: number | null = null;
        let brought = false;
        for (const event of events) {
          const { state: next, effects } = reduceCard(state, event === 'timer' ? { kind: 'timer-fired', token: state.timer ?? -1 } : event);
          if (event === 'timer' || event.kind === 'timer-fired') running = next.timer === state.timer ? running : null;
          for (const effect of effects) {
            if (effect.kind === 'start-timer') running = effect.token;
            if (effect.kind === 'stop-timer') running = null;
            if (effect.kind === 'bring-card') brought = true;
          }
          // The caller's one timer and the state's agree; a closed card leaves none behind.
          expect(next.timer).toBe(running);
          if (next.kind === 'closed') expect(next.timer).toBeNull();
          if (next.kind === 'waiting') expect(next.timer).not.toBeNull();
          if (event !== 'timer' && event.kind === 'card-arrived') brought = true;
          // Nothing is open whose script was never asked for, and tokens never go back.
          if (next.kind === 'open') expect(brought).toBe(true);
          expect(next.token).toBeGreaterThanOrEqual(state.token);
          if (event !== 'timer' && event.kind === 'dismissed') expect(next.kind).toBe('closed');
          state = next;
        }
      }),
    );
  });
});

const anyMark = fc.constantFrom(sessions, sessionsAgain, kislyak);
const anyToken = fc.integer({ min: 0, max: 12 });
const plainKinds = [
  'pointer-left', 'card-arrived', 'card-unavailable', 'card-approached', 'card-entered', 'card-left', 'focus-entered', 'focus-left',
  'retried', 'dismissed', 'pressed-outside', 'mark-hidden', 'mark-gone',
] as const;
const anyEvent: fc.Arbitrary<CardEvent | 'timer'> = fc.oneof(
  fc.constant('timer' as const),
  fc.constantFrom(...plainKinds).map((kind): CardEvent => ({ kind })),
  fc.record({ kind: fc.constant('pointer-entered' as const), mark: anyMark, restedMs: fc.nat(400) }),
  anyMark.map((mark): CardEvent => ({ kind: 'stepped', mark })),
  fc.record({ kind: fc.constant('chosen' as const), mark: anyMark, by: fc.constantFrom('press' as const, 'key' as const, 'reveal' as const) }),
  fc.record({ kind: fc.constant('tab-chosen' as const), tab: fc.constantFrom('before' as const, 'since' as const) }),
  anyToken.map((token): CardEvent => ({ kind: 'timer-fired', token })),
  anyToken.map((token): CardEvent => ({ kind: 'coverage-arrived', token, answer: readyAnswer })),
);
