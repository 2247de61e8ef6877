/** A sound feed of each format, with everything in it that is read. */
export const soundFeeds: readonly string[] = [
  `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Herald</title><link>https://herald.example/</link><atom:link rel="self" href="https://herald.example/rss"/>
<description>News &amp; more</description><language>en-gb</language><ttl>60</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>
<item><title>Council &lt;b&gt;votes&lt;/b&gt;</title><link>https://herald.example/1?utm_source=rss</link><guid isPermaLink="false">h-1</guid>
<pubDate>Tue, 14 Nov 2017 10:05:00 GMT</pubDate><dc:creator>Ada Marlow</dc:creator><category>Politics</category>
<description><![CDATA[<p>It voted, <a href="/x">late</a>.</p>]]></description><content:encoded><![CDATA[<p>All of it.</p><p>More.</p>]]></content:encoded></item>
<item><title>Harbour opens</title><link>/2</link><guid>https://herald.example/2</guid><pubDate>14 Nov 2017</pubDate></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/" xml:lang="de"><title type="html">Die &amp;quot;Post&amp;quot;</title>
<link rel="alternate" href="/"/><link rel="self" href="feed"/><updated>2017-11-14T10:05:00Z</updated>
<entry xml:base="news/"><id>tag:post.example,2017:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Rat <em>stimmt</em> ab</div></title>
<link href="1"/><link rel="enclosure" href="1.mp3" type="audio/mpeg"/><published>2017-11-14T10:05:00+01:00</published><updated>2017-11-15T00:00:00Z</updated>
<author><name>Ute Lang</name></author><summary>Kurz.</summary><content type="html">&lt;p&gt;Lang.&lt;/p&gt;</content></entry></feed>`,
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://wire.example/"><title>The Wire</title><link>https://wire.example/</link><items><rdf:Seq><rdf:li resource="https://wire.example/1"/></rdf:Seq></items></channel>
<item rdf:about="https://wire.example/1"><title>Bridge closed</title><link>https://wire.example/1</link><dc:date>2017-11-14</dc:date><description>For a week.</description></item></rdf:RDF>`,
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1', title: 'Gazette', home_page_url: 'https://gazette.example/', feed_url: 'https://gazette.example/feed.json', language: 'en',
    items: [
      { id: '1', url: '/1', title: 'Mayor resigns', content_html: '<p>She left.</p>', summary: 'Short.', date_published: '2017-11-14T10:05:00Z', authors: [{ name: 'Ada' }] },
      { id: 2, external_url: 'https://other.example/2', content_text: 'Text alone', date_modified: '2017-11-14' },
    ],
  }),
];

export const soundOpml = `<?xml version="1.0"?><opml version="2.0"><head><title>My feeds</title></head><body>
<outline text="World"><outline title="Asia" text="Asia"><outline type="rss" text="Herald" xmlUrl="https://herald.example/rss" htmlUrl="https://herald.example"/></outline>
<outline text="AT&amp;T &quot;Post&quot;" xmlUrl="https://post.example/rss?a=1&amp;b=2" category="/News/Local,/x"/></outline><outline xmlUrl="feed://wire.example/rss"/>
<outline type="rss" text="No address" xmlUrl=""/><outline text="The "Gazette"" xmlUrl="https://gazette.example/rss" type="rss"/></body></opml>`;

export const soundPage = `<!doctype html><html lang="en"><head><title>T</title><base href="/news/"><link rel="alternate" type="application/rss+xml" title="All" href="rss">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","articleBody":"<p>${'What was said, in full. '.repeat(30)}</p>"}]}</script></head>
<body><nav><p>Menu</p><a href="/feed/">Feed</a></nav><main><article><h1>Title</h1><p>${'What was said, in full, and by whom. '.repeat(20)}</p><p>The <b>end</b> &amp; all.</p></article></main></body></html>`;
