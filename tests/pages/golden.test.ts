import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { Lab } from '../support/page-lab-script';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;

interface Expected {
  readonly isArticle: boolean;
  readonly title: string;
  readonly published?: string;
  readonly language?: string;
  /** The text of the article as a reader sees it, block by block; only for articles. */
  readonly blocks?: readonly string[];
  /** What is marked where every name of `knowledge.json` is found as it is written there; headings never are. */
  readonly marks: readonly string[];
}

const folder = new URL('./', import.meta.url);
const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

describe.each(browserNames)('golden pages in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  it.each(names)('reads and marks %s', async (name) => {
    const expected = JSON.parse(fileOf(name, 'expected.json')) as Expected;
    const knowledge = JSON.parse(fileOf(name, 'knowledge.json')) as Record<string, string>;
    page = await pages.open(fileOf(name, 'source.html'), { path: `/${name}/story` });

    const { blocks, unchanged, ...seen } = await page.evaluate(async (known) => {
      const before = new XMLSerializer().serializeToString(document);
      const facts = lab.facts(Date.UTC(2024, 0, 1));
      const texts = lab.texts();
      const painter = lab.createMarks(new AbortController().signal);
      const isArticle = await new Promise<boolean>((resolve) => {
        lab.keepAnnotated({
          window,
          // No-break spaces are blanks to the spotter.
          findNames: (facts, written) => lab.finder(known)(facts, written.map((text) => text.replaceAll('\u00A0', ' '))),
          changed(state) {
            if (state.state === 'annotated') painter.paint(state.marks.map(({ range }) => range));
            resolve(state.state === 'annotated');
          },
          isOwn: () => false,
          signal: new AbortController().signal,
        });
      });
      return {
        isArticle,
        title: facts?.title,
        published: facts?.published,
        language: facts?.language,
        blocks: texts,
        marks: lab.painted().map((text) => text.replace(/\s+/g, ' ')),
        unchanged: new XMLSerializer().serializeToString(document) === before,
      };
    }, knowledge);

    const { blocks: expectedBlocks, ...others } = expected;
    expect(seen).toEqual({ published: undefined, language: undefined, ...others });
    if (expectedBlocks) expect(blocks).toEqual(expectedBlocks);
    expect(unchanged).toBe(true);
  });
});

function fileOf(name: string, file: string): string {
  return readFileSync(new URL(`${name}/${file}`, folder), 'utf8');
}
