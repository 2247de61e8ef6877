import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { ArticleGold } from '../support/article-gold';
import type { Lab } from '../support/page-lab-script';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;

const folder = new URL('../../../shared/data/pages/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder) : [];
if (names.length === 0) console.log('Skipped: the saved pages of ../shared/data/pages are not there.');

const gold = JSON.parse(readFileSync(new URL('./saved-pages.json', import.meta.url), 'utf8')) as Record<string, ArticleGold>;

/** The network stays out; the page as it was saved, and what it becomes when the scripts that it holds have run. */
const asSaved = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
const withScripts = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval'",
};

describe.runIf(names.length > 0).each(browserNames)('saved news pages in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  it.each(names)('finds the article of %s and leaves the page as it is', async (name) => {
    const html = readFileSync(new URL(`${name}/source.html`, folder), 'utf8');
    page = await pages.open(html, { path: `/${name}/story.html`, headers: asSaved });
    const seen = await page.evaluate(() => {
      const before = document.documentElement.outerHTML;
      const article = lab.read();
      const texts = article?.blocks.map(({ text }) => text) ?? [];
      const marked = article?.blocks.filter(({ isHeading }) => !isHeading).map((block) => {
        const range = lab.rangeOf(block, 0, Math.min(20, block.text.length));
        return range && { shown: lab.textOf(range), read: block.text.slice(0, 20) };
      });
      return {
        isArticle: lab.isArticle(),
        facts: lab.facts(Date.UTC(2030, 0, 1)),
        text: texts.join('\n'),
        paragraphs: texts.filter((text) => text.length > 50).length,
        marked,
        isUnchanged: document.documentElement.outerHTML === before,
      };
    });
    expect(seen.isUnchanged).toBe(true);
    expect(seen.isArticle).toBe(true);
    expect(seen.facts?.title).not.toBe('');
    expect(seen.paragraphs).toBeGreaterThanOrEqual(2);
    // What stands on no article's page but around it.
    expect(seen.text).not.toMatch(/cookie policy|all rights reserved|sign up for our newsletter/i);
    for (const mark of seen.marked ?? []) {
      expect(mark && comparable(mark.shown)).toBe(mark && comparable(mark.read));
    }
  });

  it.each(names.flatMap((name) => [[name, 'as it was saved', asSaved], [name, 'when its scripts have run', withScripts]] as const))(
    'reads of %s the article and little else, %s',
    async (name, _, headers) => {
      const marked = gold[name];
      if (!marked) throw new Error(`Nobody has marked the article of ${name} in saved-pages.json`);
      const html = readFileSync(new URL(`${name}/source.html`, folder), 'utf8');
      page = await pages.open(html, { path: `/${name}/story.html`, headers });
      const { wanted, found, read, foreign, missed, strange } = await page.evaluate((by) => lab.compareWithGold(by), marked);
      expect(found / wanted, `missed: ${missed.join(' | ')}`).toBeGreaterThanOrEqual(0.95);
      expect(foreign / read, `foreign: ${strange.join(' | ')}`).toBeLessThan(0.05);
    },
  );
});

/** Without what reading leaves out or collapses. */
function comparable(text: string): string {
  return text.replace(/[\s\u00AD\u200B\u2060\uFEFF\uFFFC]+/g, '');
}
