import type { Entity } from '../../lib/model/entity';
import { normaliseName } from '../../lib/text/normalise';
import type { FitDocument } from './examples';
import { spanKey } from './gold';
import { markDocument, type Judge } from './measure';

/** What went wrong at a place, in the order in which it is asked. */
export type Mistake =
  | 'missed: marked with other bounds'
  | 'missed: judged none'
  | 'missed: the right one was no candidate'
  | 'missed: written small'
  | 'missed: not written as the pack has it'
  | 'another entity: of the same name'
  | 'another entity: of another name'
  | 'marked: other bounds than gold'
  | 'marked: gold knows none';

/** How often each kind of mistake happens. A wrong entity is one mistake here; the referee counts it as wrong and as missed. */
export function countMistakes(documents: readonly FitDocument[], judge: Judge): Map<Mistake, number> {
  const counts = new Map<Mistake, number>();
  for (const document of documents) for (const mistake of mistakesIn(document, judge)) counts.set(mistake, (counts.get(mistake) ?? 0) + 1);
  return counts;
}

function* mistakesIn(document: FitDocument, judge: Judge): Generator<Mistake> {
  const { gold, offsets } = document;
  const byId = new Map([...judge.entities.values()].map((entity) => [entity.id, entity]));
  const marked = new Map<string, Entity | undefined>();
  const places: (readonly [number, number])[] = [];
  for (const { mention, isRight } of markDocument(document, judge)) {
    const start = (offsets[mention.block] ?? 0) + mention.start;
    const end = (offsets[mention.block] ?? 0) + mention.end;
    marked.set(spanKey(gold.text, start, end), judge.entities.get(mention.entity));
    places.push([start, end]);
    if (isRight === false && !gold.entities.has(spanKey(gold.text, start, end))) {
      yield [...gold.entities.keys()].some((key) => overlap(bounds(key), [start, end])) ? 'marked: other bounds than gold' : 'marked: gold knows none';
    }
  }
  for (const [key, id] of gold.entities) {
    const found = marked.get(key);
    if (found?.id === id) continue;
    if (found !== undefined) {
      yield normaliseName(found.name) === normaliseName(byId.get(id)?.name ?? '') ? 'another entity: of the same name' : 'another entity: of another name';
    } else yield missed(document, judge, { key, id, places });
  }
}

interface Missed {
  readonly key: string;
  readonly id: string;
  readonly places: readonly (readonly [number, number])[];
}

function missed({ gold, clues, offsets }: FitDocument, { entities }: Judge, { key, id, places }: Missed): Mistake {
  const [from, to] = bounds(key);
  if (places.some((place) => overlap(place, [from, to]))) return 'missed: marked with other bounds';
  const there = clues.filter(({ span }) => overlap([(offsets[span.block] ?? 0) + span.start, (offsets[span.block] ?? 0) + span.end], [from, to]));
  if (there.some(({ span }) => span.candidates.some(({ entity }) => entities.get(entity)?.id === id))) return 'missed: judged none';
  if (there.length > 0) return 'missed: the right one was no candidate';
  return /\p{Lu}/u.test(gold.text.slice(from, to)) ? 'missed: not written as the pack has it' : 'missed: written small';
}

function bounds(key: string): readonly [number, number] {
  const [from = 0, to = 0] = key.split('-').map(Number);
  return [from, to];
}

function overlap([from, to]: readonly [number, number], [start, end]: readonly [number, number]): boolean {
  return from < end && start < to;
}
