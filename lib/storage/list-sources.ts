import type { SourceState } from '../feeds/source-state';
import type { Source } from '../model/source';
import type { Database } from './database';
import { sourceOrigin } from './origins';
import { createSourceRepository } from './sources';

export interface SourceWithArticles extends Source {
  readonly articles: number;
  /** Absent until it was first fetched. */
  readonly fetching?: SourceState;
}

/**
 * The reader's sources, each with how it fares and how much it brought. Counting reads the index only, and that of a
 * source again once it was fetched.
 */
export function createSourceList(): (database: Database) => Promise<SourceWithArticles[]> {
  const counted = new Map<string, { readonly lastSuccess: string | undefined; readonly articles: number }>();
  return async (database) => {
    const repository = createSourceRepository(database);
    const [sources, states] = await Promise.all([repository.list(), repository.states()]);
    const stateOf = new Map(states.map((state) => [state.sourceId, state]));
    const lastSuccessOf = (id: string): string | undefined => stateOf.get(id)?.lastSuccess;
    const changed = sources.filter(({ id }) => {
      const known = counted.get(id);
      return !known || known.lastSuccess !== lastSuccessOf(id);
    });
    // A transaction for each would keep the database busy for seconds.
    await database.transaction('r', database.articles, () =>
      Promise.all(
        changed.map(async ({ id }) => {
          const articles = await database.articles.where('origins').equals(sourceOrigin(id)).count();
          counted.set(id, { lastSuccess: lastSuccessOf(id), articles });
        }),
      ),
    );
    return sources.map((source) => ({ ...source, articles: counted.get(source.id)?.articles ?? 0, fetching: stateOf.get(source.id) }));
  };
}
