import type { LearningChange } from './changes';
import { learnedId } from './learned-id';
import { promoteTopic } from './promote';
import type { Tallies } from './tallies';

/** What follows for a topic that an article has just had. */
export function proposeTopic(key: string, tallies: Tallies, isKnown: (name: string) => boolean): LearningChange[] {
  const record = tallies.topics.get(key);
  if (record === undefined || record.entity !== undefined || record.known === true) return [];
  // "Health Care" was learned with capitals.
  if (tallies.names.get(key)?.entity !== undefined) return [];
  if (!promoteTopic(key, record, tallies)) return [];
  if (isKnown(key)) {
    tallies.topics.set(key, { ...record, known: true });
    return [];
  }
  const id = learnedId(key);
  tallies.topics.set(key, { ...record, entity: id });
  const { articles, outlets, examples } = record;
  return [{ change: 'entity-learned', entity: { id, name: key, kind: 'topic', aliases: [] }, evidence: { articles, outlets: tallies.outletNames(outlets), examples } }];
}
