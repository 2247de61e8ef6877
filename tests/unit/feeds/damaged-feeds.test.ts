import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '../../../lib/feeds/discover-feeds';
import { parseOpml, writeOpml } from '../../../lib/feeds/opml';
import { pageText } from '../../../lib/feeds/page-text';
import { parseFeed } from '../../../lib/feeds/parse-feed';
import { readBody } from '../../../lib/feeds/read-body';
import { limits } from '../../../lib/model/limits';
import { failedOnce } from '../../support/failed-once';
import { damaged } from '../../support/mutations';
import { soundFeeds, soundOpml, soundPage } from './sound-files';

const hints = { url: 'https://news.example/feed', now: '2018-01-01T00:00:00Z' };
const webAddress = /^https?:\/\/./;

const pieces = [
  '<', '>', '&', '"', "'", ']]>', '<![CDATA[', '<!--', '-->', '<!DOCTYPE rss [<!ENTITY a "&a;&a;">]>', '&a;', '&#x110000;', '&#xd800;', '&nbsp', '\u0000',
  '\ufeff', '\ud800', '<?xml version="1.0" encoding="utf-16"?>', '</item>', '</entry>', '</channel>', '</outline>', '<item>', '<entry>', ' xmlns="x"', ' xml:base="//["',
  '<constructor>', ' __proto__="x"', '<__proto__>', '"__proto__":{"title":"x"},', 'javascript:alert(1)', 'http://', '99999999999999999999', '{', '}', '[', ']', ',', ':null',
  '<base href="javascript:x">', '</script>', '</body>',
];
const nested = ['<item>', '<entry>', '<outline text="x">', '<div>', '<b x=">', '[', '{"items":[', '&amp;', '<![CDATA[', '"', '<p><article>'];
const feeds = damaged(soundFeeds, { pieces, nested });
const lists = damaged([soundOpml], { pieces, nested });
const pages = damaged([soundPage], { pieces, nested });

describe('parseFeed on damaged feeds', () => {
  it('gives a bounded feed with web addresses, the same each time, or says that it is none', () => {
    fc.assert(fc.property(feeds, (bytes) => {
      const parsed = parseFeed(bytes, hints);
      expect(parseFeed(bytes, hints)).toEqual(parsed);
      if (!parsed.ok) {
        expect(parsed).toEqual({ ok: false, failure: { kind: 'not-a-feed' } });
        return;
      }
      const { title, link, description, articles } = parsed.value;
      expect(title.length).toBeLessThanOrEqual(limits.outletLength);
      expect(description?.length ?? 0).toBeLessThanOrEqual(limits.summaryLength);
      expect(articles.length).toBeLessThanOrEqual(limits.articlesPerFeed);
      for (const address of [link, ...articles.map(({ url }) => url)]) if (address !== undefined) expect(address).toMatch(webAddress);
      for (const article of articles) {
        expect(article.title.length).toBeLessThanOrEqual(limits.titleLength);
        expect(article.summary?.length ?? 0).toBeLessThanOrEqual(limits.summaryLength);
        expect(article.authors?.length ?? 0).toBeLessThanOrEqual(limits.authorsPerArticle);
        expect((article.published ?? '') <= hints.now).toBe(true);
      }
    }), { numRuns: 400 });
  });
});

describe('parseOpml on damaged lists', () => {
  it('gives bounded lists of web addresses, each once, that are read back as they were, or says that it is none', () => {
    fc.assert(fc.property(lists, (bytes) => {
      const parsed = parseOpml(bytes);
      if (!parsed.ok) {
        expect(parsed).toEqual({ ok: false, failure: { kind: 'not-opml' } });
        return;
      }
      const { title, feeds: listed } = parsed.value;
      expect(title.length).toBeLessThanOrEqual(limits.titleLength);
      expect(new Set(listed.map(({ url }) => url)).size).toBe(listed.length);
      for (const { url, title: name, link, folder } of listed) {
        expect(url).toMatch(webAddress);
        if (link !== undefined) expect(link).toMatch(webAddress);
        for (const address of [url, link ?? '']) expect(address.length).toBeLessThanOrEqual(limits.urlLength);
        expect(name).not.toBe('');
        expect(name.length).toBeLessThanOrEqual(limits.outletLength);
        expect(folder.length).toBeLessThanOrEqual(limits.foldersPerSource);
      }
      const back = parseOpml(new TextEncoder().encode(writeOpml(listed.map((feed) => ({ ...feed, folder: [...feed.folder] })), hints.now)));
      // Written as text, a lone surrogate becomes U+FFFD; and folders come before what stands beside them.
      const inOrder = (of: typeof listed) => [...of].sort((one, other) => (one.url < other.url ? -1 : 1)).map(({ url, title: name }) => [url, wellFormed(name)]);
      expect(back.ok && inOrder(back.value.feeds)).toEqual(inOrder(listed));
    }), { numRuns: 400, examples: failedOnce.opml.map((text): [Uint8Array] => [new TextEncoder().encode(text)]) });
  });
});

function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

describe('pageText and discoverFeeds on damaged pages', () => {
  it('give bounded text and web addresses, the same each time', () => {
    fc.assert(fc.property(pages, fc.constantFrom(undefined, 'text/html', 'text/html; charset=gbk', 'text/html; charset=__proto__'), (bytes, contentType) => {
      const text = pageText(bytes, contentType);
      expect(pageText(bytes, contentType)).toBe(text);
      expect(text?.length ?? 0).toBeLessThanOrEqual(limits.articleTextLength);
      for (const { url, title } of discoverFeeds(bytes, { url: hints.url, contentType })) {
        expect(url).toMatch(webAddress);
        expect(url.length).toBeLessThanOrEqual(limits.urlLength);
        expect(title.length).toBeLessThanOrEqual(300);
      }
    }), { numRuns: 300 });
  });
});

describe('readBody', () => {
  it('gives what came before the connection broke, never more than its bound, and tells the server when to stop', async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 12 });
    await fc.assert(fc.asyncProperty(chunks, fc.option(fc.nat(12), { nil: undefined }), fc.nat(300), async (parts, breaksAt, most) => {
      let [at, cancelled] = [0, false];
      const body = { getReader: () => ({
        read: () => at === breaksAt ? Promise.reject(new TypeError('gone')) : Promise.resolve(at < parts.length ? { done: false, value: parts[at++] } : { done: true }),
        cancel: () => Promise.resolve(void (cancelled = true)),
      }) };
      const came = parts.slice(0, breaksAt);
      const read = await readBody(body, most);
      const bytes = came.flatMap((part) => [...part]);
      expect(read && [...read.bytes]).toEqual(bytes.length > most ? undefined : bytes);
      expect(read?.isWhole).toBe(bytes.length > most ? undefined : breaksAt === undefined || breaksAt > parts.length);
      expect(cancelled).toBe(bytes.length > most);
    }));
  });
});
