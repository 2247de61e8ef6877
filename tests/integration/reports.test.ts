import { describe, expect, it } from 'vitest';
import { createReportSource } from '../../lib/storage/reports';
import { upsertArticles, articleTables } from '../../lib/storage/article-rows';
import { useDatabase } from '../support/database';

const database = useDatabase();

/** So many articles a month that name `js`, from two outlets in turns; every tenth has no date. */
async function store(count: number): Promise<void> {
  const arrivals = Array.from({ length: count }, (_, at) => ({
    article: {
      id: `a${at}`, url: `http://post.test/${at}`, title: `Report ${at}`, outlet: at % 2 === 0 ? 'Post' : 'Wire',
      published: at % 10 === 9 ? undefined : new Date(Date.UTC(2017, at % 12, 3, 0, at)).toISOString(),
    },
    origin: 'file:1',
    links: { base: 1, mentions: [{ entity: at % 3 === 0 ? 'other' : 'js', count: 1, confidence: 1, inTitle: false }] },
  }));
  await database().transaction('rw', articleTables(database()), () => upsertArticles(database(), arrivals));
}

describe('createReportSource', () => {
  it('counts by month and outlet, and knows the first and the last with a date', async () => {
    await store(240);
    const found = await createReportSource(database()).reportsOf('js');
    expect(found.articles).toBe(160);
    expect([...found.outlets.keys()].sort()).toEqual(['Post', 'Wire']);
    const counted = [...found.outlets.values()].flatMap((months) => [...months.values()]).reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(160);
    expect([...found.months.values()].reduce((sum, count) => sum + count, 0)).toBe(found.articles - (found.outlets.get('Wire')?.get('') ?? 0));
    expect(found.first?.published?.slice(0, 7)).toBe('2017-02');
    expect(found.last?.published?.slice(0, 7)).toBe('2017-12');
    expect(await createReportSource(database()).reportsOf('nobody')).toMatchObject({ articles: 0, first: undefined, last: undefined });
  });

  it('lists all of them once, newest first, page by page, also of one outlet', async () => {
    await store(480);
    const reports = createReportSource(database());
    for (const [outlet, count] of [[undefined, 320], ['Wire', 160]] as const) {
      const seen: string[] = [];
      let before: number | undefined;
      do {
        const page = await reports.page('js', { outlet, before });
        expect(page.items.length).toBeLessThanOrEqual(50);
        seen.push(...page.items.map(({ url }) => url));
        before = page.next;
      } while (before !== undefined);
      expect([seen.length, new Set(seen).size]).toEqual([count, count]);
    }
    const { items } = await reports.page('js', {});
    const moments = items.map(({ published = '' }) => published);
    expect(moments).toEqual([...moments].sort().reverse());
  });

  it('says what a headline was before it was changed', async () => {
    await store(1);
    const article = { id: 'b', url: 'http://post.test/b', outlet: 'Post', published: '2017-03-01T00:00:00Z' };
    const links = { base: 1, mentions: [{ entity: 'js', count: 1, confidence: 1, inTitle: false }] };
    for (const title of ['Old', 'New']) {
      const arrivals = [{ article: { ...article, title }, origin: 'file:1', links }];
      await database().transaction('rw', articleTables(database()), async () => {
        await upsertArticles(database(), arrivals);
      });
    }
    const { items } = await createReportSource(database()).page('js', {});
    expect(items).toMatchObject([{ title: 'New', formerTitle: 'Old' }]);
  });

  it('keeps to a time', async () => {
    await store(120);
    const { items, next } = await createReportSource(database()).page('js', { from: '2017-02-01T00:00:00Z', to: '2017-03-01T00:00:00Z' });
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ published }) => published?.slice(0, 7)))).toEqual(new Set(['2017-02']));
    expect(next).toBeUndefined();
  });
});
