import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { defaultReading } from '../../lib/settings/reading-settings';
import type { ReadingSettings } from '../../lib/settings/reading-settings';
import { annotateStory, pointAtMark, story } from '../support/annotated-story';
import type { Lab } from '../support/page-lab-script';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;

describe.each(browserNames)('settings and look-ups in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  async function annotate(html?: string): Promise<void> {
    page = await annotateStory(pages, html);
  }

  const pointAt = (mark: number): Promise<void> => pointAtMark(page, mark);

  const untilCard = () => page.waitForSelector('sidelight-card');
  const untilNoCard = () => page.waitForFunction(() => !document.querySelector('sidelight-card'));
  const openCard = () => page.evaluate(() => {
    const card = globalThis.annotated.shown.at(-1);
    return { mark: card && `${card.mark.subject.name} ${card.mark.nth}/${card.mark.count}`, openedBy: card?.openedBy };
  });

  it('marks as the settings have it, and at once as they change', async () => {
    await annotate();
    const painted = (changes: Partial<ReadingSettings>) =>
      page.evaluate((settings) => {
        globalThis.annotated.configure(settings);
        return lab.painted();
      }, { ...defaultReading, ...changes });
    expect(await painted({ density: 'all' })).toEqual(['Jeff Sessions', 'Sergey Kislyak', 'Jeff Sessions']);
    // What is marked is one thing, what is known to stand there another.
    expect(await painted({ density: 'few' })).toEqual(['Jeff Sessions', 'Sergey Kislyak']);
    expect((await page.evaluate(() => globalThis.annotated.report()))).toMatchObject({ annotations: [{ count: 2 }, { count: 1 }] });
    expect(await painted({ hiddenKinds: ['person'] })).toEqual(['Sergey Kislyak']);
  });

  it.each(['<a href="#him">Jeff Sessions</a>', 'Jeff <a href="#him">Sessions</a>', '<a href="#him">Jeff</a> Sessions'])('marks %s, wholly or partly a link, only where the name stands nowhere else', async (linked) => {
    const idsOf = async (html: string) => {
      await annotate(sampleArticle(html));
      return page.evaluate((settings) => {
        globalThis.annotated.configure(settings);
        return [...(CSS.highlights.get('sidelight') ?? [])].map(({ startContainer }) => startContainer.parentElement?.closest('p')?.id);
      }, defaultReading);
    };
    const paragraph = `<p id="linked">Then ${linked} spoke at length about it.</p>`;
    expect(await idsOf(`${paragraph}<p id="plain">Of it Jeff Sessions said nothing more.</p>`)).toEqual(['plain']);
    expect(await idsOf(paragraph)).toEqual(['linked']);
  });

  it('reads every page where the reader wants that, and leaves them alone again', async () => {
    const html = '<!doctype html><title>Front page</title><meta property="og:type" content="website"><p>' + 'Jeff Sessions spoke of it, and spoke of it again. '.repeat(6);
    page = await pages.open(html, { path: '/' });
    await page.evaluate(() => {
      globalThis.annotated = lab.annotate({ sessions: 'Jeff Sessions' });
    });
    const state = () => page.evaluate(() => globalThis.annotated.report().state);
    await page.waitForFunction(() => globalThis.annotated.report().state === 'not-an-article');
    await page.evaluate((settings) => globalThis.annotated.configure(settings), { ...defaultReading, everyPage: true });
    await page.waitForFunction(() => globalThis.annotated.report().state === 'annotated');
    await page.evaluate((settings) => globalThis.annotated.configure(settings), defaultReading);
    await page.waitForFunction(() => lab.painted().length === 0);
    expect(await state()).toBe('not-an-article');
  });

  it('waits for the key that has to be held, where there is one', async () => {
    await annotate();
    await page.evaluate((settings) => globalThis.annotated.configure(settings), { ...defaultReading, density: 'all' as const, modifier: 'shift' as const, dwellMs: 0 });
    await pointAt(0);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await page.evaluate(() => globalThis.annotated.shown.length)).toBe(0);
    await page.keyboard.down('Shift');
    await untilCard();
    await page.keyboard.up('Shift');
    expect(await openCard()).toEqual({ mark: 'Jeff Sessions 1/2', openedBy: 'dwell' });
  });

  it('looks up what is selected: a name that is known, one on the page and one that nobody knows', async () => {
    await annotate(sampleArticle(`${story}<p id="more">Somebody Else was there, and Pete Sessions was not.</p>`));
    const lookUp = async (from: number, to: number) => {
      await page.evaluate((start, end) => {
        const text = document.querySelector('#more')?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, start, text, end);
        globalThis.annotated.lookUp();
      }, from, to);
      await untilCard();
      return (await openCard()).mark;
    };
    expect(await lookUp(0, 13)).toBe('Somebody Else 1/1');
    await page.waitForFunction(() => globalThis.annotated.shown.at(-1)?.content.state === 'unknown');
    expect(await page.evaluate(() => globalThis.annotated.coverageOf)).toEqual([]);
    expect(await page.evaluate(() => globalThis.annotated.mounted.at(-1)?.locate().length)).toBe(1);
    await page.keyboard.press('Escape');
    await untilNoCard();
    await page.evaluate(() => {
      const bold = document.querySelector('b')?.firstChild;
      if (bold) getSelection()?.selectAllChildren(bold.parentElement ?? bold);
      globalThis.annotated.lookUp();
    });
    await untilCard();
    expect((await openCard()).mark).toBe('Jeff Sessions 1/2');
    await page.keyboard.press('Escape');
    await untilNoCard();
    const shown = await page.evaluate(async () => {
      const before = globalThis.annotated.shown.length;
      getSelection()?.removeAllRanges();
      globalThis.annotated.lookUp();
      for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      return globalThis.annotated.shown.length - before;
    });
    expect(shown).toBe(0);
  });

  const framed = '<iframe width="500" height="200" srcdoc="<p id=more>Somebody Else was there, and nobody had expected him.</p>"></iframe>';
  it.each([
    { where: 'a shadow root', html: '<x-part><template shadowrootmode="open"><p id="more">Somebody Else was there, and nobody had expected him.</p></template></x-part>' },
    { where: 'a frame', html: framed },
    { where: 'a frame in a frame', html: `<iframe width="600" height="300" srcdoc="${framed.replaceAll('"', '&quot;')}"></iframe>` },
  ])('looks up what is selected in $where', async ({ html }) => {
    await annotate(sampleArticle(`${story}${html}`));
    // The second word of the innermost paragraph, in the window.
    const place = await page.waitForFunction(() => {
      let [x, y] = [0, 0];
      let within: Document | ShadowRoot | undefined = document;
      let word: Text | null | undefined;
      while (within) {
        word = within.querySelector('#more')?.firstChild as Text | null | undefined;
        const inner: HTMLIFrameElement | null = within.querySelector('iframe');
        if (word || !inner) within = word ? undefined : within.querySelector('x-part')?.shadowRoot ?? undefined;
        else {
          const box = inner.getBoundingClientRect();
          [x, y] = [x + box.x + inner.clientLeft, y + box.y + inner.clientTop];
          within = inner.contentDocument ?? undefined;
        }
      }
      if (!word) return undefined;
      const range = word.ownerDocument.createRange();
      range.setStart(word, 9);
      range.setEnd(word, 13);
      const box = range.getBoundingClientRect();
      return { x: x + box.x + box.width / 2, y: y + box.y + box.height / 2 };
    });
    const { x, y } = (await place.jsonValue())!;
    await page.mouse.click(x, y, { count: 2 });
    await page.evaluate(() => globalThis.annotated.lookUp());
    await untilCard();
    expect((await openCard()).mark).toBe('Else 1/1');
  });
});
