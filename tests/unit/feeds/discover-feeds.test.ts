import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '../../../lib/feeds/discover-feeds';

const named = (html: string) => discoverFeeds(new TextEncoder().encode(html), { url: 'https://news.example/start/' });
const discover = (html: string): string[] => named(html).map(({ url }) => url);

describe('discoverFeeds', () => {
  it('finds what a page announces, comments last', () => {
    const html = `<head><link rel="stylesheet" href="a.css"><LINK REL='alternate' TYPE='application/rss+xml' title="Comments" HREF='/comments/feed'>
      <link href="feed.xml?a=1&amp;b=2" type="application/atom+xml" rel="alternate home">
      <link rel=alternate type=application/feed+json href=//cdn.example/feed.json>
      <!-- <link rel="alternate" type="application/rss+xml" href="/old"> --></head>`;
    expect(discover(html)).toEqual([
      'https://news.example/start/feed.xml?a=1&b=2',
      'https://cdn.example/feed.json',
      'https://news.example/comments/feed',
    ]);
  });

  it('says what the page calls them', () => {
    expect(named('<link rel="alternate" type="application/rss+xml" title=" World " href="/w">')).toEqual([{ url: 'https://news.example/w', title: 'World' }]);
  });

  it('takes what is only linked to for feeds if its address looks like one, after what is announced', () => {
    const html = '<link rel="alternate" type="application/rss+xml" href="/all"><a href="/sport/rss.xml">RSS</a> <a href="/feedback">Write</a> <a href="/about/rss.html">?</a> <a href="/all">x</a>';
    expect(discover(html)).toEqual(['https://news.example/all', 'https://news.example/sport/rss.xml']);
  });

  it('takes vague types for feeds where the address or the title says so', () => {
    const link = (rest: string) => `<link rel="alternate" ${rest}>`;
    const html = [
      link('type="text/xml" href="/rss.xml"'), link('type="application/xml" title="RSS" href="/x"'), link('href="/feed/"'), link('type="application/json" href="/feed.json"'),
      link('type="text/xml" href="/sitemap"'), link('type="application/json+oembed" href="/feed/oembed"'), link('type="application/json" href="/wp-json/posts/1"'),
      '<link rel="alternate stylesheet" type="text/xml" href="/rss.css.xml">', '<link rel="feed" href="/plain">',
    ].join('');
    expect(discover(html)).toEqual(['rss.xml', 'x', 'feed/', 'feed.json', 'plain'].map((path) => `https://news.example/${path}`));
  });

  it('knows addresses of feeds by their host and what they ask, and those with a scheme of their own', () => {
    const html = `<link rel="alternate" type="application/rss+xml" href="feed://news.example/a"><link rel="alternate" type="application/rss+xml" href="feed:https://news.example/b#c">
      <link rel="alternate" type="application/rss+xml" href=" "><a href="https://feeds.news.example/all">All</a><a href="/?feed=rss2">RSS</a><a href="https://feeds.news.example/">?</a>`;
    expect(discover(html)).toEqual(['http://news.example/a', 'https://news.example/b', 'https://feeds.news.example/all', 'https://news.example/?feed=rss2']);
  });

  it('resolves against the base of the page', () => {
    expect(discover('<base href="/b/"><link rel="alternate" type="application/rss+xml" href="feed">')).toEqual(['https://news.example/b/feed']);
  });

  it('finds the sitemaps of an index, those that speak of news first', () => {
    const index = ['pages.xml', '/news.xml', 'javascript:x', 'pages.xml'].map((loc) => `<sitemap><loc> ${loc} </loc></sitemap>`).join('');
    const html = `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${index}</sitemapindex>`;
    expect(discover(html)).toEqual(['https://news.example/news.xml', 'https://news.example/start/pages.xml']);
  });

  it('leaves translations and scripts alone', () => {
    const html = '<link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="application/rss+xml" href="javascript:x">';
    expect(discover(html)).toEqual([]);
  });

  it('finds the feed of a page that is one long nest', () => {
    expect(discover(`<link rel="alternate" type="application/rss+xml" href="/feed">${'<b>'.repeat(600_000)}`)).toEqual(['https://news.example/feed']);
  });
});
