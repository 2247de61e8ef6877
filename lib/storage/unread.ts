import { numberOfKey } from './article-key';
import { reading, resultOf } from './native-base';
import type { StateRow } from './rows';

/** An article that came late for its date stands further back; so far is looked. */
const newest = 20;

export type NewsOf = (entities: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Tells of entities those of which an article came since the reader last read about them. Of who was never read about, nothing is
 * new: whom the reader ever read about is asked beforehand, and most pages name nobody of these.
 */
export async function readNews(database: IDBDatabase): Promise<NewsOf> {
  const { states } = reading(database, 'states');
  const everRead = new Set(await states.keys(IDBKeyRange.bound(readAbout(''), readAbout('\uffff'))));
  return async (entities) => {
    const asked = entities.filter((entity) => everRead.has(readAbout(entity)));
    return asked.length === 0 ? new Set<string>() : withNews(database, asked);
  };
}

async function withNews(database: IDBDatabase, asked: readonly string[]): Promise<Set<string>> {
  const transaction = database.transaction(['states', 'articles']);
  const articles = transaction.objectStore('articles').index('entities');
  const found = await Promise.all(
    asked.map(async (entity) => {
      const read = resultOf(transaction.objectStore('states').get(readAbout(entity)) as IDBRequest<StateRow | undefined>);
      const [{ count } = { count: Infinity }, keys] = await Promise.all([read, newestKeys(articles, entity)]);
      return keys.some((key) => numberOfKey(key) > count) ? [entity] : [];
    }),
  );
  return new Set(found.flat());
}

function readAbout(entity: string): string {
  return `read:${entity}`;
}

function newestKeys(articles: IDBIndex, entity: string): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const keys: number[] = [];
    const request = articles.openKeyCursor(entity, 'prev');
    request.onerror = () => reject(request.error ?? new DOMException('Nothing was read', 'UnknownError'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor) keys.push(cursor.primaryKey as number);
      if (cursor && keys.length < newest) cursor.continue();
      else resolve(keys);
    };
  });
}
