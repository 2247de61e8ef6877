import { articleIdOf } from '../model/address';
import type { BesideStory } from '../services/show-coverage';
import type { Database } from './database';
import { hiddenOrigins, isVisible } from './origins';
import type { ArticleRow } from './rows';
import { groupOf } from './story-groups';

/** Rows on either side of the article in time that are looked through, and texts that are read. */
const most = { rows: 300, texts: 40 };
const daysApart = 5;
const dayMs = 86_400_000;

/**
 * Reports of other stories from about the time of an article that name somebody whom it names, those that name most of them first.
 * Undefined where the article is not kept, has no date or no story. Takes as long however many articles there are.
 */
export function besideStory(database: Database, url: string): Promise<BesideStory | undefined> {
  const { sources, articles, articleTexts, stories } = database;
  return database.transaction('r', sources, articles, articleTexts, stories, async () => {
    const row = await articles.get({ id: articleIdOf(url) });
    const story = row?.story === undefined ? undefined : await stories.get(row.story);
    if (!row || !story || row.published === undefined) return undefined;
    const hidden = await hiddenOrigins(database);
    const [before, after] = await Promise.all([
      articles.where('key').below(row.key).reverse().limit(most.rows).toArray(),
      articles.where('key').above(row.key).limit(most.rows).toArray(),
    ]);
    const own = new Set(groupOf(story));
    const named = new Set(row.entities);
    const near = [...before, ...after]
      // One that the reader took out of its story stands alone.
      .filter((each) => each.story !== undefined && !own.has(each.story) && isVisible(each, hidden) && isNear(each, row))
      .map((each) => ({ row: each, shared: each.entities.filter((entity) => named.has(entity)).length }))
      .filter(({ shared }) => shared > 0)
      .sort((one, other) => other.shared - one.shared)
      .slice(0, most.texts);
    const [texts, told] = await Promise.all([
      articleTexts.bulkGet([row.id, ...near.map((each) => each.row.id)]),
      stories.bulkGet(near.map((each) => each.row.story ?? '')),
    ]);
    const withText = (each: ArticleRow, at: number) => ({ ...each, text: texts[at]?.text });
    return {
      article: withText(row, 0),
      others: near.map((each, at) => ({ article: withText(each.row, at + 1), story: each.row.story ?? '', reports: told[at]?.articles.length ?? 1 })),
    };
  });
}

function isNear({ published }: ArticleRow, page: ArticleRow): boolean {
  return published !== undefined && Math.abs(Date.parse(published) - Date.parse(page.published ?? '')) < daysApart * dayMs;
}
