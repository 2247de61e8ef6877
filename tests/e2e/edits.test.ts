import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { untilThere } from '../../scripts/browsers/patience';
import { openWorld, type World } from '../support/world';

describe.each(browserNames)('what the reader changes in %s', (browser) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(browser);
    await world.followStand();
  });

  afterAll(() => world.close());

  it('is seen on a page that is open, and so is its undoing', async () => {
    const page = await world.openArticle('sessions-house-panel');
    const { annotations } = await world.annotated(page);
    const [{ entity } = { entity: { id: '' } }] = annotations;
    const names = async () => {
      const report = await world.sidelight.reportPage(page);
      return report.state === 'annotated' ? report.annotations.map((one) => one.entity.name) : [];
    };
    const before = await names();

    const renamed = await world.sidelight.ask('change-knowledge', { changes: [{ does: 'name', entity: entity.id, name: 'Somebody Else' }] });
    expect(await untilThere(async () => ((await names()).includes('Somebody Else') ? true : undefined), 15_000)).toBe(true);

    await world.sidelight.ask('change-knowledge', { changes: renamed.state === 'saved' ? renamed.undo : [] });
    expect(await untilThere(async () => ((await names()).includes('Somebody Else') ? undefined : true), 15_000)).toBe(true);
    expect(await names()).toEqual(before);
  });
});
