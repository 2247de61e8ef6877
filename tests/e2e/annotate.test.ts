import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCard, openWithKey, openWithPointer, readCard } from '../../scripts/browsers/card';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { paintedMarks } from '../../scripts/browsers/marks';
import { untilThere } from '../../scripts/browsers/patience';
import { documentOf, documentsWithoutSidelight, openWorld, type World } from '../support/world';

/** One article about the hearing of 14 November 2017 in each design. */
const hearing = {
  'a page with a strict content security policy': 'sessions-house-judiciary-election-security',
  'a page with names inside inline markup and links': 'sessions-memory-house-hearing',
  'a page that renders late by script': 'sessions-house-panel',
};

/** Whom each of the four pages names, as far as the stand's pack knows them; nothing else may be marked there. */
const confusable: Record<string, readonly string[]> = {
  'northbridge-training-sessions': [],
  'lanterns-recording-sessions': ['Alabama'],
  'parliament-sessions-strasbourg': ['European Parliament'],
  'pete-sessions-rules-committee': [
    'Congress', 'House Rules Committee', 'Jim McGovern', 'Pete Sessions', 'Senate', 'Texas', 'Washington, D.C.',
  ],
};

describe.each(browserNames)('reading the news in %s', (browser) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(browser);
    await world.followStand();
  });

  afterAll(() => world.close());

  describe.each(Object.entries(hearing))('%s', (_design, slug) => {
    let page: Page;

    beforeAll(async () => {
      page = await world.openArticle(slug);
    });

    it('marks Jeff Sessions', async () => {
      const report = await world.annotated(page);
      const entities = report.annotations.map(({ entity }) => entity.name);
      expect(entities).toContain('Jeff Sessions');
      expect(entities).not.toContain('Pete Sessions');
    });

    it('paints nothing that it does not report, and no name twice in a row', async () => {
      const { annotations } = await world.annotated(page);
      const painted = await paintedMarks(page);
      const texts = annotations.map(({ text }) => text);
      expect(painted.length).toBeGreaterThan(0);
      expect(painted.filter((text) => !texts.includes(text))).toEqual([]);
      expect(painted.filter((text, at) => text === painted[at - 1])).toEqual([]);
    });

    it('opens the card of the mark under a resting pointer', async () => {
      await world.annotated(page);
      const marks = await paintedMarks(page);
      const card = await openWithPointer(world.sidelight, page, marks.findIndex((text) => text.includes('Sessions')));
      expect(card?.name).toBe('Jeff Sessions');
    });

    it('links to what the sources reported before and since', async () => {
      const card = await readCard(world.sidelight, page);
      const items = [...(card?.before ?? []), ...(card?.since ?? [])];
      expect(card?.before.length).toBeGreaterThan(2);
      for (const item of items) {
        const article = world.articleAt(item.url);
        expect(item).toMatchObject({ title: article?.title, outlet: article?.outlet });
        expect(Date.parse(item.published ?? '')).toBe(Date.parse(article?.published ?? ''));
        expect(item.reason).not.toBe('');
      }
      const published = Date.parse(world.articleAt(page.url())?.published ?? '');
      const moments = (list: readonly { published?: string }[] = []) => list.map((item) => Date.parse(item.published ?? ''));
      expect(moments(card?.before).every((moment) => moment <= published)).toBe(true);
      expect(moments(card?.since).every((moment) => moment > published)).toBe(true);
      expect(items.map(({ url }) => url)).not.toContain(page.url());
    });

    it('opens a card by key, gives it the focus and takes it back on Escape', async () => {
      await closeCard(page);
      const card = await openWithKey(world.sidelight, page);
      expect(card?.isFocused).toBe(true);
      await closeCard(page);
      expect(await readCard(world.sidelight, page)).toBeNull();
    });
  });

  it('shows the January denial and the March report before the hearing, the guilty plea since, and what he said in January', async () => {
    const page = await world.openArticle('sessions-house-judiciary-election-security');
    await world.annotated(page);
    const marks = await paintedMarks(page);
    // Quotes are gathered behind linking: they are there soon after the articles are.
    const card = await untilThere(async () => {
      const shown = await openWithPointer(world.sidelight, page, marks.findIndex((text) => text.includes('Sessions')));
      if (shown && shown.said.length > 0) return shown;
      await closeCard(page);
      return undefined;
    }, 30_000);
    const of = (list: readonly { published?: string; title: string; reason: string }[] = [], month: string) =>
      list.filter(({ published }) => published?.startsWith(month));
    const [january, march] = [of(card?.before, '2017-01'), of(card?.before, '2017-03')];
    expect(january.find(({ title }) => title.includes('no contact with the Russians'))?.reason).toBe('the earlier denial; this page goes back to January');
    expect(march.find(({ title }) => /met Russian|What the attorney general did not say/.test(title))?.reason).toMatch(/^this page goes back to March; also names .*Kislyak/);
    expect(of(card?.before, '2017-11-14').map(({ reason }) => reason).join()).toMatch(/^the same hearing/);
    const plea = of(card?.since, '2017-12').find(({ title }) => /pleads guilty/i.test(title));
    expect(plea?.reason).toMatch(/^also names /);
    expect(card?.said.filter(({ said }) => said?.startsWith('2017-01')).map(({ text }) => text).join()).toContain('I did not have communications with the Russians');
    expect(await readCard(world.sidelight, page)).toMatchObject({ isFailed: false });
    await closeCard(page);
    await page.close();
  });

  it.each(Object.entries(confusable))('marks in “%s” only whom it names', async (slug, named) => {
    const page = await world.openArticle(slug);
    const { annotations } = await world.annotated(page);
    expect(named).toEqual(expect.arrayContaining(annotations.map(({ entity }) => entity.name)));
    const asSessions = annotations.filter(({ text }) => /sessions/i.test(text)).map(({ entity }) => entity.name);
    expect(new Set(asSessions)).toEqual(new Set(named.filter((name) => name === 'Pete Sessions')));
    expect((await paintedMarks(page)).filter((text) => /^(training |recording )?sessions$/.test(text))).toEqual([]);
  });

  it('leaves the DOM of each page byte for byte as it was', async () => {
    const slugs = [...Object.values(hearing), ...Object.keys(confusable)];
    for (const [slug, without] of await documentsWithoutSidelight(browser, world, slugs)) {
      const page = await world.openArticle(slug);
      await world.annotated(page);
      expect(await documentOf(page)).toBe(without);
      if ((await paintedMarks(page)).length > 0) {
        expect(await openWithPointer(world.sidelight, page, 0)).toBeDefined();
        await closeCard(page);
      }
      expect(await documentOf(page)).toBe(without);
      await page.close();
    }
  });

  it('goes on after the background was stopped between two steps', async () => {
    const page = await world.openArticle(hearing['a page that renders late by script']);
    await world.annotated(page);
    const marks = await paintedMarks(page);
    await world.sidelight.extension.stopBackground();
    const card = await openWithPointer(world.sidelight, page, marks.findIndex((text) => text.includes('Sessions')));
    expect(card).toMatchObject({ name: 'Jeff Sessions', isFailed: false });
    expect(card?.before.length).toBeGreaterThan(0);
    await world.sidelight.extension.stopBackground();
    await page.reload();
    expect((await world.annotated(page)).annotations.length).toBeGreaterThan(0);
  });
});
