import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { paintedMarks } from '../../scripts/browsers/marks';
import { addSource, importPack } from '../../scripts/browsers/options-page';
import { openWorld, type World } from '../support/world';

const article = 'sessions-house-panel';
const sameHostAsFeed = 'sessions-recusal';

describe.each(browserNames)('permissions in %s', (browser) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(browser);
    await importPack(world.sidelight, world.packFile);
  });

  afterAll(() => world.close());

  it('asks for no host when it is installed', async () => {
    expect(await world.grantedOrigins()).toEqual([]);
  });

  it('does nothing on a host that was not allowed', async () => {
    const page = await world.openArticle(article);
    expect(await world.reportOf(page)).toBe('failed');
    expect(await paintedMarks(page)).toEqual([]);
    expect(await world.annotateOnce(page)).toMatchObject({ state: 'failed' });
    expect(await paintedMarks(page)).toEqual([]);
  });

  it('keeps away from the pages of a host that only its feed was allowed for', async () => {
    const feed = world.feeds.find((address) => new URL(address).host === new URL(world.article(sameHostAsFeed).url).host);
    await addSource(world.sidelight, feed ?? '');
    expect((await world.grantedOrigins()).length).toBe(1);
    const page = await world.openArticle(sameHostAsFeed);
    expect(await world.reportOf(page)).toBe('failed');
    expect(await paintedMarks(page)).toEqual([]);
  });

  it('annotates a page once after a click on the button in the toolbar, and only that page', async () => {
    const page = await world.openArticle('sessions-memory-house-hearing');
    const other = await world.openArticle('flynn-resigns');
    await world.sidelight.extension.clickAction(page);
    expect(await world.annotateOnce(page)).toEqual({ state: 'done' });
    expect((await world.annotated(page)).annotations.length).toBeGreaterThan(0);
    expect((await paintedMarks(page)).length).toBeGreaterThan(0);
    expect(await world.reportOf(other)).toBe('failed');
    await page.reload();
    expect(await world.reportOf(page)).toBe('failed');
  });

  it('leaves open pages without a trace when their site is switched off', async () => {
    await world.sidelight.switchOn(['http://herald.test/*']);
    const page = await world.openArticle('sessions-house-judiciary-election-security');
    await world.annotated(page);
    await world.sidelight.switchOff(['http://herald.test/*']);
    await page.waitForFunction(() => (CSS.highlights.get('sidelight')?.size ?? 0) === 0);
    await page.reload();
    expect(await world.reportOf(page)).toBe('failed');
  });
});
