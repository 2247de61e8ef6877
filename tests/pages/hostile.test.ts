import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { placeOfMark } from '../../scripts/browsers/marks';
import type { Annotated, Lab } from '../support/page-lab-script';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;
declare global {
  var annotated: Annotated;
  var wasRead: boolean;
}

const story = '<p>Then Jeff Sessions met Sergey Kislyak.</p>';

describe.each(browserNames)('hostile pages in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;
  const broken: unknown[] = [];

  async function annotate(html: string): Promise<void> {
    page = await pages.open(html);
    page.on('pageerror', (error) => broken.push(error));
    await page.bringToFront();
    await page.evaluate(() => {
      globalThis.annotated = lab.annotate({ sessions: 'Jeff Sessions', kislyak: 'Sergey Kislyak' });
    });
    await page.waitForFunction(() => globalThis.annotated.report().state === 'annotated');
  }

  it('do not have ten megabytes of JSON-LD copied', async () => {
    page = await pages.open(sampleArticle(story));
    const copied = await page.evaluate(() => {
      const script = document.createElement('script');
      script.type = 'application/ld+json';
      script.append(`{"@type":"NewsArticle","headline":"${'x'.repeat(10_000_000)}"}`);
      document.head.append(script);
      globalThis.wasRead = false;
      Object.defineProperty(script, 'textContent', { get: () => (globalThis.wasRead = true) });
      return { title: lab.facts(0)?.title, wasRead: globalThis.wasRead };
    });
    expect(copied).toEqual({ title: 'A sample story', wasRead: false });
  });

  it('are read up to a bound, however much there is of them', async () => {
    page = await pages.open(sampleArticle('<p id="here"></p>'));
    const { blocks, length } = await page.evaluate(() => {
      const many = document.createDocumentFragment();
      for (let n = 0; n < 6_000; n++) {
        const paragraph = document.createElement('p');
        paragraph.append(`Paragraph ${n} says what all of them say, and says it at some length, so that it counts. ${'Again and again. '.repeat(12)}`);
        many.append(paragraph);
      }
      document.querySelector('#here')?.after(many);
      const texts = lab.texts();
      return { blocks: texts.length, length: texts.reduce((sum, text) => sum + text.length, 0) };
    });
    expect(blocks).toBeLessThanOrEqual(5_000);
    expect(length).toBeLessThanOrEqual(1_000_000);
  });

  it('are read up to a bound, however small its pieces are', async () => {
    page = await pages.open(sampleArticle('<p id="here"></p><p>Whoever stands behind all that is not read any more, for all the text that there is about it.</p>'));
    const texts = await page.evaluate(() => {
      const many = document.createDocumentFragment();
      for (let n = 0; n < 1_000_000; n++) many.append(document.createTextNode('x '));
      document.querySelector('#here')?.append(many);
      return lab.texts();
    });
    expect(texts.filter((text) => text.startsWith('Whoever'))).toEqual([]);
  });

  it('do not lead round in circles with forms and frames that are called like properties', async () => {
    const names = ['parentNode', 'parentElement', 'assignedSlot'].map((name) => `<input name="${name}">`).join('');
    const component = '<x-part><template shadowrootmode="open"><p>A part that says what it says.</p></template></x-part>';
    const wrapped = sampleArticle(component + story).replace('<article>', `<form>${names}<article>`).replace('</article>', '</article></form>');
    await annotate(wrapped);
    expect(await page.evaluate(() => lab.painted())).toEqual(['Jeff Sessions', 'Sergey Kislyak']);
    await page.close();
    const frame = '<iframe name="defaultView" width="300" height="300" srcdoc="<p>A frame that says what it says."></iframe>';
    page = await pages.open(wrapped.replace('</body>', `${frame}</body>`));
    expect((await page.evaluate(() => lab.texts())).join()).toContain('Then Jeff Sessions met');
  });

  it('lose their marks when they empty the registry, and nothing breaks', async () => {
    await annotate(sampleArticle(story));
    await page.evaluate(() => CSS.highlights.clear());
    const place = await placeOfMark(page, 0);
    expect(place).toBeNull();
    await page.evaluate(() => globalThis.annotated.leave());
    expect(broken).toEqual([]);
  });

  it('lose the card when they take its element away, and nothing breaks', async () => {
    await annotate(sampleArticle(story));
    const place = await placeOfMark(page, 0);
    await page.mouse.click(place?.x ?? 0, place?.y ?? 0);
    await page.waitForSelector('sidelight-card');
    expect(await page.evaluate(() => document.querySelector('sidelight-card')?.shadowRoot)).toBeNull();
    await page.evaluate(() => document.querySelector('sidelight-card')?.remove());
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => globalThis.annotated.report().state)).toBe('annotated');
    expect(broken).toEqual([]);
  });

  it('can move their nodes between reading and painting', async () => {
    page = await pages.open(sampleArticle(story));
    const range = await page.evaluate(() => {
      const block = lab.read()?.blocks.find(({ text }) => text.startsWith('Then'));
      document.querySelectorAll('p').forEach((paragraph) => paragraph.replaceChildren('gone'));
      return block && lab.rangeOf(block, 5, 18);
    });
    expect(range).toBeUndefined();
  });
});
