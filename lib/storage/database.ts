import { Dexie } from 'dexie';
import type { EntityTable } from 'dexie';
import type { SourceState } from '../feeds/source-state';
import { migrations } from './migrations';
import type {
  ArticleRow,
  ArticleTextRow,
  CorrectionRow,
  CoverageFileRow,
  EntityPageRow,
  KnowledgePartRow,
  KnowledgeRow,
  PackRow,
  SourceRow,
  StagedPageRow,
} from './rows';

export class Database extends Dexie {
  declare sources: EntityTable<SourceRow, 'id'>;
  declare sourceStates: EntityTable<SourceState, 'sourceId'>;
  declare articles: EntityTable<ArticleRow, 'key'>;
  declare articleTexts: EntityTable<ArticleTextRow, 'article'>;
  declare packs: EntityTable<PackRow, 'key'>;
  declare entityPages: EntityTable<EntityPageRow, 'number'>;
  declare knowledge: EntityTable<KnowledgeRow, 'name'>;
  declare knowledgeParts: EntityTable<KnowledgePartRow, 'name'>;
  declare coverageFiles: EntityTable<CoverageFileRow, 'key'>;
  declare stagedPages: EntityTable<StagedPageRow, 'number'>;
  declare corrections: EntityTable<CorrectionRow, 'number'>;

  constructor(name: string) {
    // Pages and texts are large and read once: Dexie's cache would only copy them.
    super(name, { cache: 'disabled' });
    for (const { version, stores } of migrations) this.version(version).stores(stores);
  }
}
