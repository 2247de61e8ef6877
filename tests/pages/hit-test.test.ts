import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { Lab } from '../support/page-lab-script';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;

/** Narrow enough that the long name goes over three lines. */
const wrapped =
  '<p style="width: 130px">He met the <i>Ambassador Extraordinary and Plenipotentiary of the <b>Russian Federation</b></i>, Sergey Kislyak, twice.</p>';
const longName = 'Ambassador Extraordinary and Plenipotentiary of the Russian Federation';

describe.each(browserNames)('createHitTest in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  /** Which mark is found at the middle of each line of each text, and just beside it. */
  async function hitsOf(body: string, texts: readonly string[]): Promise<{ on: (number | null)[][]; beside: (number | null)[][] }> {
    page = await pages.open(sampleArticle(body));
    return page.evaluate((wanted) => {
      const marked = wanted.map((text, mark) => ({ mark, range: lab.rangeOfText(text) }));
      const markAt = lab.createHitTest(document, marked);
      const rects = marked.map(({ range }) => lab.rectsOf(range));
      return {
        on: rects.map((lines) => lines.map(({ x, y, width, height }) => markAt(x + width / 2, y + height / 2) ?? null)),
        beside: rects.map((lines) => lines.map(({ right, y, height }) => markAt(right + 12, y + height / 2) ?? null)),
      };
    }, texts);
  }

  it('finds a mark on each of the lines that it is wrapped over', async () => {
    const { on } = await hitsOf(wrapped, [longName, 'Sergey Kislyak']);
    expect(on[0]?.length).toBeGreaterThan(2);
    expect(new Set(on[0])).toEqual(new Set([0]));
    expect(new Set(on[1])).toEqual(new Set([1]));
  });

  it('finds nothing beside a mark, though the caret would go to it', async () => {
    const { beside } = await hitsOf('<p>Said Jeff Sessions</p>', ['Jeff Sessions']);
    expect(beside).toEqual([[null]]);
  });

  it('tells marks apart that touch', async () => {
    const { on } = await hitsOf('<p>It was JeffSessions who spoke.</p>', ['Jeff', 'Sessions']);
    expect(on).toEqual([[0], [1]]);
  });

  it('finds a mark at its very edges', async () => {
    page = await pages.open(sampleArticle('<p>It was <b>Jeff</b> Sessions who spoke.</p>'));
    const hits = await page.evaluate(() => {
      const range = lab.rangeOfText('Jeff Sessions');
      const markAt = lab.createHitTest(document, [{ mark: 7, range }]);
      const rects = lab.rectsOf(range);
      const [first, last] = [rects[0], rects.at(-1)];
      if (!first || !last) return [];
      const y = first.y + first.height / 2;
      return [markAt(first.left + 0.5, y), markAt(last.right - 0.5, y)];
    });
    expect(hits).toEqual([7, 7]);
  });

  it.each([0.5, 1.75, 3])('finds a mark on a page that is zoomed %f times', async (zoom) => {
    const { on, beside } = await hitsOf(`<style>html { zoom: ${zoom} }</style><p>Said Jeff Sessions</p>`, ['Jeff Sessions']);
    expect([...on.flat(), ...beside.flat()]).toEqual([0, null]);
  });

  it('finds a mark in text that cannot be selected', async () => {
    const { on } = await hitsOf('<p style="user-select: none">It was Jeff Sessions who spoke.</p>', ['Jeff Sessions']);
    expect(on).toEqual([[0]]);
  });

  it('finds no mark under something that lies over it', async () => {
    const { on } = await hitsOf(
      '<p>It was Jeff Sessions who spoke.</p><div style="position: fixed; inset: 0; background: white">Choose a plan</div>',
      ['Jeff Sessions'],
    );
    expect(on).toEqual([[null]]);
  });

  it('is not led astray by text that is gone', async () => {
    page = await pages.open(sampleArticle('<p id="gone">It was Jeff Sessions who spoke.</p>'));
    const hit = await page.evaluate(() => {
      const range = lab.rangeOfText('Jeff Sessions');
      const markAt = lab.createHitTest(document, [{ mark: 0, range }]);
      const [rect] = lab.rectsOf(range);
      const text = document.querySelector('#gone')?.firstChild;
      if (!rect || !text) return 'no place';
      text.nodeValue = 'Nobody';
      return markAt(rect.x + 2, rect.y + rect.height / 2) ?? 'no mark';
    });
    expect(hit).toBe('no mark');
  });
});
