import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../lib/feeds/parse-feed';

const folder = join(import.meta.dirname, '../../../../shared/data/feeds/gofeed/testdata');
const isThere = existsSync(folder);
const files = isThere
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'))
  : [];
/** These two are there to be refused. */
const noFeeds = ['empty_feed.xml', 'unknown_feed.xml'];

describe.skipIf(!isThere)('parseFeed on the shared feeds (skipped where ../shared is absent)', () => {
  it('reads all of them but those that are no feeds', () => {
    const refused = files.filter((name) => {
      const parsed = parseFeed(readFileSync(join(folder, name)), { url: 'https://x.example/', now: '2030-01-01T00:00:00Z' });
      return !parsed.ok;
    });
    expect(files.length).toBeGreaterThan(500);
    expect(refused.map((name) => name.split(/[/\\]/).at(-1)).sort()).toEqual(noFeeds);
  });
});
