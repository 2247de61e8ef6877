import { Dexie } from 'dexie';
import type { EntityTable } from 'dexie';
import type { SourceState } from '../feeds/source-state';
import type { LookBackRow } from './look-back-row';
import { migrations } from './migrations';
import type { OverlayRow } from './overlay-row';
import type {
  ArticleRow,
  ArticleTextRow,
  CorrectionRow,
  CoverageFileRow,
  EntityEditRow,
  EntityPageRow,
  EvidencePieceRow,
  FoundEntityRow,
  IndexPageRow,
  JobFileRow,
  JobRow,
  KnowledgePartRow,
  KnowledgeRow,
  LearningPieceRow,
  LongListRow,
  MergeSuggestionRow,
  PackRow,
  QuoteRow,
  SourceRow,
  StagedPageRow,
  StateRow,
  StoryRow,
} from './rows';

export class Database extends Dexie {
  declare sources: EntityTable<SourceRow, 'id'>;
  declare sourceStates: EntityTable<SourceState, 'sourceId'>;
  declare articles: EntityTable<ArticleRow, 'key'>;
  declare articleTexts: EntityTable<ArticleTextRow, 'article'>;
  declare longLists: EntityTable<LongListRow, 'entity'>;
  declare packs: EntityTable<PackRow, 'key'>;
  declare entityPages: EntityTable<EntityPageRow, 'number'>;
  declare knowledge: EntityTable<KnowledgeRow, 'name'>;
  declare knowledgeParts: EntityTable<KnowledgePartRow, 'name'>;
  declare coverageFiles: EntityTable<CoverageFileRow, 'key'>;
  declare stagedPages: EntityTable<StagedPageRow, 'number'>;
  declare corrections: EntityTable<CorrectionRow, 'number'>;
  declare entities: EntityTable<FoundEntityRow, 'id'>;
  declare knowledgeOverlays: EntityTable<OverlayRow, 'name'>;
  declare entityEdits: EntityTable<EntityEditRow, 'entity'>;
  declare lookBacks: EntityTable<LookBackRow, 'entity'>;
  declare mergeSuggestions: EntityTable<MergeSuggestionRow, 'pair'>;
  declare stories: EntityTable<StoryRow, 'id'>;
  declare quotes: EntityTable<QuoteRow, 'number'>;
  declare indexPages: EntityTable<IndexPageRow, 'key'>;
  declare jobFiles: EntityTable<JobFileRow, 'job'>;
  declare jobs: EntityTable<JobRow, 'id'>;
  declare learning: EntityTable<LearningPieceRow, 'number'>;
  declare evidence: EntityTable<EvidencePieceRow, 'number'>;
  declare states: EntityTable<StateRow, 'name'>;

  constructor(name: string) {
    // Pages and texts are large and read once: Dexie's cache would only copy them.
    super(name, { cache: 'disabled' });
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores(stores);
      if (upgrade) step.upgrade(upgrade);
    }
  }
}
