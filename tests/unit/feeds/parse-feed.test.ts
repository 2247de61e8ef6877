import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../lib/feeds/parse-feed';
import type { ParsedFeed } from '../../../lib/feeds/parsed-feed';

const hints = { url: 'https://news.example/feeds/all.xml', now: '2018-01-01T00:00:00Z' };

function parse(text: string): ParsedFeed {
  const parsed = parseFeed(new TextEncoder().encode(text), hints);
  if (!parsed.ok) throw new Error(parsed.failure.kind);
  return parsed.value;
}

const rss = (inside: string): string => `<?xml version="1.0"?><rss version="2.0"><channel>${inside}</channel></rss>`;

describe('parseFeed', () => {
  it('takes the first second of 1970 for no date', () => {
    const item = (date: string) => `<item><title>One</title><link>https://news.example/1</link><pubDate>${date}</pubDate></item>`;
    expect(parse(rss(item('Thu, 01 Jan 1970 00:00:00 GMT'))).articles[0]).toMatchObject({ title: 'One', published: undefined });
    expect(parse(rss(item('Fri, 01 Jan 1971 00:00:00 GMT'))).articles[0]?.published).toBe('1971-01-01T00:00:00Z');
  });

  it('keeps names apart that are too long and end in different ways', () => {
    const item = (name: string) => `<item><guid isPermaLink="false">${name}</guid><title>One</title></item>`;
    const guids = parse(rss(['1', '2'].map((end) => item('x'.repeat(600) + end)).join(''))).articles.map(({ guid = '' }) => guid);
    expect(new Set(guids).size).toBe(2);
    expect(guids.map(({ length }) => length <= 512)).toEqual([true, true]);
  });

  it('reads RSS 2.0', () => {
    const feed = parse(rss(`
      <title>The Sample &amp; Herald</title><link>https://news.example/</link><description>News</description><language>en_us</language><ttl>60</ttl>
      <skipHours><hour>3</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day><day> saturday</day><day>Someday</day></skipDays>
      <item><title>Senator &lt;i&gt;answers&lt;/i&gt;</title><link>/2017/11/senator?utm_source=rss&amp;id=7#top</link>
        <guid isPermaLink="false">n-7</guid><pubDate>Tue, 14 Nov 2017 10:05:00 EST</pubDate><author>jane@news.example (Jane Doe)</author>
        <description><![CDATA[<p>He said &ldquo;no&rdquo;.</p>]]></description></item>`));
    expect(feed).toEqual({
      title: 'The Sample & Herald',
      link: 'https://news.example/',
      description: 'News',
      language: 'en-us',
      schedule: { ttlMinutes: 60, skipHours: [3, 0], skipDays: [0, 6] },
      articles: [{
        guid: 'n-7',
        permalink: undefined,
        url: 'https://news.example/2017/11/senator?id=7#top',
        title: 'Senator answers',
        published: '2017-11-14T15:05:00Z',
        authors: ['Jane Doe'],
        summary: 'He said “no”.',
        text: undefined,
        language: undefined,
      }],
    });
  });

  it('reads Atom 1.0 with its bases, persons and types', () => {
    const feed = parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://zeitung.example/a/">
      <title type="html">Die &amp;lt;Zeitung&amp;gt;</title><link rel="self" href="feed"/><link href="/start"/>
      <author><name>Redaktion</name></author>
      <entry xml:base="b/"><id>tag:zeitung.example,2017:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ein <em>Titel</em></div></title>
        <link rel="enclosure" href="ton.mp3"/><link rel="alternate" type="text/html" href="c"/><updated>2017-11-15T00:00:00Z</updated><published>2017-11-14T10:00:00+01:00</published>
        <content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>`);
    expect(feed).toMatchObject({ title: 'Die <Zeitung>', link: 'https://zeitung.example/start', language: 'de' });
    expect(feed.articles[0]).toMatchObject({
      guid: 'tag:zeitung.example,2017:1',
      url: 'https://zeitung.example/a/b/c',
      title: 'Ein Titel',
      published: '2017-11-14T09:00:00Z',
      authors: ['Redaktion'],
      text: 'Text',
    });
  });

  it('reads Atom 0.3 with base64', () => {
    const feed = parse(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="base64">VGl0bGU=</title>
      <entry><title>One</title><issued>2017-11-14</issued><modified>2017-11-15</modified><id>x</id></entry></feed>`);
    expect(feed.title).toBe('Title');
    expect(feed.articles[0]).toMatchObject({ guid: 'x', title: 'One', published: '2017-11-14T00:00:00Z' });
  });

  it('reads RDF, whose items stand beside the channel', () => {
    const feed = parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Old</title><link>https://old.example</link></channel>
      <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link><dc:date>2017-11-14T10:00Z</dc:date><dc:creator>Jane</dc:creator></item></rdf:RDF>`);
    expect(feed.title).toBe('Old');
    expect(feed.articles[0]).toMatchObject({ guid: 'https://old.example/1', title: 'One', published: '2017-11-14T10:00:00Z', authors: ['Jane'] });
  });

  it('reads JSON Feed, forgiving what is of another type', () => {
    const feed = parse(JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1', title: 'J', home_page_url: 'https://j.example/', language: 'en',
      authors: [{ name: 'Staff' }, 3],
      items: [
        { id: 5, url: 'https://j.example/5', title: 'Five', content_html: '<p>Text</p>', date_published: '2017-11-14T10:00:00Z', authors: null },
        'nonsense',
        { id: '6', external_url: 'https://k.example/6', content_text: 'No title', author: { name: 'Kim' } },
      ],
    }));
    expect(feed.articles).toMatchObject([
      { guid: '5', url: 'https://j.example/5', title: 'Five', text: 'Text', authors: ['Staff'] },
      { guid: '6', url: 'https://k.example/6', title: '', text: 'No title', authors: ['Kim'] },
    ]);
  });

  it('takes the authors of an item for all of them, in whatever way they are written', () => {
    const author = (item: object) => parse(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', items: [{ id: '1', ...item }] })).articles[0]?.authors;
    expect(author({ authors: [{ name: 'Ann' }, { url: 'x' }], author: { name: 'Ann Lee' } })).toEqual(['Ann']);
    expect(author({ author: 'Ann' })).toEqual(['Ann']);
    expect(author({ authors: ['Ann', { name: 'Bo' }] })).toEqual(['Ann', 'Bo']);
  });

  it('keeps the items of a JSON Feed before the place where it is cut off', () => {
    const whole = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', items: [{ id: '1', title: 'A "}{" [b', authors: [{ name: 'Ann' }] }, { id: '2', title: 'B' }] });
    expect(parse(whole.slice(0, -6)).articles.map(({ guid }) => guid)).toEqual(['1']);
    expect(parse(whole.slice(0, -1)).articles.map(({ guid }) => guid)).toEqual(['1', '2']);
  });

  it('reads an entry on its own', () => {
    const feed = parse('<entry xmlns="http://www.w3.org/2005/Atom"><id>1</id><title>One</title><link href="https://news.example/1"/></entry>');
    expect(feed.articles).toMatchObject([{ guid: '1', title: 'One', url: 'https://news.example/1' }]);
  });

  it('prefers names to addresses of mail', () => {
    const [both, only] = parse(rss(`<item><author>desk@news.example</author><dc:creator>Jane Doe</dc:creator></item><item><author>desk@news.example</author></item>`)).articles;
    expect([both?.authors, only?.authors]).toEqual([['Jane Doe'], ['desk@news.example']]);
  });

  it('knows the names of items in RDF whatever prefix it has', () => {
    const feed = parse(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"><s:item r:about="urn:1"><s:title>One</s:title></s:item></r:RDF>`);
    expect(feed.articles).toMatchObject([{ guid: 'urn:1', title: 'One' }]);
  });

  it.each([
    ['https://news.example/?a=1&amp;amp;b=2', 'https://news.example/?a=1&b=2'],
    ['www.news.example/1', 'http://www.news.example/1'],
    ['//news.example/1', 'https://news.example/1'],
    ['HTTPS://news.example/A', 'https://news.example/A'],
    ['<a href="https://news.example/1">Read</a>', 'https://news.example/1'],
    ['\n <![CDATA[ https://news.example/1 ]]>', 'https://news.example/1'],
  ])('reads the link %s', (link, url) => {
    expect(parse(rss(`<item><title>T</title><link>${link}</link></item>`)).articles[0]?.url).toBe(url);
  });

  it('reads a news sitemap', () => {
    const feed = parse(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://s.example/1</loc><n:news><n:publication><n:name>S</n:name><n:language>en</n:language></n:publication>
      <n:publication_date>2017-11-14</n:publication_date><n:title>One</n:title></n:news></url><url><loc>https://s.example/about</loc></url></urlset>`);
    expect(feed).toMatchObject({ title: 'S', language: 'en', articles: [{ url: 'https://s.example/1', title: 'One' }] });
  });

  it('takes a news sitemap without news for a feed, and other sitemaps for none', () => {
    expect(parse('<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"></urlset>').articles).toEqual([]);
    expect(() => parse('<urlset><url><loc>https://s.example/1</loc></url></urlset>')).toThrow('not-a-feed');
  });

  it('reads news sitemaps whose first page does not name the publication', () => {
    const page = (inner: string) => `<url><loc>https://s.example/${inner.length}</loc><news:news>${inner}<news:title>One</news:title></news:news></url>`;
    const feed = parse(`<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${page('')}${page('<news:publication><news:name>S</news:name></news:publication>')}</urlset>`);
    expect(feed).toMatchObject({ title: 'S', articles: [{ title: 'One' }, { title: 'One' }] });
  });

  it('reads RSS 1.1, which wraps its items once more', () => {
    const feed = parse(`<Channel xmlns="http://purl.org/net/rss1.1#"><title>T</title><items rdf:parseType="Collection"><item><title>One</title></item></items></Channel>`);
    expect(feed.articles.map(({ title }) => title)).toEqual(['One']);
  });

  it('reads what video sites say of a film', () => {
    const feed = parse(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><title>Film</title>
      <media:group><media:title>Film</media:title><media:description>What it shows.</media:description></media:group></entry></feed>`);
    expect(feed.articles[0]?.summary).toBe('What it shows.');
  });

  it('keeps tags that a title only talks about', () => {
    const titles = ['How to use &lt;dialog&gt;', '&lt;b&gt;Bold&lt;/b&gt; move', 'a &lt; b &amp;amp; c', '<![CDATA[Why <br> breaks]]>', '&lt;script>alert(1)&lt;/script>Safe'];
    const feed = parse(rss(titles.map((title) => `<item><title>${title}</title></item>`).join('')));
    expect(feed.articles.map(({ title }) => title)).toEqual(['How to use <dialog>', 'Bold move', 'a < b & c', 'Why breaks', 'Safe']);
  });

  it('believes Atom that text is text where it only talks about tags', () => {
    const entry = (summary: string) => parse(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="text">Use &lt;b&gt; and &lt;/b&gt; tags &amp;amp; more</title><summary type="text">${summary}</summary></entry></feed>`).articles[0];
    expect(entry('From &lt;p&gt; to &lt;br&gt;')).toMatchObject({ title: 'Use <b> and </b> tags & more', summary: 'From <p> to <br>' });
    expect(entry('&lt;p&gt;Said.&lt;/p&gt;')?.summary).toBe('Said.');
    expect(entry('&lt;a href="/1"&gt;Said.&lt;/a&gt;')?.summary).toBe('Said.');
  });

  it('reads a feed whose elements have a prefix that nobody knows', () => {
    const feed = parse('<x:rss xmlns:x="urn:unknown"><x:channel><x:title>T</x:title><x:item><x:title>One</x:title><x:link>https://news.example/1</x:link></x:item></x:channel></x:rss>');
    expect(feed).toMatchObject({ title: 'T', articles: [{ title: 'One', url: 'https://news.example/1' }] });
  });

  it('takes JSON for a feed by its version, else by items that lead somewhere or say something', () => {
    const isFeed = (json: object) => parseFeed(new TextEncoder().encode(JSON.stringify(json)), hints).ok;
    expect(isFeed({ title: 'config', items: [{ a: 1 }] })).toBe(false);
    expect(isFeed({ title: 'config', items: [{ id: 1, title: 'x' }] })).toBe(false);
    expect(isFeed({ title: 'T', items: [{ url: 'https://news.example/1' }] })).toBe(true);
    expect(isFeed({ version: 'https://jsonfeed.org/version/1', title: 'T', items: [] })).toBe(true);
  });

  it('resolves links of Atom against the feed, of RSS against its site, and of neither against a host that only passes it on', () => {
    const atom = (home: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><link href="${home}"/><entry><title>T</title><link href="story"/></entry></feed>`;
    expect(parse(atom('https://news.example/blog/')).articles[0]?.url).toBe('https://news.example/feeds/story');
    expect(parse(atom('https://blog.example/news/')).articles[0]?.url).toBe('https://blog.example/news/story');
    expect(parse(rss('<link>https://news.example/blog/</link><item><link>story</link></item>')).articles[0]?.url).toBe('https://news.example/blog/story');
  });

  it('goes around those who count clicks where the guid says the address', () => {
    const feed = parse(rss('<item><title>T</title><link>http://feedproxy.google.com/~r/x/1</link><guid>https://news.example/1</guid></item>'));
    expect(feed.articles[0]?.url).toBe('https://news.example/1');
  });

  it('looks for the root outside of comments', () => {
    expect(parse(`<!-- not <rss> nor <feed> -->${rss('<title>T</title>')}`).title).toBe('T');
  });

  it('mends JSON with raw line breaks and last commas', () => {
    expect(parse('{"version":"https://jsonfeed.org/version/1","title":"T\nU","items":[{"id":"1","title":"One",},]}').articles[0]?.title).toBe('One');
  });

  it('keeps links to web pages only', () => {
    const feed = parse(rss(`<item><title>A</title><link>javascript:alert(1)</link></item><item><title>B</title><link>data:text/html,x</link></item>
      <item><title>C</title><guid>https://news.example/c</guid></item>`));
    expect(feed.articles.map(({ url }) => url)).toEqual([undefined, undefined, undefined]);
    expect(feed.articles[2]?.permalink).toBe('https://news.example/c');
  });

  it('takes a feed without articles for a feed', () => {
    expect(parse('<rss version="2.0"></rss>')).toMatchObject({ title: '', articles: [] });
  });

  it('reads what comes before the feed over, and what is missing after it', () => {
    const cut = `\n <br/><b>Warning</b>: something on line 3\n${rss('<title>T</title><item><title>One</title></item><item><title>Two').replace('</channel></rss>', '')}`;
    expect(parse(cut).articles.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('lets declared entities be', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]>${rss('<title>&b;</title>')}`;
    expect(parse(bomb).title).toBe('&b;');
  });

  it('stays within the limits of the model', () => {
    const feed = parse(rss(`<title>${'t'.repeat(2_000)}</title><item><title>${'😀'.repeat(900)}</title><link>https://x.example/${'p'.repeat(5_000)}</link></item>`));
    expect(feed.title).toHaveLength(300);
    expect(feed.articles[0]?.title).toHaveLength(1_000);
    expect(feed.articles[0]?.url).toBeUndefined();
  });

  it.each(['', '   ', '<!doctype html><html><body><rss></rss></body></html>', '{"a":1}', '{', 'plain text', '<opml/>', '[1]'])(
    'says that %j is no feed',
    (text) => {
      expect(parseFeed(new TextEncoder().encode(text), hints)).toEqual({ ok: false, failure: { kind: 'not-a-feed' } });
    },
  );
});

describe('what a feed says about its items as a whole', () => {
  const read = (inside: string): ReturnType<typeof parseFeed> =>
    parseFeed(new TextEncoder().encode(`<rss version="2.0"><channel><title>T</title><link>https://news.example/</link>${inside}</channel></rss>`), {
      url: 'https://news.example/rss.xml', now: '2026-01-01T00:00:00Z',
    });
  const dated = (language: string, ...dates: string[]): (string | undefined)[] => {
    const items = dates.map((date, at) => `<item><title>${at}</title><link>/${at}</link><pubDate>${date}</pubDate></item>`).join('');
    const found = read(`<language>${language}</language>${items}`);
    return found.ok ? found.value.articles.map(({ published }) => published?.slice(0, 10)) : [];
  };

  it('takes dates with slashes as its other dates are, else as its language has them', () => {
    expect(dated('en-us', '05/11/2024', '13/06/2024')).toEqual(['2024-11-05', '2024-06-13']);
    expect(dated('fr', '05/11/2024', '06/13/2024')).toEqual(['2024-05-11', '2024-06-13']);
    expect(['en-us', '', 'en-gb', 'fr'].flatMap((language) => dated(language, '05/11/2024'))).toEqual(['2024-05-11', '2024-05-11', '2024-11-05', '2024-11-05']);
  });

  it('opens a relative guid that it calls a permalink, and no other', () => {
    const permalink = (guid: string): string | undefined => {
      const found = read(`<item xml:base="https://news.example/a/"><title>One</title>${guid}</item>`);
      return found.ok ? found.value.articles[0]?.permalink : undefined;
    };
    expect(permalink('<guid isPermaLink="true">/2024/one.html</guid>')).toBe('https://news.example/2024/one.html');
    expect(permalink('<guid isPermaLink="true">b/one</guid>')).toBe('https://news.example/a/b/one');
    expect(['<guid>/2024/one.html</guid>', '<guid isPermaLink="true">4711</guid>', '<guid isPermaLink="true">tag:news.example,2024:/one</guid>'].map(permalink)).toEqual([undefined, undefined, undefined]);
  });

  it('takes the newest of more articles than it takes, at whichever end they stand', () => {
    const dated = (day: number) => `<item><title>${day}</title><pubDate>${new Date(Date.UTC(1990, 0, day)).toUTCString()}</pubDate></item>`;
    const days = Array.from({ length: 5_010 }, (_, at) => at + 1);
    const titles = (items: string[]) => parse(rss(items.join(''))).articles.map(({ title }) => Number(title));
    expect([Math.min(...titles(days.map(dated))), Math.max(...titles(days.map(dated)))]).toEqual([11, 5_010]);
    expect(Math.min(...titles(days.reverse().map(dated)))).toBe(11);
  });
});
