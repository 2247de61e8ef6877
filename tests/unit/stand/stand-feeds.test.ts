import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingId } from '../../../scripts/stand/feeds/feed-body';
import { serveStand, type Stand } from '../../../scripts/stand/serve-stand';
import { readStandArticles } from '../../../scripts/stand/stand-article';
import { ask } from './ask';

let stand: Stand;
const articles = readStandArticles();

beforeAll(async () => {
  const served = await serveStand();
  if (!served.ok) throw new Error(served.failure.kind);
  stand = served.value;
});

afterAll(() => stand.close());

/** What a reader of feeds should find of an outlet, whatever the format. */
function expectedOf(name: string) {
  return stand.articles
    .filter(({ outlet }) => outlet === name)
    .map(({ title, url, published }) => ({ title, url, published }));
}

async function feedOf(id: string): Promise<{ type: unknown; body: string }> {
  const outlet = stand.outlets.find((one) => one.id === id)!;
  const { headers, body } = await ask(outlet.feedUrl);
  return { type: headers['content-type'], body };
}

function utc(date: string | undefined): string {
  return new Date(date ?? '').toISOString();
}

describe('rssFeed', () => {
  it('carries title, link, date, author, summary and full text of each article', async () => {
    const { type, body } = await feedOf('herald');
    const feed = parseRssFeed(body);
    const items = feed.items ?? [];
    expect(type).toBe('application/rss+xml; charset=utf-8');
    expect(feed.title).toBe('Sample Herald');
    expect(items.map((item) => ({ title: item.title, url: item.link, published: utc(item.pubDate) }))).toEqual(
      expectedOf('Sample Herald'),
    );
    for (const item of items) {
      expect(item.dc?.creators?.[0]).toMatch(/^\w+ \w+$/);
      expect(item.description).toMatch(/\.$/);
      expect(item.content?.encoded).toMatch(/^<p>.*<\/p>$/s);
      expect(item.guid).toMatchObject({ isPermaLink: false });
    }
  });
});

describe('atomFeed', () => {
  it('carries title, link, date, author and summary, and the text of some', async () => {
    const { type, body } = await feedOf('post');
    const feed = parseAtomFeed(body);
    const entries = feed.entries ?? [];
    expect(type).toBe('application/atom+xml; charset=utf-8');
    expect(entries.map((entry) => ({ title: entry.title?.value, url: entry.links?.[0]?.href, published: utc(entry.published) }))).toEqual(
      expectedOf('Sample Post'),
    );
    expect(entries.every((entry) => entry.authors?.[0]?.name && entry.summary)).toBe(true);
    const full = entries.filter((entry) => entry.content !== undefined);
    expect(full.length).toBeGreaterThan(0);
    expect(full.length).toBeLessThan(entries.length);
  });
});

describe('jsonFeed', () => {
  it('carries title, link, date, author, summary and plain text', async () => {
    const { type, body } = await feedOf('wire');
    const feed = parseJsonFeed(JSON.parse(body));
    const items = feed.items ?? [];
    expect(type).toBe('application/feed+json; charset=utf-8');
    expect(items.map((item) => ({ title: item.title, url: item.url, published: utc(String(item.date_published)) }))).toEqual(
      expectedOf('Sample Wire'),
    );
    expect(items.every((item) => item.authors?.[0]?.name && item.summary && item.content_text)).toBe(true);
    expect(items.some((item) => item.content_text?.includes('<'))).toBe(false);
  });
});

describe('lastingId', () => {
  it('is different for every article and says nothing of a port', () => {
    const ids = articles.map(lastingId);
    expect(new Set(ids).size).toBe(articles.length);
    expect(ids.join(' ')).not.toContain(String(stand.port));
  });
});
