import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivedArticles } from '../../../lib/feeds/arrived-articles';
import { discoverFeeds } from '../../../lib/feeds/discover-feeds';
import { parseFeed } from '../../../lib/feeds/parse-feed';
import type { ParsedFeed } from '../../../lib/feeds/parsed-feed';
import { articleSchema } from '../../../lib/model/article';

const hints = { url: 'https://news.example/feed', now: '2018-01-01T00:00:00Z' };
const source = { url: hints.url, title: 'The Herald' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pieces of which feeds, broken ones above all, are made. */
const piece = fc.oneof(
  fc.constantFrom(
    '<rss version="2.0">', '<channel>', '<item>', '</item>', '</channel>', '</rss>', '<feed xmlns="http://www.w3.org/2005/Atom">', '<entry>', '</entry>',
    '<title>', '</title>', '<link>', '</link>', '<link href="', '"/>', '<guid>', '</guid>', '<id>', '</id>', '<pubDate>', '</pubDate>', '<updated>',
    '<description>', '</description>', '<content:encoded>', '<![CDATA[', ']]>', '<!--', '-->', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '&#x110000;',
    '&lt;script&gt;', '<script>alert(1)</script>', 'javascript:alert(1)', 'https://news.example/1', '//cdn.example/2', 'data:text/html,x', '../3',
    'Tue, 14 Nov 2037 10:05:00 GMT', '2017-11-14', '\u0000', '\ud800', '\u202e', 'xml:base="http://["', '<ttl>-1</ttl>', '<skipHours><hour>99</hour></skipHours>',
    '{"version":"https://jsonfeed.org/version/1.1","items":[', '{"id":1,"url":"x","title":null},', ']}', '<?xml version="1.0" encoding="utf-7"?>',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);
const hostile = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
const wrapped = hostile.map((inside) => `<rss version="2.0"><channel><title>T</title><item><title>One</title><link>https://news.example/1</link></item>${inside}`);

const wellFormed = `<rss version="2.0"><channel><title>T</title>${Array.from({ length: 20 }, (_, number) =>
  `<item><title>Article ${number}</title><link>https://news.example/${number}</link><guid>${number}</guid><description><![CDATA[<p>Said &amp; done</p>]]></description></item>`).join('')}</channel></rss>`;

/** What can be stored and shown: each article is one that the model takes, not from the future, and once. */
function expectStorable(feed: ParsedFeed): void {
  const arrived = arrivedArticles(feed, source);
  for (const { article } of arrived) {
    expect(articleSchema.safeParse(article).success, JSON.stringify(article).slice(0, 500)).toBe(true);
    expect((article.published ?? '') <= hints.now).toBe(true);
  }
  expect(new Set(arrived.map(({ article }) => article.id)).size).toBe(arrived.length);
}

describe('parseFeed on hostile feeds', () => {
  it('makes articles that the model takes, or no feed, of whatever comes', () => {
    fc.assert(fc.property(fc.oneof(hostile, wrapped), (text) => {
      const parsed = parseFeed(bytesOf(text), hints);
      if (parsed.ok) expectStorable(parsed.value);
    }), { numRuns: 1_000 });
  });

  it('reads any bytes without throwing, whatever encoding they are said to be in', () => {
    const charset = fc.constantFrom(undefined, 'utf-8', 'utf-16', 'gbk', 'windows-1251', 'nonsense');
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), charset, (bytes, label) => {
      const contentType = label && `text/xml; charset=${label}`;
      const whole = new Uint8Array([...bytesOf('<rss><channel><item><title>'), ...bytes]);
      for (const body of [bytes, whole]) {
        const parsed = parseFeed(body, { ...hints, contentType });
        if (parsed.ok) expectStorable(parsed.value);
      }
    }), { numRuns: 500 });
  });

  it('reads one value as long as feeds may be, wherever it stands', () => {
    const long = 'x'.repeat(9_000_000);
    const item = '<item><title>One</title></item>';
    const entity = `<!DOCTYPE rss [<!ENTITY a "${long}">]><rss><channel>${item}</channel></rss>`;
    const cut = `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"One"},{"id":"2","content_text":"${long}`;
    for (const text of [entity, cut]) {
      const parsed = parseFeed(bytesOf(text), hints);
      expect(parsed.ok && parsed.value.articles.map(({ title }) => title)).toEqual(['One']);
    }
    const language = parseFeed(bytesOf(`<rss><channel><language>en${'-a'.repeat(4_000_000)}</language>${item}</channel></rss>`), hints);
    expect(language).toMatchObject({ ok: true, value: { articles: [{ title: 'One' }] } });
  });

  it.each([
    ['<author>x ', '(a@', ' z</author>'],
    ['<author>', 'a@', ' z</author>'],
    ['<dc:creator><![CDATA[', '<a@', ' z]]></dc:creator>'],
    ['', '<author><name>n</name></author>', ''],
    ['<description><b>x</b>', '<![CDATA[', ''],
    ['<link rel="', 'alternate ', '\nx" href="/1"/>'],
    // With time that grows faster than the length, none of these would end while the runner waits.
  ])('reads what is long and broken to its end: %s%s…', (before, piece, after) => {
    const parsed = parseFeed(bytesOf(`<rss><channel><item><title>One</title>${before}${piece.repeat(400_000)}${after}</item></channel></rss>`), hints);
    expect(parsed.ok && parsed.value.articles[0]?.title).toMatch(/^One/);
  });

  it('keeps all articles before the place where a feed is cut off', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: wellFormed.length }), (length) => {
      const whole = wellFormed.slice(0, length).split('</item>').length - 1;
      const parsed = parseFeed(bytesOf(wellFormed.slice(0, length)), hints);
      const articles = parsed.ok ? parsed.value.articles : [];
      expect(articles.slice(0, whole).map(({ title }) => title)).toEqual(Array.from({ length: whole }, (_, number) => `Article ${number}`));
    }));
  });

  it('loses at most the articles in which something was overwritten', () => {
    fc.assert(fc.property(fc.integer({ min: 60, max: wellFormed.length - 30 }), hostile.filter((text) => !/<!--|CDATA|DOCTYPE|<\?|</.test(text)), (at, rubbish) => {
      const parsed = parseFeed(bytesOf(wellFormed.slice(0, at) + rubbish.slice(0, 20) + wellFormed.slice(at)), hints);
      const titles = new Set(parsed.ok ? parsed.value.articles.map(({ title }) => title) : []);
      const missing = Array.from({ length: 20 }, (_, number) => `Article ${number}`).filter((title) => !titles.has(title));
      expect(missing.length).toBeLessThanOrEqual(2);
    }));
  });
});

describe('discoverFeeds on hostile pages', () => {
  it('finds web addresses only', () => {
    const tag = fc.constantFrom('<link rel="alternate" type="application/rss+xml" href="', '<base href="', '">', '<body>', '<a href="', 'javascript:x', 'https://a.example/', '//b', '<!--', '\u0000');
    fc.assert(fc.property(fc.array(tag, { maxLength: 40 }), (tags) => {
      for (const { url } of discoverFeeds(bytesOf(tags.join('')), hints)) expect(url).toMatch(/^https?:\/\//);
    }));
  });
});
