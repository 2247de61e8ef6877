import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { Annotated, Lab } from '../support/page-lab-script';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;
declare global {
  var annotated: Annotated;
}

const marksCss = readFileSync(new URL('../../entrypoints/marks.css', import.meta.url), 'utf8');
const said = 'so much was said about it that a second line had to be written, and then, for good measure, a third one';
const framed = `<style>${marksCss} body { margin: 20px } p { margin: 300px 0 }</style><p>It was Jeff Sessions who spoke, and ${said}.</p><p>Later he met Sergey Kislyak, and ${said}.</p>`;
const quoted = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const frame = (html: string, more = '') => `<iframe ${more} width="500" height="400" srcdoc="${quoted(html)}"></iframe>`;

describe.each(browserNames)('frames in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  async function annotate(body: string): Promise<void> {
    page = await pages.open(sampleArticle(body));
    await page.bringToFront();
    await page.evaluate(() => {
      globalThis.annotated = lab.annotate({ sessions: 'Jeff Sessions', kislyak: 'Sergey Kislyak' });
    });
  }
  /** What is painted in the page and in the frames in it. */
  const untilPainted = (...texts: (readonly string[])[]) =>
    page.waitForFunction(
      (expected) => {
        const inner = Array.from({ length: frames.length }, (_, at) => lab.painted('sidelight', frames[at] as Window & typeof globalThis));
        return JSON.stringify([lab.painted(), ...inner]) === expected;
      },
      {}, JSON.stringify(texts),
    );
  const name = () => page.evaluate(() => globalThis.annotated.shown.at(-1)?.mark.subject.name);
  /** The middle of a mark's first line, scrolled to, in the page's window. */
  const placeInFrame = (at: number) => page.evaluate((index) => {
    const [inner] = document.querySelectorAll('iframe');
    const view = frames[0] as Window & typeof globalThis;
    const mark = [...(view.CSS.highlights.get('sidelight') ?? [])][index];
    if (!inner || !mark) throw new Error('Nothing is painted there');
    mark.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [line] = lab.rectsOf(mark);
    const { left, top } = inner.getBoundingClientRect();
    return { x: left + inner.clientLeft + (line?.left ?? 0) + 5, y: top + inner.clientTop + (line?.top ?? 0) + 5 };
  }, at);

  it('are read, painted and left', async () => {
    await annotate(`<p>Jeff Sessions came first.</p>${frame(framed)}`);
    await untilPainted(['Jeff Sessions'], ['Jeff Sessions', 'Sergey Kislyak']);
    const line = await page.evaluate(() => {
      const inner = frames[0] as Window & typeof globalThis;
      return inner.getComputedStyle(inner.document.querySelector('p')!, '::highlight(sidelight)').textDecorationLine;
    });
    expect(line).toBe('underline');
    await page.evaluate(() => globalThis.annotated.leave());
    await untilPainted([], []);
    expect(await page.evaluate(() => [...CSS.highlights.keys(), ...(frames[0] as Window & typeof globalThis).CSS.highlights.keys()])).toEqual([]);
  });

  it('have cards in the page around them, beside the name, which follow it and go with it', async () => {
    await annotate(frame(framed));
    await untilPainted([], ['Jeff Sessions', 'Sergey Kislyak']);
    const place = await placeInFrame(1);
    await page.mouse.move(place.x, place.y);
    await page.waitForSelector('sidelight-card');
    expect(await name()).toBe('Sergey Kislyak');
    const locate = () => page.evaluate(() => globalThis.annotated.mounted.at(-1)?.locate()[0]);
    const line = await locate();
    expect(line?.left).toBeLessThanOrEqual(place.x);
    expect(line?.right).toBeGreaterThan(place.x);
    expect(line?.top).toBeLessThanOrEqual(place.y);
    expect(line?.bottom).toBeGreaterThan(place.y);
    const drawn = await page.evaluate(() => globalThis.annotated.shown.length);
    await page.evaluate(() => frames[0]?.scrollBy(0, -20));
    await page.waitForFunction((before) => globalThis.annotated.shown.length > before, {}, drawn);
    expect((await locate())?.top).toBeCloseTo((line?.top ?? 0) + 20, 0);
    await page.mouse.move(2, 2);
    await page.waitForFunction(() => !document.querySelector('sidelight-card'));
  });

  it('hear clicks, keys and selections', async () => {
    await annotate(frame(framed));
    await untilPainted([], ['Jeff Sessions', 'Sergey Kislyak']);
    const place = await placeInFrame(0);
    await page.mouse.click(place.x, place.y);
    await page.waitForSelector('sidelight-card');
    expect(await name()).toBe('Jeff Sessions');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('sidelight-card'));
    await page.keyboard.down('Alt');
    await page.keyboard.press('KeyJ');
    await page.keyboard.up('Alt');
    await page.waitForSelector('sidelight-card');
    expect(await name()).toBe('Sergey Kislyak');
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const inner = frames[0] as Window & typeof globalThis;
      const text = inner.document.querySelector('p')?.firstChild;
      inner.focus();
      if (text) inner.getSelection()?.setBaseAndExtent(text, 0, text, 6);
      globalThis.annotated.lookUp();
    });
    await page.waitForFunction(() => globalThis.annotated.shown.at(-1)?.mark.subject.name === 'It was');
  });

  it('are read again when something changes in them, and when they show something else', async () => {
    await annotate(frame(framed));
    await untilPainted([], ['Jeff Sessions', 'Sergey Kislyak']);
    await page.evaluate(() => frames[0]?.document.querySelector('p')?.remove());
    await untilPainted([], ['Sergey Kislyak']);
    await page.evaluate((html) => {
      document.querySelector('iframe')!.srcdoc = html;
    }, framed.replace('Sergey Kislyak', 'nobody'));
    await untilPainted([], ['Jeff Sessions']);
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await untilPainted([]);
  });

  it('hold the whole article on some sites', async () => {
    await annotate('');
    await page.close();
    page = await pages.open(`<!doctype html><title>A shell</title><meta property="og:type" content="article"><body style="margin:0">${frame(sampleArticle('<p>It was Jeff Sessions who spoke.</p>'), 'id="reader"')}`);
    await page.evaluate(() => {
      globalThis.annotated = lab.annotate({ sessions: 'Jeff Sessions' });
    });
    await untilPainted([], ['Jeff Sessions']);
  });

  it.each([
    ['of others', frame(framed, 'sandbox="allow-scripts"')],
    ['that are hidden', frame(framed, 'style="visibility: hidden"')],
    ['that are too small to be read', frame(framed, 'style="width: 1px; height: 1px"')],
    ['that are edited', frame(`${framed}<script>document.designMode = 'on'</script>`)],
  ])('are not read: those %s', async (_, html) => {
    page = await pages.open(sampleArticle(html));
    expect((await page.evaluate(() => lab.texts())).filter((text) => text.includes('Sessions'))).toEqual([]);
  });
});
