import type { ArticleName } from './article-names';
import type { ArticleTopic } from './article-topics';
import { articleBit, cueKinds } from './kind-cues';
import { kept, type NameRecord, type Tally, type TopicRecord } from './learning-state';

/** Which article it is: how many there were, its id, its outlet's number. */
export interface Arrival {
  readonly tick: number;
  readonly id: string;
  readonly outlet: number;
}

const freshName: NameRecord = {
  last: 0, articles: 0, titles: 0, outlets: [], examples: [], written: [], alone: 0, inside: 0, firm: 0, roles: 0,
  cues: cueKinds.map(() => 0), the: 0, shortFor: [], acronyms: [], parts: [],
};

const freshTopic: TopicRecord = { last: 0, articles: 0, titles: 0, outlets: [], examples: [], repeated: 0, free: 0 };

/** The record with one article more. */
export function countName(record: NameRecord | undefined, name: ArticleName, arrival: Arrival): NameRecord {
  const so = record ?? freshName;
  const isAlone = !name.inside && !isShort(name);
  return {
    ...so,
    last: arrival.tick,
    articles: so.articles + 1,
    titles: so.titles + (name.inTitle ? 1 : 0),
    outlets: isAlone ? withOutlet(so.outlets, arrival.outlet) : so.outlets,
    examples: isAlone ? withExample(so, name, arrival) : so.examples,
    written: tally(so.written, name.written, kept.written),
    alone: so.alone + (isAlone ? 1 : 0),
    inside: so.inside + (name.inside ? 1 : 0),
    firm: so.firm + (name.firm ? 1 : 0),
    roles: so.roles + (name.role ? 1 : 0),
    cues: so.cues.map((count, kind) => count + ((name.cues >> kind) & 1)),
    the: so.the + (name.cues & articleBit ? 1 : 0),
    shortFor: isShort(name) && name.shortFor.length === 1 ? tally(so.shortFor, name.shortFor[0] ?? '', kept.shortFor) : so.shortFor,
    acronyms: name.acronym === undefined ? so.acronyms : tally(so.acronyms, name.acronym, kept.written),
    parts: so.parts.length > 0 ? so.parts : (name.parts ?? []),
  };
}

export function countTopic(record: TopicRecord | undefined, topic: ArticleTopic, arrival: Arrival): TopicRecord {
  const so = record ?? freshTopic;
  return {
    ...so,
    last: arrival.tick,
    articles: so.articles + 1,
    titles: so.titles + (topic.inTitle ? 1 : 0),
    outlets: withOutlet(so.outlets, arrival.outlet),
    examples: withExample(so, topic, arrival),
    repeated: so.repeated + (topic.mentions > 1 ? 1 : 0),
    free: so.free + (topic.free ? 1 : 0),
  };
}

/** A single word, or a surname of two, that may stand for a longer name of the article. */
function isShort({ shortFor, key }: ArticleName): boolean {
  return shortFor.some((full) => !key.includes(' ') || full.endsWith(` ${key}`));
}

function withOutlet(outlets: readonly number[], outlet: number): readonly number[] {
  return outlets.length >= kept.outlets || outlets.includes(outlet) ? outlets : [...outlets, outlet];
}

/** Examples are of different outlets, as long as there are enough of them. */
function withExample(so: NameRecord | TopicRecord, found: ArticleName | ArticleTopic, { id }: Arrival): NameRecord['examples'] {
  return so.examples.length >= kept.examples ? so.examples : [...so.examples, { article: id, ...found.example }];
}

/** Counts one; of more different keys than `most`, the one counted last among the rarest goes. */
function tally(counts: Tally, key: string, most: number): Tally {
  const at = counts.findIndex(([known]) => known === key);
  if (at >= 0) return counts.map((entry, index) => (index === at ? [key, entry[1] + 1] : entry));
  if (counts.length < most) return [...counts, [key, 1]];
  const rarest = counts.reduce((low, entry) => (entry[1] <= low[1] ? entry : low));
  return rarest[1] > 1 ? counts : counts.map((entry) => (entry === rarest ? [key, 1] : entry));
}
