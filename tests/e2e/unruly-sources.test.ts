import { beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { runUnruly, type UnrulyRun } from '../support/unruly/run';

describe.each(browserNames)('100 sources that misbehave in twenty ways, in %s', (browser) => {
  let run: UnrulyRun;

  beforeAll(async () => {
    run = await runUnruly(browser, { hosts: 5, perHost: 20 });
  });

  it('asks each of them, never a host twice at once, nor before it allowed, nor with a cookie', () => {
    expect(run).toMatchObject({ asked: 100, mostAtOnce: 1, early: [], withCookies: 0 });
  });

  it('stores every article that can be had, once, and none else', () => {
    expect([...run.missing]).toEqual([]);
    expect(run.stored).toBe(run.good);
  });

  it('follows those that moved for good, and leaves no markup in headlines', () => {
    expect(run.moved).toBe(run.moving);
    expect(run.titlesWithMarkup).toBe(0);
  });

  it('holds no more of them than their size limit allows', () => {
    const { before, most } = run.memoryMb ?? { before: 0, most: 0 };
    expect(most - before).toBeLessThan(512);
  });
});
