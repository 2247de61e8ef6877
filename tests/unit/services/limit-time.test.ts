import { describe, expect, it } from 'vitest';
import { limitTime } from '../../../lib/services/limit-time';

/** A clock that goes when it is told to, with its alarms. */
function createClock() {
  const alarms: { at: number; controller: AbortController }[] = [];
  let now = 0;
  return {
    ports: {
      now: () => new Date(now).toISOString(),
      deadline: (ms: number) => {
        const controller = new AbortController();
        alarms.push({ at: now + ms, controller });
        return controller.signal;
      },
    },
    /** Rings each alarm on its way in its own moment. */
    goTo(ms: number) {
      const next = (): number => alarms.findIndex(({ at }) => at <= ms);
      for (let due = next(); due >= 0; due = next()) {
        for (const { at, controller } of alarms.splice(due, 1)) {
          now = Math.max(now, at);
          controller.abort();
        }
      }
      now = ms;
    },
  };
}

/** Something to wait for, and its end. */
function waitFor() {
  let end: () => void = () => undefined;
  const waited = new Promise<void>((resolve) => (end = resolve));
  return { waited, end: () => end() };
}

describe('limitTime', () => {
  it('is over when the time is', () => {
    const clock = createClock();
    const { signal } = limitTime(25, clock.ports);
    clock.goTo(24);
    expect(signal.aborted).toBe(false);
    clock.goTo(25);
    expect(signal.aborted).toBe(true);
  });

  it('is put off by what was waited for within it', async () => {
    const clock = createClock();
    const { signal, outside } = limitTime(25, clock.ports);
    clock.goTo(5);
    const room = waitFor();
    const waiting = outside(room.waited);
    clock.goTo(15);
    room.end();
    await waiting;
    clock.goTo(34);
    expect(signal.aborted).toBe(false);
    clock.goTo(35);
    expect(signal.aborted).toBe(true);
  });

  it('stands still where it would end while something is waited for, and has left what it had', async () => {
    const clock = createClock();
    const { signal, outside } = limitTime(25, clock.ports);
    clock.goTo(20);
    const room = waitFor();
    const waiting = outside(room.waited);
    clock.goTo(25);
    clock.goTo(60);
    expect(signal.aborted).toBe(false);
    room.end();
    await waiting;
    clock.goTo(64);
    expect(signal.aborted).toBe(false);
    clock.goTo(65);
    expect(signal.aborted).toBe(true);
  });

  it('is over at once where there is no time', () => {
    expect(limitTime(0, { now: () => new Date(0).toISOString(), deadline: () => AbortSignal.abort() }).signal.aborted).toBe(true);
  });
});
