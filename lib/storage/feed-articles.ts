import type { ArticleSink } from '../services/refresh-sources';
import { articleTables, upsertArticles } from './article-rows';
import type { Database } from './database';
import { sourceOrigin } from './origins';
import { withRoom } from './retention';
import { oldestKept } from './sources';

/** Where feeds' articles go, all of one answer in one transaction. They are linked afterwards (`index-articles`). */
export function createArticleSink(database: Database, now: () => Date = () => new Date()): ArticleSink {
  return {
    store: (source, arrived) =>
      withRoom(database, () => database.transaction('rw', [database.sources, ...articleTables(database)], async () => {
        const counts = { added: 0, updated: 0, kept: 0 };
        const row = await database.sources.get(source.id);
        // Removed while it was fetched: nobody waits for these any more.
        if (row?.removed !== undefined || !row) return counts;
        // What would be pruned at once is not stored first.
        const oldest = row.keepDays === undefined ? '' : oldestKept(row.keepDays, now());
        const kept = arrived.filter(({ article }) => article.published === undefined || article.published >= oldest);
        const upserted = await upsertArticles(
          database,
          kept.map(({ article, guid, isAhead }) => ({
            article,
            isAhead,
            origin: sourceOrigin(source.id),
            guid: guid === undefined ? undefined : `${source.id} ${guid}`,
          })),
        );
        for (const { outcome } of upserted) counts[outcome]++;
        return counts;
      })),
  };
}
