import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { annotateStory, story } from '../support/annotated-story';
import type { Lab } from '../support/page-lab-script';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;

const frame = '<iframe width="500" height="200" srcdoc="<p>In a frame Jeff Sessions is written of at some length, as in the page around it.</p>"></iframe>';
const framed = '<p>Now it is Sergey Kislyak of whom the frame writes at some length, and nobody else but him.</p>';

describe.each(browserNames)('documents that are opened anew in %s', (browser) => {
  const pages = usePageLab(browser);

  /** The middle of the first mark with this text, in the window. */
  async function markIn(page: Page, inFrame: boolean, text: string): Promise<{ readonly x: number; readonly y: number }> {
    const found = await page.waitForFunction((isInFrame, wanted) => {
      const element = isInFrame ? document.querySelector('iframe') : null;
      const view = (element?.contentWindow ?? window) as typeof globalThis & Window;
      const [mark] = view.CSS.highlights.get('sidelight') ?? [];
      if (!mark || lab.textOf(mark) !== wanted) return undefined;
      const [line] = lab.rectsOf(mark);
      const around = element?.getBoundingClientRect();
      return line && { x: line.x + line.width / 2 + (around?.x ?? 0), y: line.y + line.height / 2 + (around?.y ?? 0) };
    }, {}, inFrame, text);
    return (await found.jsonValue())!;
  }

  it.each([
    { inFrame: false, before: story, after: sampleArticle('<p>And now it was Sergey Kislyak.</p>') },
    { inFrame: true, before: frame, after: framed },
  ])(
    'have cards as before (in a frame: $inFrame)',
    async ({ inFrame, before, after }) => {
      const page = await annotateStory(pages, sampleArticle(before));
      await markIn(page, inFrame, 'Jeff Sessions');
      // Whoever listens to a document or its window is forgotten in that.
      await page.evaluate((isInFrame, html) => {
        const opened = isInFrame ? document.querySelector('iframe')?.contentDocument : document;
        opened?.open();
        opened?.close();
        opened?.documentElement.replaceWith(opened.adoptNode(new DOMParser().parseFromString(html, 'text/html').documentElement));
      }, inFrame, after);
      const { x, y } = await markIn(page, inFrame, 'Sergey Kislyak');
      await page.mouse.move(x, y);
      await page.mouse.move(x + 1, y);
      await page.waitForSelector('sidelight-card');
      expect(await page.evaluate(() => globalThis.annotated.shown.at(-1)?.mark.subject.name)).toBe('Sergey Kislyak');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('sidelight-card'));
    },
  );

  it('have what their frames load later marked, and tell that they came back', async () => {
    const page = await annotateStory(pages);
    await page.evaluate((html) => {
      document.open();
      document.close();
      document.documentElement.replaceWith(document.adoptNode(new DOMParser().parseFromString(html, 'text/html').documentElement));
    }, sampleArticle(frame));
    await markIn(page, true, 'Jeff Sessions');
    await page.evaluate((html) => document.querySelector('iframe')?.setAttribute('srcdoc', html), framed);
    await markIn(page, true, 'Sergey Kislyak');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    expect(await page.evaluate(() => globalThis.annotated.timesBack())).toBe(1);
  });
});
