import type { Transaction } from 'dexie';
import { numberArticles } from './migrate-articles';

/** One step of the schema. Steps are only ever added: a reader may come from any of them. The last one's version stands in `base-version.ts`. */
interface Migration {
  readonly version: number;
  readonly why: string;
  /** As Dexie writes a schema: the primary key, then the indexes; `*` one entry for each item, `++` counted up. */
  readonly stores: Readonly<Record<string, string>>;
  /** Brings the rows along, within the transaction that changes the schema. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    why: 'The first whole path: sources, their articles, packs, and what is known from them.',
    stores: {
      sources: 'id, &url',
      sourceStates: 'sourceId',
      articles: 'key, &id, *entities, *origins, *guids, linked',
      articleTexts: 'article',
      packs: '++key',
      entityPages: '++number, pack',
      knowledge: 'name',
      knowledgeParts: 'name',
      coverageFiles: '++key, state',
      stagedPages: '++number, file',
      corrections: '++number',
    },
  },
  {
    version: 2,
    why:
      'Articles have numbers, which make their keys short. Room for what is learned, what the reader changes, stories, ' +
      'quotes, packed indexes, and work that outlives whoever began it.',
    stores: {
      articles: 'key, &id, &number, *entities, *origins, *guids, linked, saved, story',
      entities: 'id, origin, since',
      knowledgeOverlays: 'name',
      entityEdits: 'entity, mergedInto, followed, muted',
      lookBacks: 'entity',
      mergeSuggestions: 'pair, state',
      stories: 'id, newest',
      quotes: '++number, [speaker+said], article',
      indexPages: 'key',
      jobs: 'id',
      jobFiles: 'job',
      learning: '++number, kind',
      evidence: '++number, kind',
      states: 'name',
    },
    upgrade: numberArticles,
  },
  {
    version: 3,
    why: 'The articles of entities that are in the news always, in one row for each. Nothing asks for articles by story.',
    stores: {
      articles: 'key, &id, &number, *entities, *origins, *guids, linked, saved',
      longLists: 'entity',
    },
  },
];
