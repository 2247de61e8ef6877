import { describe, expect, it } from 'vitest';
import { runInSlices } from '../../../lib/page/run-in-slices';

/** A job whose steps take this long, by a clock of its own. */
function slowJob(steps: number, stepMs: number) {
  let nowMs = 0;
  let breaths = 0;
  const sinceBreath: number[] = [];
  let lastBreathMs = 0;
  function* job(): Generator<undefined, string> {
    for (let step = 0; step < steps; step++) {
      nowMs += stepMs;
      yield;
    }
    return 'done';
  }
  const pace = {
    now: () => nowMs,
    breathe: () => {
      breaths++;
      sinceBreath.push(nowMs - lastBreathMs);
      lastBreathMs = nowMs;
      return Promise.resolve();
    },
  };
  return { job: job(), pace, breaths: () => breaths, sinceBreath };
}

describe('runInSlices', () => {
  it('runs a short job at once', async () => {
    const { job, pace, breaths } = slowJob(4, 1);
    expect(await runInSlices(job, new AbortController().signal, pace)).toMatchObject({ result: 'done' });
    expect(breaths()).toBe(0);
  });

  it('lets the page have its turn every few milliseconds', async () => {
    const { job, pace, breaths, sinceBreath } = slowJob(100, 1);
    expect(await runInSlices(job, new AbortController().signal, pace)).toMatchObject({ result: 'done' });
    expect(breaths()).toBeGreaterThan(10);
    expect(Math.max(...sinceBreath)).toBeLessThanOrEqual(6);
  });

  it('tells how long the job took without what the page did in between', async () => {
    const { job, pace } = slowJob(100, 1);
    let pageMs = 0;
    const busyPage = {
      now: () => pace.now() + pageMs,
      breathe() {
        pageMs += 1_000;
        return pace.breathe();
      },
    };
    expect(await runInSlices(job, new AbortController().signal, busyPage)).toEqual({ result: 'done', workMs: 100 });
  });

  it('gives up when its signal fires', async () => {
    const { job, pace, breaths } = slowJob(100, 1);
    const controller = new AbortController();
    const breathe = () => {
      if (breaths() === 2) controller.abort();
      return pace.breathe();
    };
    expect(await runInSlices(job, controller.signal, { ...pace, breathe })).toBeUndefined();
    expect(breaths()).toBe(3);
  });
});
