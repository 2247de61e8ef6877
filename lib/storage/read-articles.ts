import type { Article } from '../model/article';
import { articleTables, upsertArticles } from './article-rows';
import type { Database } from './database';
import { withRoom } from './retention';

/** Keeps an article that the reader has read; what its source says of it stands. */
export async function storeReadArticle(database: Database, article: Article): Promise<void> {
  await withRoom(database, () =>
    database.transaction('rw', articleTables(database), async () => {
      await upsertArticles(database, [{ article, origin: 'read' }]);
    }),
  );
}
