import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { runKilled } from '../support/killing/run';
import { importScript, refreshScript } from '../support/killing/steps';

/** `npm run bench -- storage killed` does the same twenty times. */
describe.each(browserNames)('the knowledge base in %s', (browser) => {
  it('is the same after imports that were killed', async () => {
    const script = importScript(2, { entities: 5_000, articles: 200 });
    expect(await runKilled(browser, script)).toEqual({ kills: 4, differing: [] });
  }, 240_000);

  it('is the same after refreshes that were killed', async () => {
    const script = await refreshScript(2, { entities: 5_000, articles: 100 });
    expect(await runKilled(browser, script)).toEqual({ kills: 4, differing: [] });
  }, 240_000);
});
