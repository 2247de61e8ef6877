import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { placeOfMark } from '../../scripts/browsers/marks';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { defaultReading } from '../../lib/settings/reading-settings';
import { annotateStory, pointAtMark, story } from '../support/annotated-story';
import type { Lab } from '../support/page-lab-script';
import { moveTo } from '../support/pointer';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;

describe.each(browserNames)('annotatePage in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  async function annotate(html?: string): Promise<void> {
    page = await annotateStory(pages, html);
  }

  const pointAt = (mark: number): Promise<void> => pointAtMark(page, mark);

  const pressed = async (key: 'KeyJ' | 'KeyK'): Promise<void> => {
    await page.keyboard.down('Alt');
    await page.keyboard.press(key);
    await page.keyboard.up('Alt');
  };
  const untilCard = () => page.waitForSelector('sidelight-card');
  const untilNoCard = () => page.waitForFunction(() => !document.querySelector('sidelight-card'));
  const openCard = () => page.evaluate(() => {
    const card = globalThis.annotated.shown.at(-1);
    return { mark: card && `${card.mark.subject.name} ${card.mark.nth}/${card.mark.count}`, openedBy: card?.openedBy };
  });
  const opened = () => page.evaluate(() => lab.painted('sidelight-open'));

  it('reports what it marked, in the order of the page', async () => {
    await annotate();
    const report = await page.evaluate(() => globalThis.annotated.report());
    expect(report).toMatchObject({
      state: 'annotated',
      page: { title: 'A sample story', language: 'en' },
      annotations: [
        { text: 'Jeff Sessions', count: 2, confidence: 0.9, entity: { id: 'sessions' } },
        { text: 'Sergey Kislyak', count: 1, confidence: 0.9, entity: { id: 'kislyak' } },
      ],
    });
  });

  it('has the card brought once, when the pointer first comes onto a mark, and not before', async () => {
    await annotate();
    await page.mouse.move(2, 2);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(await page.evaluate(() => globalThis.annotated.timesBrought())).toBe(0);
    await pointAt(0);
    await untilCard();
    expect(await page.evaluate(() => globalThis.annotated.timesBrought())).toBe(1);
  });

  it('opens no card for a mark that the page moves under a pointer at rest, until the pointer moves', async () => {
    await annotate(sampleArticle(`<div id="scroller" style="height: 300px; overflow: auto">${story}<div style="height: 900px"></div></div>`));
    await page.evaluate((settings) => globalThis.annotated.configure(settings), { ...defaultReading, dwellMs: 0 });
    const place = await placeOfMark(page, 0);
    const scroll = (top: number) => page.evaluate(async (to) => {
      document.querySelector('#scroller')?.scrollTo(0, to);
      for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, top);
    await scroll(200);
    await moveTo(page, place?.x ?? 0, place?.y ?? 0);
    await scroll(0);
    expect(await page.evaluate(() => globalThis.annotated.timesBrought())).toBe(0);
    await page.mouse.move((place?.x ?? 0) + 1, place?.y ?? 0);
    await untilCard();
  });

  it('opens a card where the pointer rests, and closes it when the pointer has gone', async () => {
    await annotate();
    await pointAt(2);
    await untilCard();
    expect(await openCard()).toEqual({ mark: 'Jeff Sessions 2/2', openedBy: 'dwell' });
    expect(await page.evaluate(() => globalThis.annotated.coverageOf)).toEqual(['sessions']);
    expect(await opened()).toEqual(['Jeff Sessions']);
    await page.mouse.move(1, 1);
    await untilNoCard();
    expect(await opened()).toEqual([]);
  });

  it('opens a card with a click on a mark', async () => {
    await annotate();
    const place = await placeOfMark(page, 0);
    await page.mouse.click(place?.x ?? 0, place?.y ?? 0);
    await untilCard();
    expect(await openCard()).toEqual({ mark: 'Jeff Sessions 1/2', openedBy: 'press' });
    await page.mouse.click(2, 2);
    await untilNoCard();
  });

  it('opens a card with a tap on a mark', async () => {
    await annotate();
    const place = await placeOfMark(page, 0);
    await page.touchscreen.tap(place?.x ?? 0, place?.y ?? 0);
    await untilCard();
    expect(await openCard()).toEqual({ mark: 'Jeff Sessions 1/2', openedBy: 'press' });
  });

  it('opens a card with a long press, even on a link, and keeps the press from the link', async () => {
    await annotate();
    const place = await placeOfMark(page, 1);
    const finger = await page.touchscreen.touchStart(place?.x ?? 0, place?.y ?? 0);
    await untilCard();
    await finger.end();
    expect(await openCard()).toEqual({ mark: 'Sergey Kislyak 1/1', openedBy: 'press' });
    expect(await page.evaluate(() => location.hash)).toBe('');
  });

  it('leaves to a link what the keyboard presses after a long press', async () => {
    await annotate();
    const place = await placeOfMark(page, 0);
    const finger = await page.touchscreen.touchStart(place?.x ?? 0, place?.y ?? 0);
    await untilCard();
    // The browser has something of its own for a long press: no click ends this one.
    await page.evaluate(() => addEventListener('click', (event) => event.stopImmediatePropagation(), { capture: true, once: true }));
    await finger.end();
    await page.evaluate(() => document.querySelector<HTMLElement>('a')?.focus());
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#elsewhere');
  });

  it('leaves the click on a link to the link', async () => {
    await annotate();
    const place = await placeOfMark(page, 1);
    await page.mouse.click(place?.x ?? 0, place?.y ?? 0);
    await page.waitForFunction(() => location.hash === '#elsewhere');
    expect(await page.evaluate(() => globalThis.annotated.shown.length)).toBe(0);
    // Resting on it is another matter.
    await moveTo(page, 1, 1);
    await pointAt(1);
    await untilCard();
    expect(await openCard()).toEqual({ mark: 'Sergey Kislyak 1/1', openedBy: 'dwell' });
  });

  it('closes by key the card of a pointer that rests, though somebody writes in a field', async () => {
    await annotate();
    await page.focus('#field');
    await pointAt(0);
    await untilCard();
    await page.keyboard.press('Escape');
    await untilNoCard();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
  });

  it('goes from mention to mention by key, with the focus in the card, and gives the focus back', async () => {
    await annotate();
    await page.focus('#field');
    // In a field the keys belong to the text.
    await pressed('KeyJ');
    expect(await page.evaluate(() => globalThis.annotated.shown.length)).toBe(0);
    await page.evaluate(() => document.querySelector<HTMLElement>('a')?.focus());
    await pressed('KeyJ');
    await untilCard();
    expect(await openCard()).toEqual({ mark: 'Jeff Sessions 1/2', openedBy: 'key' });
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-card');
    await pressed('KeyJ');
    expect(await openCard()).toEqual({ mark: 'Sergey Kislyak 1/1', openedBy: 'key' });
    await pressed('KeyK');
    await pressed('KeyK');
    expect(await openCard()).toEqual({ mark: 'Jeff Sessions 2/2', openedBy: 'key' });
    await page.keyboard.press('Escape');
    await untilNoCard();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
  });

  it('steps among the mentions of one name from within the card', async () => {
    await annotate();
    await pressed('KeyJ');
    await untilCard();
    await page.evaluate(() => globalThis.annotated.mounted.at(-1)?.step(1));
    expect((await openCard()).mark).toBe('Jeff Sessions 2/2');
    await page.evaluate(() => globalThis.annotated.mounted.at(-1)?.step(1));
    expect((await openCard()).mark).toBe('Jeff Sessions 1/2');
  });

  it('reveals an entity wherever it stands, and says when it does not', async () => {
    await annotate(sampleArticle(`<div style="height: 4000px"></div>${story}`));
    const found = await page.evaluate(() => [globalThis.annotated.reveal('kislyak'), globalThis.annotated.reveal('nobody')]);
    expect(found).toEqual([true, false]);
    await untilCard();
    const isInWindow = await page.evaluate(() => {
      const [line] = globalThis.annotated.mounted.at(-1)?.locate() ?? [];
      return line !== undefined && line.top >= 0 && line.bottom <= innerHeight;
    });
    expect(isInWindow).toBe(true);
  });

  it('reveals a name from under a header that stays where it is', async () => {
    const header = '<div style="position: fixed; inset: 0 0 auto; height: 120px; background: white">The Larkfield Ledger</div>';
    await annotate(sampleArticle(`${header}<div style="height: 600px"></div>${story}<div style="height: 3000px"></div>`));
    await page.evaluate(() => {
      const top = document.querySelector('b')?.getBoundingClientRect().top ?? 0;
      scrollBy({ top: top - 40, behavior: 'instant' });
      globalThis.annotated.reveal('sessions');
    });
    await untilCard();
    expect(await page.evaluate(() => globalThis.annotated.mounted.at(-1)?.locate()[0]?.top)).toBeGreaterThanOrEqual(120);
  });

  it('goes with a page that shows another story at another address', async () => {
    await annotate();
    await page.evaluate(() => {
      history.pushState(null, '', '/another-story');
      document.querySelector('b')?.parentElement?.replaceChildren('Another story, in which Sergey Kislyak is on his own.');
    });
    await page.waitForFunction(() => {
      const report = globalThis.annotated.report();
      return report.state === 'annotated' && report.page.url.endsWith('/another-story') && lab.painted().join() === 'Sergey Kislyak,Jeff Sessions';
    });
  });

  it('does not listen to what a script of the page invents', async () => {
    await annotate();
    const place = await placeOfMark(page, 0);
    const shown = await page.evaluate(async (at) => {
      const target = document.querySelector('b') ?? document.body;
      const mouse = { bubbles: true, composed: true, clientX: at?.x ?? 0, clientY: at?.y ?? 0 };
      target.dispatchEvent(new PointerEvent('pointermove', { ...mouse, pointerType: 'mouse' }));
      target.dispatchEvent(new MouseEvent('click', mouse));
      target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, code: 'KeyJ', key: 'j', altKey: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestIdleCallback(resolve));
      return [globalThis.annotated.shown.length, globalThis.annotated.coverageOf.length];
    }, place);
    expect(shown).toEqual([0, 0]);
  });

  it('closes the card of a mark that is gone', async () => {
    await annotate();
    await pressed('KeyJ');
    await untilCard();
    await page.evaluate(() => document.querySelector('article')?.remove());
    await untilNoCard();
  });

  it('keeps the card of a mark that the page only rendered anew', async () => {
    await annotate();
    await pressed('KeyJ');
    await untilCard();
    await page.evaluate(() => {
      const article = document.querySelector('article');
      article?.replaceWith(article.cloneNode(true));
    });
    await page.waitForFunction(() => {
      const [open] = CSS.highlights.get('sidelight-open') ?? [];
      return open?.startContainer.isConnected;
    });
    expect(await opened()).toEqual(['Jeff Sessions']);
    expect(await page.$('sidelight-card')).not.toBeNull();
  });

  it('leaves the document as it was, with a card closed and with none', async () => {
    await annotate();
    const serialised = () => page.evaluate(() => new XMLSerializer().serializeToString(document));
    const before = await serialised();
    await pressed('KeyJ');
    await untilCard();
    await page.keyboard.press('Escape');
    await untilNoCard();
    expect(await serialised()).toBe(before);
  });

  it('leaves without a trace, even with a card open', async () => {
    page = await pages.open(sampleArticle(story));
    const before = await page.evaluate(() => new XMLSerializer().serializeToString(document));
    await page.close();
    await annotate();
    await pressed('KeyJ');
    await untilCard();
    await page.evaluate(() => globalThis.annotated.leave());
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    expect(await page.evaluate(() => new XMLSerializer().serializeToString(document))).toBe(before);
    const drawn = await page.evaluate(() => globalThis.annotated.shown.length);
    await pointAt(0);
    await pressed('KeyJ');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await page.evaluate(() => globalThis.annotated.shown.length)).toBe(drawn);
    expect(await page.evaluate(() => new XMLSerializer().serializeToString(document))).toBe(before);
  });
});
