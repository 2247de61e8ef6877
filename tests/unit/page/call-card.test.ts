import { afterEach, describe, expect, it, vi } from 'vitest';
import { putCard } from '../../../lib/card/card-slot';
import type { CardEvent } from '../../../lib/card/card-state';
import { callCard } from '../../../lib/page/call-card';
import type { CardPage } from '../../../lib/page/run-card';

const mark = { mark: 1, subject: { id: 'sessions', name: 'Jeff Sessions' }, nth: 1, count: 1 };
const entered: CardEvent = { kind: 'pointer-entered', mark, restedMs: 0 };
const chosen: CardEvent = { kind: 'chosen', mark, by: 'key' };
const left: CardEvent = { kind: 'pointer-left' };

/** A card whose script comes when the test lets it. */
function slowCard(dwellMs = 300) {
  const controller = new AbortController();
  const seen: CardEvent[] = [];
  let page: CardPage | undefined;
  const arrivals: ((isThere: boolean) => void)[] = [];
  const called = callCard(
    { signal: controller.signal, dwellMs: () => dwellMs } as CardPage,
    () => new Promise<boolean>((resolve) => arrivals.push(resolve)),
  );
  return {
    called,
    seen,
    timesBrought: () => arrivals.length,
    /** How long a pointer still has to rest. */
    dwellMs: () => page?.dwellMs(),
    leave: () => controller.abort(),
    async arrives(isThere = true) {
      if (isThere) {
        putCard((given: CardPage) => {
          page = given;
          return { dispatch: (event) => void seen.push(event), openMark: () => 1, go: () => undefined, lookUp: () => undefined };
        });
      }
      arrivals.at(-1)?.(isThere);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('callCard', () => {
  afterEach(() => void vi.useRealTimers());

  it('brings the script once and then tells what the reader did last', async () => {
    const card = slowCard();
    card.called.dispatch(entered);
    card.called.dispatch(chosen);
    expect(card.timesBrought()).toBe(1);
    expect(card.called.openMark()).toBeUndefined();
    await card.arrives();
    expect(card.seen).toEqual([chosen]);
    expect(card.called.openMark()).toBe(1);
    card.called.dispatch(left);
    expect(card.seen).toEqual([chosen, left]);
  });

  it('forgets what is over by then', async () => {
    const card = slowCard();
    card.called.dispatch(entered);
    card.called.dispatch(left);
    await card.arrives();
    expect(card.seen).toEqual([]);
  });

  it('counts the time that the script took as time that the pointer rested, once', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const card = slowCard();
    card.called.dispatch(entered);
    vi.advanceTimersByTime(120);
    await card.arrives();
    expect(card.dwellMs()).toBe(180);
    card.called.dispatch(left);
    expect(card.dwellMs()).toBe(300);
    const slower = slowCard();
    slower.called.dispatch(entered);
    vi.advanceTimersByTime(1_000);
    await slower.arrives();
    expect(slower.dwellMs()).toBe(0);
  });

  it('brings nothing for what only ends', () => {
    const card = slowCard();
    card.called.dispatch(left);
    card.called.dispatch({ kind: 'pressed-outside' });
    expect(card.timesBrought()).toBe(0);
  });

  it('tries again with the next event when the script could not be brought', async () => {
    const card = slowCard();
    card.called.dispatch(entered);
    await card.arrives(false);
    card.called.dispatch(chosen);
    expect(card.timesBrought()).toBe(2);
    await card.arrives();
    expect(card.seen).toEqual([chosen]);
  });

  it('starts no card in a page that was left meanwhile', async () => {
    const card = slowCard();
    card.called.dispatch(entered);
    card.leave();
    await card.arrives();
    expect(card.seen).toEqual([]);
  });
});
