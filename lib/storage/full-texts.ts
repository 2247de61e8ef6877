import { articleIdOf } from '../model/address';
import type { FullTextStore, TextlessArticle } from '../services/fetch-full-texts';
import { articleTables } from './article-rows';
import type { Database } from './database';
import { sourceOrigin } from './origins';
import type { ArticleRow } from './rows';

/** In UTF-16 units, title and summary counted: a feed that brings less brings a teaser. */
const longestTeaser = 1_500;

/** The articles whose pages the reader wants fetched, source by source. */
export function createFullTextStore(database: Database): FullTextStore {
  return {
    async take(limit) {
      const sources = (await database.sources.toArray()).filter(
        ({ fullText, removed, paused }) => fullText === true && removed === undefined && paused !== true,
      );
      const waiting = await Promise.all(sources.map(({ id }) => teasersOf(database, id, limit)));
      // Sources take turns, so that one with many articles does not keep the others waiting.
      const turns = Array.from({ length: limit }, (_, turn) => waiting.flatMap((rows) => rows[turn] ?? []));
      return [...new Map(turns.flat().map((row) => [row.id, asTeaser(row)])).values()].slice(0, limit);
    },

    async sentTo(id, host) {
      await database.articles.where('id').equals(id).modify({ pageHost: host });
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

/** The newest articles of a source of which nobody has asked for the page yet. */
function teasersOf({ articles }: Database, sourceId: string, limit: number): Promise<ArticleRow[]> {
  return articles
    .where('origins')
    .equals(sourceOrigin(sourceId))
    .reverse()
    .filter(({ id, url, pageAsked, size }) => pageAsked === undefined && size < longestTeaser && hasOwnPage(id, url))
    .limit(limit)
    .toArray();
}

/** Not so for entries of a live page or what is read on a site's front page: their ids are made of their feed and a name in it. */
function hasOwnPage(id: string, url: string): boolean {
  return id === articleIdOf(url) || !/[# ]/.test(id);
}

function asTeaser({ id, url, pageHost }: ArticleRow): TextlessArticle {
  return { id, url, sentTo: pageHost };
}

/** So many of a source's newest teasers tell where its pages are. */
const lookedAt = 100;

/** Addresses of the sites that have the pages of a source's articles, those with most pages first. */
export async function pageSites(database: Database, sourceId: string): Promise<string[]> {
  const pages = new Map<string, number>();
  for (const { url, pageHost } of await teasersOf(database, sourceId, lookedAt)) {
    const { origin } = new URL(url);
    // Nobody noted by which scheme the page was sent on.
    const sites = pageHost === undefined ? [origin] : [origin, `https://${pageHost}`, `http://${pageHost}`];
    for (const site of sites) pages.set(`${site}/`, (pages.get(`${site}/`) ?? 0) + 1);
  }
  return [...pages].sort(([, one], [, other]) => other - one).map(([site]) => site);
}
