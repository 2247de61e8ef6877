import { describe, expect, it } from 'vitest';
import { watchConnection } from '../../../lib/page/watch-connection';

/** As much of a window as is needed, with its clock in the test's hands. */
function fakeWindow() {
  const ticks = new Set<() => void>();
  const document = Object.assign(new EventTarget(), { hidden: false });
  const window = {
    document,
    setInterval(tick: () => void) {
      ticks.add(tick);
      return tick;
    },
    clearInterval: (tick: () => void) => void ticks.delete(tick),
  };
  return { window: window as unknown as Window, document, ticks, tick: () => ticks.forEach((run) => run()) };
}

function watched() {
  const fake = fakeWindow();
  const controller = new AbortController();
  const state = { isConnected: true, timesLost: 0, timesKept: 0 };
  watchConnection(fake.window, {
    isThere: () => state.isConnected,
    kept: () => state.timesKept++,
    lost: () => state.timesLost++,
    signal: controller.signal,
  });
  return { ...fake, state, stop: () => controller.abort() };
}

describe('watchConnection', () => {
  it('is quiet while the extension is there', () => {
    const { tick, document, state } = watched();
    tick();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(state).toMatchObject({ timesLost: 0, timesKept: 2 });
  });

  it('tells that the extension is gone, in a page that is seen', () => {
    const { tick, state } = watched();
    state.isConnected = false;
    tick();
    expect(state).toMatchObject({ timesLost: 1, timesKept: 0 });
  });

  it('tells so in a hidden page too, and at the latest when it is seen again', () => {
    const { tick, document, state } = watched();
    Object.assign(document, { hidden: true });
    state.isConnected = false;
    tick();
    expect(state.timesLost).toBe(1);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(state.timesLost).toBe(2);
  });

  it('stops with its signal', () => {
    const { ticks, document, state, stop } = watched();
    stop();
    state.isConnected = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(ticks.size).toBe(0);
    expect(state.timesLost).toBe(0);
  });
});
