import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPageLab, type PageLab } from '../support/page-lab';
import type { Lab } from '../support/page-lab-script';
import { heldBackShapes } from '../support/held-back-shapes';
import { deskShapes } from '../support/desk-shapes';
import { freshShapes } from '../support/fresh-shapes';
import { laterShapes, noArticles } from '../support/later-shapes';
import { articleOfShape, pageShapes } from '../support/page-shapes';

declare const lab: Lab;

// One browser: where an article is, is told by the document, and the saved pages are read in both.
describe('shapes of pages', () => {
  let pages: PageLab;

  beforeAll(async () => {
    pages = await openPageLab('chromium');
  });
  afterAll(() => pages.close());

  it.each([...pageShapes, ...heldBackShapes, ...laterShapes, ...freshShapes, ...deskShapes].map(({ name, html }) => [name, html] as const))('finds the article: %s', async (_name, html) => {
    const page = await pages.open(html);
    const { wanted, found, read, foreign, missed, strange } = await page.evaluate((gold) => lab.compareWithGold(gold), articleOfShape);
    await page.close();
    expect({ missed: found / wanted >= 0.95 ? [] : missed, strange: foreign / Math.max(read, 1) < 0.05 ? [] : strange }).toEqual({ missed: [], strange: [] });
    expect(wanted).toBeGreaterThan(10);
  });

  it.each(noArticles.map(({ name, html }) => [name, html] as const))('leaves alone: %s', async (_name, html) => {
    const page = await pages.open(html);
    expect(await page.evaluate(() => lab.isArticle())).toBe(false);
    await page.close();
  });
});
