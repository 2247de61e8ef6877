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

/** The reader's sources, each with how it fares and how much it brought. Counting reads the index only. */
export async function listSources(database: Database): Promise<SourceWithArticles[]> {
  const repository = createSourceRepository(database);
  const [sources, states] = await Promise.all([repository.list(), repository.states()]);
  const stateOf = new Map(states.map((state) => [state.sourceId, state]));
  return Promise.all(
    sources.map(async (source) => ({
      ...source,
      articles: await database.articles.where('origins').equals(sourceOrigin(source.id)).count(),
      fetching: stateOf.get(source.id),
    })),
  );
}
