import { hash } from '../model/address';
import type { ArrivedArticle } from '../feeds/arrived-articles';
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
        // What would be pruned at once is not stored first, nor is what has no date and was pruned.
        const oldest = row.keepDays === undefined ? '' : oldestKept(row.keepDays, now());
        const dropped = new Set(row.keepDays === undefined ? [] : row.dropped);
        const kept = arrived.filter(({ article }) => (article.published === undefined ? !dropped.has(hash(article.id)) : article.published >= oldest));
        if (row.dropped) await database.sources.update(source.id, { dropped: stillNamed(dropped, arrived) });
        const upserted = await upsertArticles(
          database,
          kept.map(({ article, guid, isAhead }) => ({
            article,
            isAhead,
            seen: now().toISOString(),
            origin: sourceOrigin(source.id),
            guid: guid === undefined ? undefined : `${source.id} ${guid}`,
          })),
        );
        for (const { outcome } of upserted) counts[outcome]++;
        return counts;
      })),
  };
}

/** What the feed no longer has cannot come again. */
function stillNamed(dropped: ReadonlySet<string>, arrived: readonly ArrivedArticle[]): string[] | undefined {
  const names = arrived.map(({ article }) => hash(article.id)).filter((name) => dropped.has(name));
  return names.length > 0 ? names : undefined;
}
