import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { damaged } from '../support/mutations';
import { openPageLab, type PageLab } from '../support/page-lab';
import type { Lab } from '../support/page-lab-script';
import { randomBody, type PageElement, type PageNode } from '../support/random-pages';
import { sampleArticle } from '../support/sample-article';

declare const lab: Lab;

const soundData = JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'NewsArticle', headline: 'H', datePublished: '2017-11-14T10:00:00Z', inLanguage: 'en', mainEntityOfPage: { '@type': 'WebPage' } }] });
const data = damaged([soundData], { pieces: ['"', '{', '}', '[', ']', ',', '"__proto__":{"@type":"Article"},', '"headline":{"toString":1},', '<!--', '\\ud800'], nested: ['[', '{"@graph":[', '"'] })
  .map((bytes) => new TextDecoder().decode(bytes));

describe.each(browserNames)('random pages in %s', (browser) => {
  let pages: PageLab;
  let page: Page;

  beforeAll(async () => {
    pages = await openPageLab(browser);
    page = await pages.open(sampleArticle('<div id="here"></div>', '<script type="application/ld+json"></script>'));
  });
  afterAll(() => pages.close());

  it('are read without harm, and every character is where it is said to stand', async () => {
    await fc.assert(
      fc.asyncProperty(randomBody, data, fc.boolean(), async (nodes, json, isWhole) => {
        expect(await page.evaluate(readRandomPage, JSON.stringify(nodes), json, isWhole)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});

/** Makes the page, reads it, and says what is wrong with what was read. Runs in the page. */
function readRandomPage(drawn: string, json: string, isWhole: boolean): string[] {
  const nodes = JSON.parse(drawn) as readonly PageNode[];
  const faults: string[] = [];
  const place = document.querySelector('#here') ?? document.body;
  const script = document.querySelector('script[type="application/ld+json"]');
  const others = [...document.querySelectorAll('article > p')];
  function make(node: PageNode): Node {
    return typeof node === 'string' ? document.createTextNode(node) : makeElement(node);
  }
  function makeElement({ tag, attributes, children, depth, isHost }: PageElement): Element {
    let [outer, inner]: (Element | undefined)[] = [];
    for (let level = 0; level < depth; level++) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      inner?.append(element);
      outer ??= element;
      inner = element;
    }
    if (!outer || !inner) throw new Error('There is at least one');
    const takesShadow = isHost && /^(div|p|span|section|article|main|aside|nav|footer|h1|h2|x-thing)$/.test(tag);
    (takesShadow ? inner.attachShadow({ mode: 'open' }) : inner).append(...children.map(make));
    return outer;
  }
  if (script) script.textContent = json;
  place.replaceChildren(...nodes.map(make));
  // What is around makes an article of it, or there is nothing else.
  for (const other of others) (other as HTMLElement).hidden = !isWhole;

  const before = document.documentElement.outerHTML;
  const article = lab.read();
  lab.isArticle();
  const facts = lab.facts(Date.UTC(2024, 0, 1));
  if (document.documentElement.outerHTML !== before) faults.push('the page was changed');
  if (JSON.stringify(lab.texts()) !== JSON.stringify(article?.blocks.map(({ text }) => text) ?? [])) faults.push('it reads otherwise a second time');
  if (facts && (facts.title.length > 1_000 || (facts.language?.length ?? 0) > 35)) faults.push('facts without bounds');

  for (const { text, pieces } of article?.blocks ?? []) {
    if (text.length > 50_000) faults.push('a block without bounds');
    // Blanks at the end of a block are shown to nobody, and stand in its last pieces.
    let end = 0;
    for (const { at, node, from, length } of pieces) {
      if (at < end || from < 0 || from + length > node.data.length) faults.push(`a piece outside at ${at}`);
      const written = node.data.slice(from, from + length).replace(/[\t\n\f\r]/g, ' ');
      const within = text.slice(at, at + length);
      if (!written.startsWith(within) || written.slice(within.length).trim() !== '') faults.push(`another text at ${at}`);
      if (!node.isConnected || (node.parentElement?.closest('script, style, textarea, select, button, code, template, noscript, [contenteditable="true"], [contenteditable=""]') ?? null) !== null) faults.push('what is never read');
      end = at + length;
    }
    for (const [start, stop] of [[0, text.length], [0, 1], [text.length >> 1, text.length]] as const) {
      const range = lab.rangeOf({ text, isHeading: false, pieces }, start, stop);
      if (range && !(range.startContainer.isConnected && range.endContainer.isConnected)) faults.push('a range outside');
    }
  }
  place.replaceChildren();
  return [...new Set(faults)];
}
