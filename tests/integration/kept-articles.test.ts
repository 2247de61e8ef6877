// @vitest-environment node
import { expect, it } from 'vitest';
import { articleTables, upsertArticles } from '../../lib/storage/article-rows';
import { saveChanges } from '../../lib/storage/entity-edits';
import { keptArticles } from '../../lib/storage/kept-articles';
import { useDatabase } from '../support/database';

const database = useDatabase();

it('lists what the reader keeps, newest first', async () => {
  const articles = Array.from({ length: 6 }, (_, at) => ({
    id: `a${at}`, url: `https://gazette.test/${at}`, title: `Report ${at}`, outlet: 'Gazette', published: `2020-01-0${at + 1}T00:00:00.000Z`,
  }));
  await database().transaction('rw', articleTables(database()), () => upsertArticles(database(), articles.map((article) => ({ article, origin: 'read' }))));
  expect(await keptArticles(database())).toEqual({ total: 0, newest: [] });

  await saveChanges(database(), ['a4', 'a1', 'a3'].map((article) => ({ does: 'keep' as const, article, isKept: true })), '2020-02-01T00:00:00Z');
  await saveChanges(database(), [{ does: 'keep', article: 'a3', isKept: false }], '2020-02-01T00:00:00Z');
  const { total, newest } = await keptArticles(database());
  expect(total).toBe(2);
  expect(newest).toMatchObject([{ id: 'a4', title: 'Report 4', isKept: true }, { id: 'a1' }]);
});
