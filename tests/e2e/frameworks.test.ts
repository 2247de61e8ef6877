import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importPack } from '../../scripts/browsers/options-page';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { Hydrate } from '../support/frameworks/client';
import { frameworksHost, serveFrameworks } from '../support/frameworks/serve-frameworks';
import { stories, type FrameworkStory } from '../support/frameworks/stories';
import { openWorld, type World } from '../support/world';

declare const hydrate: Hydrate;
/** What a test keeps in its page between two steps. */
declare global {
  var lost: string[];
}

const [harbour, orchard, clock] = stories as unknown as readonly [FrameworkStory, FrameworkStory, FrameworkStory];

describe.each(browserNames)('pages made with a framework in %s', (browser) => {
  let world: World;
  let pages: Awaited<ReturnType<typeof serveFrameworks>>;
  let page: Page;
  let said: string[] = [];

  beforeAll(async () => {
    pages = await serveFrameworks();
    world = await openWorld(browser, [frameworksHost]);
    await importPack(world.sidelight, world.packFile);
    expect(await world.sidelight.switchOn([`http://${frameworksHost}/*`])).toBe('on');
  });
  // Whatever a step breaks is said on the console: by React, by the page, by us.
  afterEach(async () => {
    await page.close();
    expect(said).toEqual([]);
  });
  afterAll(async () => {
    await world.close();
    await pages.close();
  });

  async function open(path: string): Promise<void> {
    page = await world.sidelight.options.browser().newPage();
    said = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warn') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(pages.origin + path);
    await page.bringToFront();
  }

  /** Until exactly these names are marked, each where it stands in the page as it is now. */
  async function untilMarked(expected: readonly string[]): Promise<void> {
    await page.waitForFunction((names) => {
      const marks = [...(CSS.highlights.get('sidelight') ?? [])].filter(({ startContainer }) => startContainer.isConnected);
      const texts = marks.map((mark) => {
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        return range.toString();
      });
      return JSON.stringify(texts.sort()) === JSON.stringify([...names].sort());
    }, {}, expected);
    const { annotations } = await world.annotated(page);
    expect(new Set(annotations.map(({ text }) => text))).toEqual(new Set(expected));
  }

  const press = (label: string): Promise<void> => page.click(`::-p-text(${label})`);
  const rootOf = (): Promise<string | undefined> => page.evaluate(() => document.querySelector('#root')?.getHTML());

  it('keeps its marks when React takes over what the server sent, and marks what React writes', async () => {
    await open('/hydrated');
    await untilMarked(harbour.named);
    const sent = await rootOf();
    await page.evaluate(() => hydrate());
    await press('Update 0');
    await untilMarked([...harbour.named, 'James Comey']);
    // Written into the same text node.
    await press('Update 1');
    await untilMarked([...harbour.named, 'Michael Flynn']);
    // The whole article in new elements, as it was sent.
    await press('Update 2');
    await untilMarked(harbour.named);
    expect(await rootOf()).toBe(sent?.replace('Update <!-- -->0', 'Update <!-- -->3'));
  });

  it('marks each story that an endless page adds, and lets no mark of the others go meanwhile', async () => {
    await open('/scrolled');
    await untilMarked(harbour.named);
    await page.evaluate((names) => {
      globalThis.lost = [];
      (function look(): void {
        const marked = [...(CSS.highlights.get('sidelight') ?? [])].map(({ startContainer }) => startContainer.textContent ?? '').join();
        for (const name of names) if (!marked.includes(name)) globalThis.lost.push(name);
        requestAnimationFrame(look);
      })();
    }, harbour.named);
    const toEnd = (): Promise<void> => page.evaluate(() => document.querySelector('.end')?.scrollIntoView());
    await toEnd();
    await untilMarked([...harbour.named, ...orchard.named]);
    await toEnd();
    await page.waitForFunction((title) => document.querySelector('main')?.textContent.includes(title), {}, clock.title);
    await page.waitForFunction(() => [...(CSS.highlights.get('sidelight') ?? [])].some(({ startContainer }) => startContainer.textContent?.includes('Feinstein')));
    expect(await page.evaluate(() => globalThis.lost)).toEqual([]);
  });

  it('follows a router to another story and back', async () => {
    await open(harbour.path);
    await untilMarked(harbour.named);
    for (const story of [orchard, clock]) {
      await press(story.title);
      await untilMarked(story.named);
      expect((await world.annotated(page)).page.url).toBe(pages.origin + story.path);
    }
    await page.goBack({ waitUntil: [] });
    await untilMarked(orchard.named);
    await page.goBack({ waitUntil: [] });
    await untilMarked(harbour.named);
    expect((await world.annotated(page)).page.url).toBe(pages.origin + harbour.path);
  });

  it('neither reads nor marks what is being written, and keeps out of its way', async () => {
    await open('/edited');
    await untilMarked(orchard.named);
    const letter = 'To Jeff Sessions: Sergey Kislyak knows.';
    await page.click('.editor');
    await page.keyboard.type(letter);
    await page.keyboard.press('Backspace');
    await page.click('textarea');
    await page.keyboard.type(letter);
    await press('More');
    await untilMarked([...orchard.named, 'Sergey Kislyak']);
    const written = await page.evaluate(() => ({
      editor: document.querySelector('.editor')?.getHTML(),
      foreign: document.querySelector<HTMLElement>('.editor')?.dataset.foreign,
      field: document.querySelector('textarea')?.value,
    }));
    expect(written).toEqual({ editor: `<p>${letter.slice(0, -1)}</p>`, foreign: undefined, field: letter });
  });
});
