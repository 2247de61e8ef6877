import type { Entity } from '../model/entity';
import type { Evidence } from './changes';
import type { LearningState, NameRecord, TopicRecord } from './learning-state';
import { nameOf } from './name-of';

export interface LearnedEntity {
  readonly entity: Entity;
  readonly evidence: Evidence;
}

/** All that was learned and is still remembered, with the evidence there is by now, in the order of first sight. */
export function* learnedEntities(state: LearningState): Generator<LearnedEntity> {
  for (const record of state.names.values()) {
    const { entity: id, kind, aliases = [], alone } = record;
    if (id === undefined) continue;
    yield { entity: { id, name: nameOf(record), kind, aliases: [...aliases] }, evidence: evidenceOf(state, record, alone) };
  }
  for (const [key, record] of state.topics) {
    const { entity: id, articles } = record;
    if (id === undefined) continue;
    yield { entity: { id, name: key, kind: 'topic', aliases: [] }, evidence: evidenceOf(state, record, articles) };
  }
}

function evidenceOf(state: LearningState, { outlets, examples }: NameRecord | TopicRecord, articles: number): Evidence {
  return { articles, outlets: outlets.map((outlet) => state.outlets[outlet] ?? ''), examples };
}
