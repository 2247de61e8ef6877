import { describe, expect, it } from 'vitest';
import { mendXml } from '../../../lib/feeds/mend-xml';
import { parseFeed } from '../../../lib/feeds/parse-feed';
import type { ParsedArticle } from '../../../lib/feeds/parsed-feed';

const hints = { url: 'https://news.example/feed', now: '2018-01-01T00:00:00Z' };

function read(items: string, doctype = ''): readonly ParsedArticle[] {
  const source = `<?xml version="1.0"?>${doctype}<rss><channel><title>C</title>${items}</channel></rss>`;
  const parsed = parseFeed(new TextEncoder().encode(source), hints);
  return parsed.ok ? parsed.value.articles : [];
}

const titles = (items: string, doctype?: string): string[] => read(items, doctype).map(({ title }) => title);

describe('mendXml', () => {
  it('ends character data that nobody ended', () => {
    const open = '<item><title><![CDATA[One</title><link>https://news.example/1</link></item>';
    expect(read(`${open}<item><title>Two</title></item>`)).toMatchObject([{ title: 'One', url: 'https://news.example/1' }, { title: 'Two' }]);
    expect(titles(`${open}<item><title><![CDATA[Two]]></title></item>`)).toEqual(['One', 'Two']);
  });

  it.each([
    '<feed xmlns="http://www.w3.org/2005/Atom><title>C</title><entry><title>One</title><link href="https://news.example/1"/></entry></feed>',
    '<rss version="2.0>\n<channel><title>C</title><item><title>One</title><link>https://news.example/1</link><enclosure url="a/></item></channel></rss>',
  ])('reads a feed whose first tag has a quote too few: %s', (source) => {
    const parsed = parseFeed(new TextEncoder().encode(source), hints);
    expect(parsed).toMatchObject({ ok: true, value: { title: 'C', articles: [{ title: 'One', url: 'https://news.example/1' }] } });
  });

  it.each(['<enclosure url="a.mp3 />', '<guid isPermaLink="false>g</guid>', '<source url="https://news.example/feed>Herald</source>', '<category domain="x>\n</category>'])(
    'loses no article to a quote too few in one: %s', (bad) => {
      const item = (title: string, inner = '') => `<item><title>${title}</title>${inner}</item>`;
      expect(titles([item('One'), item('Two', bad), item('Three', '<enclosure url="b.mp3" type="audio/mpeg"/>'), item('Four')].join(''))).toEqual(['One', 'Two', 'Three', 'Four']);
    },
  );

  it.each(['<enclosure url="a.mp3/>', "<enclosure url='a.mp3/>", "<source url='https://news.example/feed>Herald</source>"])(
    'loses nothing of an article to it, nor what follows where no other quote does: %s', (bad) => {
      const rest = (name: string): string => `<link>https://news.example/${name}</link><guid isPermaLink="false">${name}</guid>`;
      const item = (inner: string): string => `<item><title>T</title>${inner}</item>`;
      const whole = (...names: string[]) => names.map((name) => ({ url: `https://news.example/${name}`, guid: name }));
      expect(read(item(rest('a')) + item(bad + rest('b')) + item(rest('c')))).toMatchObject(whole('a', 'b', 'c'));
      const plain = (items: string): string => items.replaceAll(' isPermaLink="false"', '');
      expect(read(plain(item(rest('a')) + item(bad + rest('b')) + item(rest('c')) + item(rest('d'))))).toMatchObject(whole('a', 'b', 'c', 'd'));
    },
  );

  it('leaves tags in attributes alone where no article is behind them', () => {
    expect(titles('<item><title>One</title><media:thumbnail alt="<b>a</b>" url="x"/></item><item><title>Two</title></item>')).toEqual(['One', 'Two']);
  });

  it('leaves character data alone that shows a feed', () => {
    const [article] = read('<item><title>How to</title><content:encoded><![CDATA[<pre>&lt;item>..&lt;/item></pre> <item>x</item>]]></content:encoded></item>');
    expect(article).toMatchObject({ title: 'How to', text: '<item>..</item>\nx' });
  });

  it('reads what the document type says of plain entities, and lets those be that stand for others', () => {
    const doctype = '<!DOCTYPE rss [<!ENTITY paper "The Caf&#233; Herald"><!ENTITY both "&paper;&paper;"><!ENTITY tag "<b>">]>';
    expect(titles('<item><title>&paper; &both; &tag; &amp;c.</title></item>', doctype)).toEqual(['The Café Herald &both; &tag; &c.']);
  });

  it('does not let a feed grow by its entities', () => {
    const source = '&a;'.repeat(1_000_000);
    const grown = mendXml(source, `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(200)}">]>`);
    expect(grown.length).toBeLessThan(source.length + 1_000_001);
  });

  it('joins the halves of a character, however they are written', () => {
    expect(titles('<item><title>&#55357;&#56832; &#xD83D;&#xde00; &#55357; x</title></item>')[0]).toMatch(/^😀 😀 /);
  });

  // With time that grows faster than the length, none of these would end while the runner waits.
  it('reads what is long and broken to its end', () => {
    for (const piece of ['<![CDATA[', '<title><![CDATA[</item>', '<title><![CDATA[</item>]]>', ']]>', '<![CDATA[]]></item>', '<![CDATA[x]]>', '&#55357;', '<!ENTITY a "']) {
      const source = piece.repeat(600_000);
      expect(mendXml(source, source).length).toBeLessThan(2 * source.length);
    }
  });
});

describe('elements that nobody ended', () => {
  it('end where another begins that cannot be in them', () => {
    expect(read('<item><title>One<link>https://news.example/1<description>Said.</description><pubDate>2017-11-14</pubDate></item>')).toMatchObject([
      { title: 'One', url: 'https://news.example/1', summary: 'Said.', published: '2017-11-14T00:00:00Z' },
    ]);
  });

  it('do not end for markup', () => {
    expect(read('<item><title>One <b>two</b></title><description><svg><title>Pic</title></svg>Said.</description></item>')).toMatchObject([
      { title: 'One two', summary: 'Said.' },
    ]);
  });
});
