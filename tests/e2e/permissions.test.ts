import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCard, readCard } from '../../scripts/browsers/card';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { paintedMarks, placeOfMark } from '../../scripts/browsers/marks';
import { addSource, importPack, typeSource } from '../../scripts/browsers/options-page';
import { untilThere } from '../../scripts/browsers/patience';
import { reachForCard } from '../support/reach-for-card';
import { openWorld, type World } from '../support/world';

const patienceMs = 15_000;
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

  it('keeps nothing of a source whose host the reader refuses', async () => {
    const [feed = ''] = world.feeds;
    await world.sidelight.extension.expectRefusal(world.sidelight.options);
    const said = await typeSource(world.sidelight, feed);
    expect(said).toMatchObject({ ok: false, text: expect.stringContaining('permission') as string });
    expect(await world.grantedOrigins()).toEqual([]);
    expect(await world.sidelight.ask('refresh-sources', {})).toMatchObject({ state: 'refreshed', sources: 0 });
  });

  it('does nothing on a host that was not allowed', async () => {
    const page = await world.openArticle(article);
    expect(await world.annotateOnce(page)).toMatchObject({ state: 'failed' });
    // By the time that a page opened later is annotated, this one would be too.
    await world.sidelight.switchOn(['http://herald.test/*']);
    await world.annotated(await world.openArticle('sessions-house-judiciary-election-security'));
    expect(await world.reportOf(page)).toBe('failed');
    expect(await paintedMarks(page)).toEqual([]);
  });

  it('lets no page load anything of the extension', async () => {
    const page = await world.openArticle(article);
    const answers = await page.evaluate((root) => Promise.all(['annotator.js', 'card.js', 'icon/16.png'].map((file) =>
      new Promise((resolve) => {
        const element = document.createElement(file.endsWith('.js') ? 'script' : 'img');
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        element.src = `${root}${file}`;
        document.head.append(element);
      }))), new URL('/', world.sidelight.options.url()).href);
    expect(answers).toEqual(['refused', 'refused', 'refused']);
    await page.close();
  });

  it('keeps away from the pages of a host that only its feed was allowed for', async () => {
    const feed = world.feeds.find((address) => new URL(address).host === new URL(world.article(sameHostAsFeed).url).host);
    await addSource(world.sidelight, feed ?? '');
    expect(await world.grantedOrigins()).toContain('http://wire.test/*');
    const page = await world.openArticle(sameHostAsFeed);
    expect(await world.reportOf(page)).toBe('failed');
    expect(await paintedMarks(page)).toEqual([]);
  });

  it('annotates a page once from the popup, and only that page', async () => {
    const other = await world.openArticle('flynn-resigns');
    // Last, so that no tab comes to the front behind the popup, which would close it.
    const page = await world.sidelight.options.browser().newPage();
    await page.evaluateOnNewDocument(reachForCard);
    await page.goto(world.article('sessions-memory-house-hearing').url);
    const popup = await world.openPopup(page);
    await popup.press('main .buttons button');
    await popup.waitForText('Jeff Sessions');
    const { annotations } = await world.annotated(page);
    expect((await paintedMarks(page)).length).toBeGreaterThan(0);
    expect(annotations.map(({ entity }) => entity.name)).toContain('Jeff Sessions');
    expect(await world.reportOf(other)).toBe('failed');
    await page.keyboard.down('Alt');
    await page.keyboard.press('KeyJ');
    await page.keyboard.up('Alt');
    const secret = 'Open in panel';
    expect(await untilThere(async () => (await cardSays(page, secret)) || undefined, patienceMs)).toBe(true);
    const place = await placeOfMark(page, 0);
    await page.mouse.move(place?.x ?? 0, (place?.y ?? 0) + 60, { steps: 4 });
    await page.keyboard.press('Tab');
    const { heard, texts, addresses, frames, found } = await page.evaluate((word) => globalThis.reached([word]), secret);
    expect(heard).toContain('pointermove');
    expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    expect(found).toEqual([]);
    expect(frames).toBe(0);
    expect([...addresses, ...texts].filter((text) => text.includes('extension:'))).toEqual([]);
    await closeCard(page);
    await page.reload();
    expect(await world.reportOf(page)).toBe('failed');
  });

  /** In Firefox only the page of the extension itself can look for it there. */
  async function cardSays(page: Page, words: string): Promise<boolean> {
    if (browser === 'chromium') return (await readCard(world.sidelight, page))?.text.includes(words) ?? false;
    const found = await Promise.all(page.mainFrame().childFrames().map((frame) => frame.evaluate((wanted, origin) =>
      location.origin === origin && (globalThis as unknown as { find(word: string): boolean }).find(wanted), words, world.sidelight.extension.origin)));
    return found.includes(true);
  }

  it('switches a site on and off from the popup', async () => {
    const page = await world.openArticle('sessions-memory-house-hearing');
    await world.sidelight.extension.expectAgreement(['http://post.test/*']);
    const popup = await world.openPopup(page);
    await popup.press('[role="switch"]');
    await popup.waitForText('Jeff Sessions');
    await world.annotated(page);
    expect(await world.grantedOrigins()).toContain('http://post.test/*');
    const next = await world.openArticle('flynn-resigns');
    await world.annotated(next);
    await page.bringToFront();
    const again = await world.openPopup(page);
    await again.press('[role="switch"][aria-checked="true"]');
    await again.waitForText('Off');
    await page.waitForFunction(() => (CSS.highlights.get('sidelight')?.size ?? 0) === 0);
    await page.reload();
    expect(await world.reportOf(page)).toBe('failed');
    await next.bringToFront();
    expect(await paintedMarks(next)).toEqual([]);
  });
});
