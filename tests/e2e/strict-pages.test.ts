import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWithKey } from '../../scripts/browsers/card';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { serveOwnPages, type OwnPages } from '../support/own-pages';
import { sampleArticle } from '../support/sample-article';

const host = 'strict.test';
const story = '<p>Then <a id="before" href="#before">somebody</a> met Jeff Sessions at the convention.</p>';
/** Takes away every frame, and every element of the body, that it does not know. */
const cleaner = `<script>new MutationObserver(() => {
  for (const frame of document.querySelectorAll('iframe, frame, object, embed')) frame.remove();
  for (const element of document.body.querySelectorAll('*')) if (!['ARTICLE', 'H1', 'P', 'A'].includes(element.tagName)) element.remove();
}).observe(document, { subtree: true, childList: true });</script>`;

const headers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lets no frame in': { 'content-security-policy': "default-src 'none'; frame-src 'none'; child-src 'none'" },
  'is sandboxed by its server': { 'content-security-policy': 'sandbox' },
  'wants everything to be embedded willingly': { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
  'trusts no markup': { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  'lets no script in': { 'content-security-policy': "script-src 'none'; style-src 'none'" },
  'takes away what it does not know': {},
};

describe.each(browserNames)('the card on strict pages in %s', (browser) => {
  let pages: OwnPages;

  beforeAll(async () => {
    pages = await serveOwnPages(browser, host, Object.fromEntries(Object.entries(headers).map(([name, sent]) => [name, { headers: sent, html: sampleArticle(story, name === 'takes away what it does not know' ? cleaner : '') }])));
  });
  afterAll(() => pages.close());

  it.each(Object.keys(headers))('is there on a page that %s', async (name) => {
    const page = await pages.open(name);
    const card = await openWithKey(pages.world.sidelight, page);
    expect(card).toMatchObject({ name: 'Jeff Sessions', isFailed: false, isFocused: true });
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('sidelight-card') === null);
    await page.close();
  });
});
