import { describe, expect, it } from 'vitest';
import { addressKey, articleIdOf, boundedId, canonicalAddress, feedKey, parseWebAddress } from '../../../lib/model/address';

describe('canonicalAddress', () => {
  it.each([
    ['https://News.example/a?utm_source=rss&id=7&fbclid=x#comments', 'https://news.example/a?id=7'],
    ['https://news.example/a?utm_medium=feed', 'https://news.example/a'],
    ['https://news.example/a?ref=rss', 'https://news.example/a'],
    ['https://news.example/a?ref=main&q=a%20b', 'https://news.example/a?ref=main&q=a%20b'],
    ['https://news.example/#!/story/7', 'https://news.example/#!/story/7'],
    ['https://me:secret@news.example/a', 'https://news.example/a'],
    ['http://news.example:80/a', 'http://news.example/a'],
  ])('makes of %s', (address, expected) => {
    expect(canonicalAddress(address)).toBe(expected);
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.example', 'news', `https://x.example/${'p'.repeat(5_000)}`])('refuses %.30s', (address) => {
    expect(canonicalAddress(address)).toBeUndefined();
  });
});

describe('addressKey', () => {
  it('is equal for the usual ways to write one address', () => {
    const key = addressKey('https://news.example/a?b=1&c=2');
    expect(addressKey('http://www.news.example/a/?c=2&b=1&utm_source=x#top')).toBe(key);
    expect(addressKey('https://news.example/a?b=1')).not.toBe(key);
  });
});

describe('feedKey', () => {
  it('is equal under both schemes and with a slash at the end', () => {
    expect(feedKey('http://news.example/feed/')).toBe(feedKey('https://news.example/feed'));
  });

  it('keeps feeds apart that differ in what would only track the reader of an article', () => {
    const addresses = ['https://news.example/?rss=1', 'https://news.example/?rss=2', 'https://news.example/?source=rss', 'https://www.news.example/?rss=1'];
    expect(new Set(addresses.map(feedKey)).size).toBe(4);
  });
});

describe('articleIdOf', () => {
  it('is one for all ways to write an address', () => {
    expect(articleIdOf('http://www.news.example/a/?utm_source=rss')).toBe('https://news.example/a');
    expect(articleIdOf('https://news.example/a')).toBe('https://news.example/a');
    expect(articleIdOf('no address')).toBe('no address');
  });

  it('keeps ids within the limit and apart', () => {
    const long = `https://news.example/${'a'.repeat(600)}`;
    expect(articleIdOf(long)).toHaveLength(509);
    expect(articleIdOf(long)).not.toBe(articleIdOf(`${long}b`));
    expect(boundedId('short')).toBe('short');
  });
});

describe('parseWebAddress', () => {
  it('takes http and https only, with a host', () => {
    expect(parseWebAddress(' https://a.example/b\n')?.href).toBe('https://a.example/b');
    expect(parseWebAddress('b', 'https://a.example/c/d')?.href).toBe('https://a.example/c/b');
    expect(parseWebAddress('file:///etc/hosts')).toBeUndefined();
  });
});
