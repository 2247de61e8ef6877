/**
 * `npx tsx tests/bench/feeds.ts` measures our reader of feeds beside feedsmith on the shared feeds: how many each reads
 * as expected, what each has of a feed that was cut off, and how fast. Both get the same clean-up afterwards (plain text,
 * moments, addresses), which is not timed.
 */
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import { decodeFeed } from '../../lib/feeds/decode-feed';
import { readXmlFeed } from '../../lib/feeds/read-xml-feed';
import { isAsExpected, readGoldFeeds, type FeedFacts } from '../support/feed-gold';
import { ourFacts } from '../support/our-feed-facts';
import { feedsmithFacts } from './feeds/feedsmith-facts';

const rounds = 25;
const feeds = readGoldFeeds();
if (feeds.length === 0) console.log('Skipped: the shared feeds are not there.');
else report();

function report(): void {
  const readers: Readonly<Record<string, (bytes: Uint8Array) => FeedFacts | undefined>> = { sidelight: ourFacts, feedsmith: feedsmithFacts };
  const judged = feeds.flatMap(({ bytes, expected }) => (expected ? [{ bytes, expected }] : []));
  for (const [name, read] of Object.entries(readers)) {
    const found = judged.map(({ bytes, expected }) => ({ facts: read(bytes), expected }));
    const equal = found.filter(({ facts, expected }) => facts !== undefined && isAsExpected(facts, expected)).length;
    const refused = found.filter(({ facts }) => facts === undefined).length;
    console.log(`${name}: ${equal} of ${judged.length} as expected, ${refused} refused`);
  }
  const large = largeFeed();
  const ours = fastestMs(() => readXmlFeed(decodeFeed(large)));
  const theirs = fastestMs(() => parseWithFeedsmith(decodeFeed(large)));
  console.log(`a feed of ${(large.length / 1e6).toFixed(1)} MB: sidelight ${ours.toFixed(1)} ms, feedsmith ${theirs.toFixed(1)} ms, ratio ${(theirs / ours).toFixed(2)}`);
  const cut = large.subarray(0, large.length * 0.6);
  for (const [name, read] of Object.entries(readers)) console.log(`cut off after 60 %: ${name} ${read(cut)?.articles.length ?? 0} of 300 articles`);
}

/** Processor time, which does not count what else the machine does. */
function fastestMs(run: () => unknown): number {
  return Math.min(...Array.from({ length: rounds }, () => {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  }));
}

/** Three hundred articles in full, as a generous outlet publishes them. */
function largeFeed(): Uint8Array {
  const text = '<p>The chamber sat until <a href="https://news.example/x">midnight</a>, and nobody left &amp; nobody spoke.</p>'.repeat(30);
  const items = Array.from({ length: 300 }, (_, number) =>
    `<item><title>Sitting &amp; waiting, part ${number}</title><link>https://news.example/a/${number}?utm_source=rss</link>` +
    `<guid isPermaLink="false">${number}</guid><pubDate>Wed, 01 Mar 2017 20:10:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator>` +
    `<description><![CDATA[<p>What happened &#8211; and what did not.</p>]]></description><content:encoded><![CDATA[${text}]]></content:encoded></item>`);
  return new TextEncoder().encode(
    '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    `xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>${items.join('')}</channel></rss>`);
}
