import type { CoveredArticle } from '../coverage/related';
import { articleIdOf } from '../model/address';
import type { CoverageSource } from '../services/show-coverage';
import { firstKeyAt } from './article-key';
import type { Database } from './database';
import { hiddenOrigins, isVisible } from './origins';

export function createCoverageSource(database: Database): CoverageSource {
  const { sources, articles, articleTexts } = database;
  return {
    articlesOf: (entity, { limit, before }) =>
      database.transaction('r', sources, articles, articleTexts, async () => {
        const hidden = await hiddenOrigins(database);
        // Keys are moments first, so the keys of an entity stand in the order of time.
        const keys = await articles.where('entities').equals(entity).primaryKeys();
        const end = before === undefined ? keys.length : firstAtOrAfter(keys, firstKeyAt(before));
        const rows = await articles.bulkGet(keys.slice(Math.max(0, end - limit), end).reverse());
        const visible = rows.filter((row) => row !== undefined).filter((row) => isVisible(row, hidden));
        const texts = await articleTexts.bulkGet(visible.map(({ id }) => id));
        return visible.map((row, at): CoveredArticle => {
          const { id, url, title, outlet, published, summary, language, authors } = row;
          const article = { id, url, title, outlet, published, summary, language, authors, text: texts[at]?.text };
          return { article, entities: row.entities };
        });
      }),

    async articlesNaming(entities) {
      const counts = await Promise.all(entities.map((entity) => articles.where('entities').equals(entity).count()));
      return new Map(entities.map((entity, at) => [entity, counts[at] ?? 0]));
    },

    articleCount: () => articles.count(),

    textOf: async (url) => (await articleTexts.get(articleIdOf(url)))?.text,
  };
}

function firstAtOrAfter(keys: readonly number[], first: number): number {
  let low = 0;
  for (let high = keys.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
