import { Dexie } from 'dexie';
import type { Database } from './database';
import type { ArticleRow } from './rows';

/**
 * The articles with these ids, in their order. Within the caller's transaction over `articles`, of which these are requests as
 * IndexedDB has them: of what Dexie would do for each of some hundred, finding nothing is the least.
 */
export function rowsWithIds({ articles }: Database, ids: readonly string[]): PromiseLike<(ArticleRow | undefined)[]> {
  return new Dexie.Promise<(ArticleRow | undefined)[]>((resolve, reject) => {
    const index = Dexie.currentTransaction.idbtrans.objectStore(articles.name).index('id');
    const found: (ArticleRow | undefined)[] = [];
    let waiting = ids.length;
    if (waiting === 0) resolve(found);
    for (const [at, id] of ids.entries()) {
      const request = index.get(id) as IDBRequest<ArticleRow | undefined>;
      found.push(undefined);
      request.onsuccess = () => {
        found[at] = request.result;
        if (--waiting === 0) resolve(found);
      };
      request.onerror = () => {
        reject(request.error ?? new DOMException('Nothing was read', 'UnknownError'));
      };
    }
  });
}
