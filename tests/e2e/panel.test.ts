import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCard, openWithPointer, pressInCard, readCard } from '../../scripts/browsers/card';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { paintedMarks } from '../../scripts/browsers/marks';
import { untilThere } from '../../scripts/browsers/patience';
import { openWorld, type World } from '../support/world';

const patienceMs = 20_000;

describe.each(browserNames)('the panel beside the page in %s', (browser) => {
  let world: World;
  let panel: Page;
  let article: Page;

  beforeAll(async () => {
    world = await openWorld(browser);
    await world.followStand();
    article = await world.openArticle('sessions-house-judiciary-election-security');
    await world.annotated(article);
    // In a tab of its own the panel follows the one in front of it, as it does beside the page.
    panel = await world.sidelight.extension.openPage('sidepanel.html');
    await article.bringToFront();
  });

  afterAll(() => world.close());

  /** A tab behind another draws no frames: it is asked again and again. */
  const see = (selector: string, text: string) =>
    untilThere(
      () => panel.evaluate((wanted, said) => [...document.querySelectorAll(wanted)].find((each) => each.textContent.includes(said))?.textContent, selector, text),
      patienceMs,
    );
  /** The list may be read again between two looks at it: it waits for the button. */
  const press = (selector: string, text: string) =>
    untilThere(
      () =>
        panel.evaluate((wanted, said) => {
          const found = [...document.querySelectorAll<HTMLElement>(wanted)].find((each) => each.textContent.includes(said));
          found?.click();
          return found && true;
        }, selector, text),
      patienceMs,
    );
  const titles = (list: string) =>
    panel.evaluate((name) => [...document.querySelectorAll(`ol[data-sidelight="${name}"] .headline`)].map((link) => link.textContent), list);

  it('lists every name that the page reports', async () => {
    expect(await see('.name-line .title', 'Jeff Sessions')).toBe('Jeff Sessions');
    const { annotations } = await world.annotated(article);
    const listed = await panel.evaluate(() => [...document.querySelectorAll('.name-line .title')].map((name) => name.textContent));
    expect(new Set(listed)).toEqual(new Set(annotations.map(({ entity }) => entity.name)));
  });

  it('lets its tabs go on in a second line where it is narrow', async () => {
    const room = await panel.evaluate(() => {
      const tabs = document.querySelector<HTMLElement>('[role="tablist"]');
      if (!tabs) return null;
      tabs.style.inlineSize = '160px';
      const { scrollWidth, clientWidth } = tabs;
      tabs.style.inlineSize = '';
      return { scrollWidth, clientWidth };
    });
    expect(room?.scrollWidth).toBe(room?.clientWidth);
  });

  it('shows an entity in full: before, since, all of a bar’s reports', async () => {
    await press('.name-line', 'Jeff Sessions');
    expect(await see('[data-sidelight="tab-before"]', 'Before')).toBeDefined();
    expect((await titles('before')).length).toBeGreaterThan(2);
    expect((await titles('since')).length).toBeGreaterThan(0);
    await panel.evaluate(() => document.querySelector<HTMLElement>('.bar:enabled')?.click());
    expect(await see('[data-sidelight="tab-all"][aria-selected="true"]', 'All')).toBeDefined();
    const reported = await untilThere(async () => ((await titles('all')).length > 0 ? titles('all') : undefined), patienceMs);
    const told = await panel.evaluate(() => document.querySelector('.bar[aria-pressed="true"]')?.getAttribute('aria-label'));
    expect(told).toContain(reported?.length === 1 ? 'one report' : `${reported?.length} reports`);
    await press('button', 'On this page');
    expect(await see('.name-line .title', 'Jeff Sessions')).toBeDefined();
  });

  it('goes to the first mention on the page and opens its card there', async () => {
    await panel.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Show Jeff Sessions on the page"]')?.click());
    expect(await untilThere(async () => (await readCard(world.sidelight, article))?.name, patienceMs)).toBe('Jeff Sessions');
    await closeCard(article);
  });

  it('joins a report that was found apart with the event, for good, and parts it again', async () => {
    await press('[role="tab"]', 'Elsewhere');
    const label = await untilThere(() => panel.evaluate(() => document.querySelector('.near .apart')?.getAttribute('aria-label')), patienceMs);
    const near = label?.replace('The same event: ', '') ?? '';
    expect(await titles('story')).not.toContain(near);
    await press('.near .apart', 'The same event');
    expect(await see('.notice', '')).toContain('Noted: one event.');
    expect(await see('[data-sidelight="story"] .headline', near)).toBe(near);
    await world.sidelight.extension.stopBackground();
    await press('.notice button', 'Undo');
    expect(await see('.notice', 'They are two events again.')).toBeDefined();
    expect(await see('.near .headline', near)).toBe(near);
    expect(await titles('story')).not.toContain(near);
    await press('[role="tab"]', 'Names');
  });

  it('takes a report out of the event, for good', async () => {
    const reports = () => titles('story');
    await press('[role="tab"]', 'Elsewhere');
    const all = await untilThere(async () => ((await reports()).length > 1 ? reports() : undefined), patienceMs);
    expect(all?.length).toBeGreaterThan(1);
    const other = await panel.evaluate(() => document.querySelector('.apart')?.getAttribute('aria-label')?.replace('Not this event: ', ''));
    await press('.apart', 'Not this event');
    expect(await see('.notice', 'It stays apart.')).toBeDefined();
    await untilThere(async () => ((await reports()).includes(other ?? '') ? undefined : true), patienceMs);
    await world.sidelight.extension.stopBackground();
    await panel.close();
    panel = await world.sidelight.extension.openPage('sidepanel.html');
    await article.bringToFront();
    expect(await see('.name-line .title', 'Jeff Sessions')).toBeDefined();
    await press('[role="tab"]', 'Elsewhere');
    const left = await untilThere(() => panel.evaluate(() => document.querySelector('.story-place')?.textContent), patienceMs);
    expect(left).not.toContain(other);
    await press('[role="tab"]', 'Names');
  });

  it('shows whom the card asks for', async () => {
    const marks = await paintedMarks(article);
    await openWithPointer(world.sidelight, article, marks.findIndex((text) => text.includes('Sessions')));
    expect(await pressInCard(world.sidelight, article, 'Open in panel')).toBe(true);
    expect(await see('.entity-page .name', 'Jeff Sessions')).toBe('Jeff Sessions');
    await closeCard(article);
  });

  it('follows the reader to a page without Sidelight', async () => {
    await world.sidelight.options.bringToFront();
    expect(await see('.said', 'Sidelight cannot run on this page.')).toBeDefined();
    await article.bringToFront();
    expect(await see('.entity-page .name', 'Jeff Sessions')).toBe('Jeff Sessions');
  });
});
