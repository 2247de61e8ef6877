/**
 * `npm run bench -- feeds` measures our reader of feeds beside two packages on the same feeds: how fast, how many of the
 * shared feeds feedsmith and we read as expected, and what each has of a feed that was cut off.
 *
 * The others give what a feed says as it says it, markup and all. Ours does as well, and then makes plain text, absolute
 * addresses and moments of it: the first row is what compares with the others, the second what the extension does.
 */
import { parseFeed as parseWithRowanmanning } from '@rowanmanning/feed-parser';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import { decodeFeed } from '../../lib/feeds/decode-feed';
import { parseFeed } from '../../lib/feeds/parse-feed';
import { readXmlFeed } from '../../lib/feeds/read-xml-feed';
import { isAsExpected, readGoldFeeds, type FeedFacts } from '../support/feed-gold';
import { ourFacts } from '../support/our-feed-facts';
import { feedsmithFacts } from './feeds/feedsmith-facts';
import { median } from './matching/measure';

const rounds = 15;
const hints = { url: 'https://news.example/feed', now: '2030-01-01T00:00:00Z' };

/** How many articles each finds; undefined where it refuses. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => number | undefined>> = {
  ours: (bytes) => readXmlFeed(decodeFeed(bytes))?.items.length,
  'ours, to plain text and moments'(bytes) {
    const parsed = parseFeed(bytes, hints);
    return parsed.ok ? parsed.value.articles.length : undefined;
  },
  feedsmith: (bytes) => unlessThrown(() => feedsmithLength(bytes)),
  '@rowanmanning/feed-parser': (bytes) => unlessThrown(() => parseWithRowanmanning(decodeFeed(bytes)).items.length),
};

const gold = readGoldFeeds();
const large = largeFeed(300);
const texts = { 'one feed of 300 articles in full': [large], ...(gold.length > 0 && { 'the shared feeds': gold.map(({ bytes }) => bytes) }) };
console.log('| feeds | reader | MB/s | its time / ours | refused |\n| --- | --- | --- | --- | --- |');
for (const [name, feeds] of Object.entries(texts)) measure(name, feeds);
console.log('');
const cut = large.subarray(0, large.length * 0.6);
for (const [name, read] of Object.entries(readers)) console.log(`cut off after 60 %: ${name} has ${read(cut) ?? 0} of 300 articles`);
if (gold.length === 0) console.log('Skipped: the shared feeds are not there.');
else judge();

/** All readers in turns, so that what else the machine does meets them alike. */
function measure(name: string, feeds: readonly Uint8Array[]): void {
  const megabytes = feeds.reduce((sum, { length }) => sum + length, 0) / 1e6;
  const times = new Map(Object.keys(readers).map((reader) => [reader, [] as number[]]));
  const refused = new Map<string, number>();
  for (let round = 0; round <= rounds; round++) {
    for (const [reader, read] of Object.entries(readers)) {
      const started = process.cpuUsage();
      const found = feeds.map(read);
      const { user, system } = process.cpuUsage(started);
      // The first round only warms up.
      if (round > 0) times.get(reader)?.push((user + system) / 1e6);
      refused.set(reader, found.filter((length) => length === undefined).length);
    }
  }
  const ours = median(times.get('ours') ?? []);
  for (const [reader, seconds] of times) {
    const speed = (megabytes / median(seconds)).toFixed(1);
    console.log(`| ${name} (${megabytes.toFixed(1)} MB) | ${reader} | ${speed} | ${(median(seconds) / ours).toFixed(2)} × | ${refused.get(reader) ?? 0} of ${feeds.length} |`);
  }
}

function judge(): void {
  const facts: Readonly<Record<string, (bytes: Uint8Array) => FeedFacts | undefined>> = { ours: ourFacts, feedsmith: feedsmithFacts };
  const judged = gold.flatMap(({ name, bytes, expected }) => (expected ? [{ name, bytes, expected }] : []));
  for (const [name, read] of Object.entries(facts)) {
    const other = judged.filter(({ bytes, expected }) => {
      const found = read(bytes);
      return found === undefined || !isAsExpected(found, expected);
    });
    console.log(`as expected: ${name} ${judged.length - other.length} of ${judged.length}`);
    if (name === 'ours') console.log(`otherwise: ${other.map((feed) => feed.name).join(', ')}`);
  }
}

function feedsmithLength(bytes: Uint8Array): number {
  const { feed } = parseWithFeedsmith(decodeFeed(bytes));
  return ('items' in feed ? feed.items?.length : 'entries' in feed ? feed.entries?.length : 0) ?? 0;
}

/** The others throw at what they take for no feed. */
function unlessThrown(read: () => number): number | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** As a generous outlet publishes them. */
function largeFeed(articles: number): Uint8Array {
  const text = '<p>The chamber sat until <a href="https://news.example/x">midnight</a>, and nobody left &amp; nobody spoke.</p>'.repeat(30);
  const items = Array.from({ length: articles }, (_, number) =>
    `<item><title>Sitting &amp; waiting, part ${number}</title><link>https://news.example/a/${number}?utm_source=rss</link>` +
    `<guid isPermaLink="false">${number}</guid><pubDate>Wed, 01 Mar 2017 20:10:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator>` +
    `<description><![CDATA[<p>What happened &#8211; and what did not.</p>]]></description><content:encoded><![CDATA[${text}]]></content:encoded></item>`);
  return new TextEncoder().encode(
    '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    `xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>${items.join('')}</channel></rss>`);
}
