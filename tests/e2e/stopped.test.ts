import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { openWorld, type World } from '../support/world';

describe.each(browserNames)('a background that was stopped in %s', (browser) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(browser);
  });

  afterAll(() => world.close());

  it('brings in its second script for what only that can do', async () => {
    const { ask, extension } = world.sidelight;
    await extension.stopBackground();
    expect(await ask('storage-state', {})).toEqual({ state: 'ready' });
    await extension.stopBackground();
    expect(await ask('add-name', { name: 'Alma Quist', aliases: [] })).toMatchObject({ state: 'saved' });
  });

  it('says whom it knows in a page, of what was said through the second script too', async () => {
    const { ask, extension } = world.sidelight;
    await extension.stopBackground();
    const page = { url: 'https://gazette.test/1', title: 'Report' };
    expect(await ask('annotate-page', { page, blocks: ['The court heard Alma Quist on Monday.'] })).toMatchObject({
      state: 'ready',
      entities: [{ name: 'Alma Quist' }],
    });
  });
});
