import { describe, expect, it } from 'vitest';
import { hasGoldFeeds, isAsExpected, readGoldFeeds } from '../../support/feed-gold';
import { ourFacts } from '../../support/our-feed-facts';

/** These two are there to be refused. */
const noFeeds = ['empty_feed.xml', 'unknown_feed.xml'];

describe.skipIf(!hasGoldFeeds)('parseFeed on the shared feeds (skipped where ../shared is absent)', () => {
  const read = readGoldFeeds().map((feed) => ({ ...feed, found: ourFacts(feed.bytes) }));

  it('reads all of them but those that are no feeds', () => {
    const refused = read.filter(({ found }) => found === undefined);
    expect(read.length).toBeGreaterThan(500);
    expect(refused.map(({ name }) => name.split(/[/\\]/).at(-1)).sort()).toEqual(noFeeds);
  });

  it('reads at least 97 % as is expected', () => {
    const judged = read.filter(({ expected }) => expected !== undefined);
    const equal = judged.filter(({ found, expected }) => found && expected && isAsExpected(found, expected));
    expect(judged.length).toBeGreaterThan(500);
    expect(equal.length / judged.length).toBeGreaterThan(0.97);
  });
});
