import type { Article } from '../model/article';
import type { LearningChange } from './changes';
import type { LearningState } from './learning-state';
import { proposeName } from './propose-name';
import { proposeTopic } from './propose-topic';
import { Tallies } from './tallies';

export interface LearningPorts {
  /** Whether the knowledge base has this name or topic, however its letters are cased. */
  readonly isKnown: (name: string) => boolean;
}

export interface Learned {
  readonly state: LearningState;
  readonly changes: readonly LearningChange[];
}

/**
 * Learns names and topics from articles, one after the other: what is learned does not depend on how they were split
 * into batches. An article that was learned from before is passed over. The state that was given stays as it is; its
 * maps are copied once a call (milliseconds at their largest), everything else costs as much as the articles are long.
 */
export function learn(state: LearningState, articles: Iterable<Article>, { isKnown }: LearningPorts): Learned {
  const tallies = new Tallies(state);
  const changes: LearningChange[] = [];
  for (const article of articles) {
    const touched = tallies.add(article);
    if (touched === undefined) continue;
    for (const key of touched.names) changes.push(...proposeName(key, tallies, isKnown));
    for (const key of touched.topics) changes.push(...proposeTopic(key, tallies, isKnown));
    tallies.age();
  }
  return { state: tallies.state(), changes };
}
