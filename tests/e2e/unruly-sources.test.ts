import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { runUnruly } from '../support/unruly/run';

// Hosts ask to be left alone for a while, and are.
const patienceMs = 600_000;

describe.each(browserNames)('sources that misbehave, in %s', (browser) => {
  it('are asked politely, and what is good of them is stored once', async () => {
    const run = await runUnruly(browser, { hosts: 5, perHost: 20 });
    expect(run).toMatchObject({ sources: 100, asked: 100, mostAtOnce: 1, early: [], withCookies: 0, titlesWithMarkup: 0 });
    expect([run.goodStored, run.stored]).toEqual([run.good, run.good]);
    expect(run.moved).toBe(run.moving);
  }, patienceMs);
});
