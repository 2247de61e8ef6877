import { rebuildKnowledge } from '../../lib/storage/change-knowledge';
import type { Database } from '../../lib/storage/database';
import { createKnowledgeBase, type KnowledgeBase } from '../../lib/storage/knowledge-base';

/** What is known, as the background has it. */
export function knowledgeOf(database: Database): KnowledgeBase {
  return createKnowledgeBase(database.backendDB(), () => rebuildKnowledge(database));
}
