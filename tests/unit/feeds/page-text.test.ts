import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageText } from '../../../lib/feeds/page-text';

const read = (html: string) => pageText(new TextEncoder().encode(html), 'text/html; charset=utf-8');
const long = 'The chamber sat until midnight, and nobody left before the vote was taken. '.repeat(6).trim();

describe('pageText', () => {
  it('reads the paragraphs of the article, and nothing of what stands around it', () => {
    const html = `<body><nav><p>${long} Menu</p></nav><article><h1>Title</h1><p>${long}</p><aside><p>Read this, too</p></aside><p>The <b>end</b> &amp; all.</p></article><footer><p>${long}</p></footer></body>`;
    expect(read(html)).toBe(`${long}\nThe end & all.`);
  });

  it('takes the longest of several articles, else the main part, else the page', () => {
    expect(read(`<article><p>Teaser</p></article><article><p>${long} One</p></article><article><p>${long}</p></article>`)).toBe(`${long} One`);
    expect(read(`<p>Before</p><main><p>${long}</p></main><p>After</p>`)).toBe(long);
    expect(read(`<div><p>${long}</p></div>`)).toBe(long);
  });

  it('believes what a page says of itself in its data', () => {
    const data = { '@graph': [{ '@type': 'NewsArticle', articleBody: `<p>${long}</p><p>Two</p>` }] };
    expect(read(`<script type="application/ld+json">${JSON.stringify(data)}</script><article><p>${long} shown</p></article>`)).toBe(`${long}\nTwo`);
    expect(read(`<script type="application/ld+json">{broken</script><article><p>${long}</p></article>`)).toBe(long);
  });

  it('finds no article where there is little to read', () => {
    expect(read('<article><p>Subscribe to go on.</p></article>')).toBeUndefined();
    expect(read('')).toBeUndefined();
  });

  it('reads anything without throwing', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<article>', '</article>', '<script type="application/ld+json">', '</script>', '<nav>', '</nav>', 'text ', '{"articleBody":"x"}', '<', '<!--', '</body>');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(['string', 'undefined']).toContain(typeof read(pieces.join('')));
    }));
  });
});
