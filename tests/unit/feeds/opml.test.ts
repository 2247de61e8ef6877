import * as fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/model/limits';
import { parseOpml, writeOpml, type FeedList } from '../../../lib/feeds/opml';

const shared = join(import.meta.dirname, '../../../../shared/data/opml');
const now = '2018-01-01T00:00:00Z';

function parse(text: string | Uint8Array): FeedList {
  const parsed = parseOpml(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if (!parsed.ok) throw new Error(parsed.failure.kind);
  return parsed.value;
}

const opml = (inside: string): string => `<?xml version="1.0"?><opml version="2.0"><head><title>My feeds</title></head><body>${inside}</body></opml>`;

describe('parseOpml', () => {
  it('says how many are left out of a list that is too long', () => {
    const { feeds, left } = parse(opml(Array.from({ length: 20_007 }, (_, at) => `<outline xmlUrl="https://h.example/${at}"/>`).join('')));
    expect([feeds.length, left]).toEqual([20_000, 7]);
  });

  it.each([
    '<outline text="Bad xmlUrl="https://a.example/"/>',
    '<outline text="Bad" xmlUrl="https://a.example/ />',
    '<outline text="Bad" xmlUrl="https://a.example/></outline>',
  ])('loses no feed to a quote too few: %s', (bad) => {
    const { feeds, unusable } = parse(opml(`<outline text="One" xmlUrl="https://one.example/"/>${bad}<outline text="Two" xmlUrl="https://two.example/"/>`));
    expect([unusable, feeds.map(({ url, title }) => [url, title])]).toEqual([[], [
      ['https://one.example/', 'One'], ['https://a.example/', 'Bad'], ['https://two.example/', 'Two'],
    ]]);
  });

  it('says what is no address of a feed', () => {
    const addresses = ['tel:123', 'sms:5', '/rss.xml', 'mailto:a@b.example', 'urn:5'];
    const kept = ['feed:https://a.example/', 'localhost:8080/rss', '//b.example/', 'c.example:8080/rss', 'feed.example'];
    const { feeds, unusable } = parse(opml([...addresses, ...kept].map((address) => `<outline text="T" xmlUrl="${address}"/>`).join('')));
    expect(unusable.map(({ address }) => address)).toEqual(addresses);
    expect(feeds).toHaveLength(kept.length);
  });

  it('reads feeds in folders of folders', () => {
    const list = parse(opml(`<outline text="World"><outline title="Asia" text="x"><outline type="rss" text="Herald" xmlUrl="https://herald.example/rss" htmlUrl="https://herald.example"/></outline>
      <outline text="Post" xmlUrl="https://post.example/rss"/></outline><outline xmlUrl="feed://wire.example/rss"/>`));
    expect(list).toEqual({
      title: 'My feeds', unusable: [], repeated: 0, left: 0,
      feeds: [
        { url: 'https://herald.example/rss', title: 'Herald', link: 'https://herald.example/', folder: ['World', 'Asia'] },
        { url: 'https://post.example/rss', title: 'Post', link: undefined, folder: ['World'] },
        { url: 'https://wire.example/rss', title: 'wire.example', link: undefined, folder: [] },
      ],
    });
  });

  it('names what cannot be used, counts what comes twice, and goes on', () => {
    const list = parse(opml(`<outline text="A" xmlUrl=""/><outline text="B" xmlUrl="javascript:alert(1)"/><outline text="C" xmlUrl="https://c.example/"/>
      <outline text="Note"/><outline text="C again" xmlUrl="https://c.example/"/><outline text="AT&T <b>" xmlUrl="https://d.example/?a=1&b=2"/>
      <outline text="C unencrypted" xmlUrl="http://c.example"/>`));
    expect(list.feeds.map(({ title, url }) => [title, url])).toEqual([['C', 'https://c.example/'], ['AT&T <b>', 'https://d.example/?a=1&b=2']]);
    expect(list.unusable).toEqual([{ title: 'A', address: '' }, { title: 'B', address: 'javascript:alert(1)' }]);
    expect(list.repeated).toBe(2);
  });

  it('reads addresses in `url`, categories of flat lists, and files without a body or an end', () => {
    expect(parse('<opml><outline type="rss" text="A" url="https://a.example/" category="/News/Local,/x"/><outline text="B" xmlUrl="https://b.example/">').feeds).toMatchObject([
      { title: 'A', folder: ['News', 'Local'] }, { title: 'B', folder: [] },
    ]);
  });

  it('reads entries with quotes and tags that nobody escaped', () => {
    const list = parse(opml(`<outline text="News">
      <outline text="The "Herald"" description="By <a href="https://a.example/">A</a>." xmlUrl="https://a.example/rss" type="rss" />
      <outline text="B" xmlUrl="https://b.example/rss"/></outline><outline text="C" xmlUrl="https://c.example/rss" />`));
    expect(list.feeds.map(({ title, url, folder }) => [title, url, folder.join()])).toEqual([
      ['The "Herald"', 'https://a.example/rss', 'News'], ['B', 'https://b.example/rss', 'News'], ['C', 'https://c.example/rss', ''],
    ]);
  });

  it('reads letters that HTML has names for, and leaves what is escaped as it is', () => {
    const { feeds } = parse(opml('<outline text="Caf&eacute;&nbsp;&ndash; &LT;Q&amp;A&gt; &amp;eacute; &nothing;" xmlUrl="https://a.example/?a=1&amp;copy=2"/>'));
    expect(feeds).toMatchObject([{ title: 'Café – &LT;Q&A> &eacute; &nothing;', url: 'https://a.example/?a=1&copy=2' }]);
  });

  it('finds feeds however many folders they stand in', () => {
    const folders = Array.from({ length: 400 }, (_, at) => `<outline text="Folder ${at}"><outline type="rss" text="F${at}" xmlUrl="https://a.example/${at}"/>`);
    const read = parseOpml(new TextEncoder().encode(`<opml><body>${folders.join('')}${'</outline>'.repeat(400)}</body></opml>`));
    const feeds = read.ok ? read.value.feeds : [];
    expect(feeds.map(({ title }) => title)).toEqual(folders.map((_, at) => `F${at}`));
    expect(feeds.at(-1)?.folder).toEqual(Array.from({ length: limits.foldersPerSource }, (_, at) => `Folder ${at}`));
  });

  it('reads thousands of entries that nobody ended, each in its folder', () => {
    const open = Array.from({ length: 3_000 }, (_, at) => `<outline text="F${at}" xmlUrl="https://f${at}.example/">`).join('\n');
    const { feeds } = parse(opml(`<outline text="News">${open}</outline><outline text="Last" xmlUrl="https://last.example/">`));
    expect(feeds).toHaveLength(3_001);
    expect(feeds[2_999]).toMatchObject({ title: 'F2999', folder: ['News'] });
  });

  it('reads feeds in feeds, values without quotes and names with a prefix', () => {
    const inner = '<outline text="A" xmlUrl="https://a.example/"><outline text="B" xmlUrl="https://b.example/"/></outline><outline text=C xmlUrl=https://c.example/ />';
    expect(parse(opml(inner)).feeds.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
    const prefixed = '<o:opml xmlns:o="http://opml.org/spec2"><o:body><o:outline text="A" xmlUrl="https://a.example/"/></o:body></o:opml>';
    expect(parse(prefixed).feeds.map(({ title }) => title)).toEqual(['A']);
  });

  it('reads anything without throwing', () => {
    const piece = fc.constantFrom('<outline', '</outline>', ' text="', '"', ' xmlUrl="https://a.example/', '>', '/>', '<', '&', "'", 'a', '\n', '</body>', '<!--', '<![CDATA[');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const { url } of parse(opml(pieces.join(''))).feeds) expect(url).toMatch(/^https?:/);
    }), { numRuns: 500 });
  });

  it.each(['', 'text', '<rss/>', '<html></html>', '{}'])('says that %j is no list of feeds', (text) => {
    expect(parseOpml(new TextEncoder().encode(text))).toEqual({ ok: false, failure: { kind: 'not-opml' } });
  });

  it('reads thousands of entries', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `<outline text="F${at}" xmlUrl="https://f${at % 100}.example/${at}"/>`).join('');
    expect(parse(opml(many)).feeds).toHaveLength(10_000);
  });
});

describe('writeOpml', () => {
  it('is read back as it was, whatever sources are called', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
    const source = fc.record({ title: name, path: fc.webPath(), folder: fc.array(fc.oneof(fc.constantFrom('News', 'A & B', '"<>"'), name), { maxLength: 4 }), hasLink: fc.boolean() });
    fc.assert(fc.property(fc.array(source, { maxLength: 30 }), (drawn) => {
      const sources = drawn.map(({ title, path, folder, hasLink }, at) => ({
        title: clean(title), folder: folder.map(clean).filter((inner) => inner !== ''), url: new URL(`https://f${at}.example${path}`).href, link: hasLink ? 'https://f.example/?a=1&b=2' : undefined,
      })).filter(({ title }) => title !== '');
      const back = parse(writeOpml(sources, now)).feeds;
      expect(inOrder(back)).toEqual(inOrder(sources));
    }));
  });
});

function inOrder<T extends { readonly url: string }>(list: readonly T[]): T[] {
  return [...list].sort((one, other) => one.url.localeCompare(other.url));
}

/** As titles stand once they were read. */
function clean(title: string): string {
  return parse(opml(`<outline text="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}" xmlUrl="https://x.example/"/>`)).feeds[0]!.title.replace('x.example', '');
}

describe.skipIf(!existsSync(shared))('parseOpml on the shared lists (skipped where ../shared is absent)', () => {
  const files = existsSync(shared)
    ? readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.opml'))
    : [];
  const lists = files.map((name) => {
    const bytes = readFileSync(join(shared, name));
    return { name, list: parse(bytes), named: new TextDecoder().decode(bytes).split(/xmlUrl=/i).length - 1 };
  });

  it('reads every feed of every file', () => {
    expect(lists).toHaveLength(118);
    for (const { name, list, named } of lists) {
      expect([name, list.feeds.length + list.unusable.length + list.repeated]).toEqual([name, named]);
    }
    expect(new Set(lists.flatMap(({ list }) => list.feeds.map(({ url }) => url))).size).toBe(781);
  });

  it('reads back what it writes of them', () => {
    for (const { list } of lists) {
      const back = parse(writeOpml(list.feeds.map((feed) => ({ ...feed, folder: [...feed.folder] })), now));
      // Folders are written before what stands beside them.
      expect(inOrder(back.feeds)).toEqual(inOrder(list.feeds));
    }
  });
});
