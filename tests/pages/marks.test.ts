import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { Lab } from '../support/page-lab-script';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;

const twoNames = '<p>Then <b>Jeff</b> Sessions met <a href="#k">Sergey Kislyak</a> at the convention.</p>';
const marksCss = readFileSync(new URL('../../entrypoints/marks.css', import.meta.url), 'utf8');

describe.each(browserNames)('marks in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  describe('createMarks', () => {
    it('paints without changing a byte of the document', async () => {
      page = await pages.open(sampleArticle(twoNames));
      const { before, painted, after } = await page.evaluate(() => {
        const serialised = () => new XMLSerializer().serializeToString(document);
        const first = serialised();
        const marks = lab.createMarks(new AbortController().signal);
        marks.paint([lab.rangeOfText('Jeff Sessions'), lab.rangeOfText('Sergey Kislyak')]);
        marks.open(lab.rangeOfText('Sergey Kislyak'));
        return { before: first, painted: [lab.painted(), lab.painted('sidelight-open')], after: serialised() };
      });
      expect(painted).toEqual([['Jeff Sessions', 'Sergey Kislyak'], ['Sergey Kislyak']]);
      expect(after).toBe(before);
    });

    it('moves nothing on the page', async () => {
      page = await pages.open(sampleArticle(`<style>${marksCss}</style>${twoNames}`));
      const [before, after] = await page.evaluate(() => {
        const places = () =>
          [...document.querySelectorAll('body *')].map((element) => JSON.stringify(element.getBoundingClientRect()));
        const first = places();
        const marks = lab.createMarks(new AbortController().signal);
        marks.paint([lab.rangeOfText('Jeff Sessions'), lab.rangeOfText('Sergey Kislyak')]);
        marks.open(lab.rangeOfText('Jeff Sessions'));
        return [first, places()];
      });
      expect(after).toEqual(before);
    });

    it('puts back what a page took away that cleared all highlights, and leaves the page’s own alone', async () => {
      page = await pages.open(sampleArticle(twoNames));
      const painted = await page.evaluate(() => {
        const controller = new AbortController();
        const marks = lab.createMarks(controller.signal);
        marks.paint([lab.rangeOfText('Jeff Sessions')]);
        CSS.highlights.clear();
        CSS.highlights.set('of-the-page', new Highlight());
        marks.restore();
        const again = [lab.painted(), [...CSS.highlights.keys()]];
        controller.abort();
        marks.restore();
        return [...again, [...CSS.highlights.keys()]];
      });
      expect(painted).toEqual([['Jeff Sessions'], ['of-the-page', 'sidelight'], ['of-the-page']]);
    });

    it('leaves nothing in the registry when its signal fires', async () => {
      page = await pages.open(sampleArticle(twoNames));
      const names = await page.evaluate(() => {
        CSS.highlights.set('of-the-page', new Highlight());
        const controller = new AbortController();
        const marks = lab.createMarks(controller.signal);
        marks.paint([lab.rangeOfText('Jeff Sessions')]);
        marks.open(lab.rangeOfText('Jeff Sessions'));
        controller.abort();
        marks.paint([lab.rangeOfText('Jeff Sessions')]);
        return [...CSS.highlights.keys()];
      });
      expect(names).toEqual(['of-the-page']);
    });

    it('leaves the marks of a newer annotator alone', async () => {
      page = await pages.open(sampleArticle(twoNames));
      const painted = await page.evaluate(() => {
        const controller = new AbortController();
        lab.createMarks(controller.signal).paint([lab.rangeOfText('Jeff Sessions')]);
        lab.createMarks(new AbortController().signal).paint([lab.rangeOfText('Sergey Kislyak')]);
        controller.abort();
        return lab.painted();
      });
      expect(painted).toEqual(['Sergey Kislyak']);
    });
  });

  describe('marks.css', () => {
    it('underlines in the colour of the text, and the open mark in amber', async () => {
      page = await pages.open(
        sampleArticle(`<style>${marksCss}</style><p id="red" style="color: rgb(204, 0, 0)">Some text in red.</p>`),
      );
      const [all, open] = await page.evaluate(() =>
        ['sidelight', 'sidelight-open'].map((name) => {
          const style = getComputedStyle(document.querySelector('#red') ?? document.body, `::highlight(${name})`);
          return [style.textDecorationLine, style.textDecorationStyle, style.textDecorationColor];
        }),
      );
      expect(all?.slice(0, 2)).toEqual(['underline', 'dotted']);
      // As a colour of its own or as part of a mixture.
      expect(all?.[2]).toMatch(/^rgb\(204, 0, 0\)$|^color\(srgb 0\.8 0 0 \/ 0\.55\)$/);
      expect(open).toEqual(['underline', 'solid', 'rgb(184, 106, 0)']);
    });

    it('draws on screens only', async () => {
      page = await pages.open(sampleArticle(`<style id="marks">${marksCss}</style>${twoNames}`));
      const conditions = await page.evaluate(() =>
        [...(document.querySelector<HTMLStyleElement>('#marks')?.sheet?.cssRules ?? [])].map((rule) =>
          rule instanceof CSSMediaRule ? rule.conditionText : rule.cssText,
        ),
      );
      expect(conditions).toEqual(['screen']);
    });
  });
});
