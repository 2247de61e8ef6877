import { readFileSync } from 'node:fs';
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
}

const marksCss = readFileSync(new URL('../../entrypoints/marks.css', import.meta.url), 'utf8');
const said = 'so much was said about it that a second line had to be written, and then, for good measure, a third one';
/** The story stands in a component; its last paragraph comes through a slot. */
const component = `<x-story><template shadowrootmode="open">
  <h2>In the component</h2><p>It was Jeff Sessions who spoke, and ${said}.</p><p>Then he <slot name="verb">left</slot>.</p><slot></slot></template>
  <p id="slotted">Later he met Sergey Kislyak, and ${said}.</p><b slot="verb">sat down</b><p slot="nowhere">This is never seen.</p></x-story>`;

describe.each(browserNames)('shadow roots in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  async function annotate(html: string): Promise<void> {
    page = await pages.open(html);
    await page.bringToFront();
    await page.evaluate(() => {
      globalThis.annotated = lab.annotate({ sessions: 'Jeff Sessions', kislyak: 'Sergey Kislyak' });
    });
  }
  const untilPainted = (texts: readonly string[]) =>
    page.waitForFunction((expected) => JSON.stringify(lab.painted()) === JSON.stringify(expected), {}, texts);

  it('are read as they are seen, slots and all', async () => {
    page = await pages.open(sampleArticle(component));
    const texts = await page.evaluate(() => lab.texts());
    expect(texts.slice(2, -1)).toEqual([
      'In the component', `It was Jeff Sessions who spoke, and ${said}.`, 'Then he sat down.', `Later he met Sergey Kislyak, and ${said}.`,
    ]);
  });

  it('have their marks painted, and found by the pointer', async () => {
    await annotate(sampleArticle(component, `<style>${marksCss}</style>`));
    await untilPainted(['Jeff Sessions', 'Sergey Kislyak']);
    const line = await page.evaluate(() => {
      const paragraph = document.querySelector('x-story')?.shadowRoot?.querySelector('p');
      return paragraph && getComputedStyle(paragraph, '::highlight(sidelight)').textDecorationLine;
    });
    // Firefox lets no rule of the document into a shadow root: there a mark is found, and not seen (threat-model.md, “What is out of reach”).
    expect(line).toBe(browser === 'firefox' ? 'none' : 'underline');
    const place = await placeOfMark(page, 0);
    await page.mouse.move(place?.x ?? 0, place?.y ?? 0);
    await page.waitForSelector('sidelight-card');
    expect(await page.evaluate(() => globalThis.annotated.shown.at(-1)?.mark.subject.name)).toBe('Jeff Sessions');
  });

  it('are read again when something changes in them', async () => {
    await annotate(sampleArticle(component));
    await untilPainted(['Jeff Sessions', 'Sergey Kislyak']);
    await page.evaluate(() => {
      const paragraph = document.querySelector('x-story')?.shadowRoot?.querySelector('p');
      paragraph?.replaceChildren(paragraph.textContent.replace('Jeff Sessions', 'Somebody'));
    });
    await untilPainted(['Sergey Kislyak']);
  });

  it('hold the whole article on some sites', async () => {
    await annotate(`<!doctype html><html lang="en"><title>A story</title><x-app><template shadowrootmode="open"><x-page><template shadowrootmode="open">
      ${/<article>[^]*<\/article>/.exec(sampleArticle('<p>It was Jeff Sessions who spoke.</p>'))?.[0] ?? ''}</template></x-page></template></x-app>`);
    await untilPainted(['Jeff Sessions']);
  });
});
