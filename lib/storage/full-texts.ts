import type { FullTextStore } from '../services/fetch-full-texts';
import { articleTables } from './article-rows';
import type { Database } from './database';
import { sourceOrigin } from './origins';

/** In UTF-16 units, title and summary counted: a feed that brings less brings a teaser. */
const longestTeaser = 1_500;

/** The articles whose pages the reader wants fetched, source by source. */
export function createFullTextStore(database: Database): FullTextStore {
  return {
    async take(limit) {
      const sources = (await database.sources.toArray()).filter(
        ({ fullText, removed, paused }) => fullText === true && removed === undefined && paused !== true,
      );
      const waiting = await Promise.all(
        sources.map(({ id }) =>
          database.articles
            .where('origins')
            .equals(sourceOrigin(id))
            .reverse()
            .filter(({ pageAsked, size }) => pageAsked === undefined && size < longestTeaser)
            .limit(limit)
            .toArray(),
        ),
      );
      // Sources take turns, so that one with many articles does not keep the others waiting.
      const turns = Array.from({ length: limit }, (_, turn) => waiting.flatMap((rows) => rows[turn] ?? []));
      return [...new Map(turns.flat().map(({ id, url }) => [id, { id, url }])).values()].slice(0, limit);
    },

    store: (id, text) =>
      database.transaction('rw', articleTables(database), async () => {
        const row = await database.articles.get({ id });
        if (!row) return;
        if (text === undefined) {
          await database.articles.put({ ...row, pageAsked: 1 });
          return;
        }
        const size = row.title.length + (row.summary?.length ?? 0) + text.length;
        await database.articles.put({ ...row, pageAsked: 1, size, revision: row.revision + 1, linked: 0 });
        await database.articleTexts.put({ article: id, text });
      }),
  };
}
