import { chooseMentions, type LinkedMention } from '../../lib/linking/choose-mentions';
import { bySense, chancesOf } from '../../lib/linking/judge-spans';
import type { Entity } from '../../lib/model/entity';
import type { FitDocument } from './examples';
import { spanKey } from './gold';

export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly gold: number;
}

export interface Judge {
  readonly entities: ReadonlyMap<number, Entity>;
  readonly weights: Float64Array;
  readonly threshold: number;
}

/** What the linker marks in a document with these weights, and whether gold agrees, counted as the referee counts. */
export interface Marked {
  readonly mention: LinkedMention;
  /** Undefined where gold neither helps nor hurts. */
  readonly isRight: boolean | undefined;
}

export function markDocument({ gold, reading, offsets, clues }: FitDocument, { entities, weights, threshold }: Judge): Marked[] {
  const judgements = bySense(chancesOf(clues, weights));
  return chooseMentions({ reading, entities, judgements, corrections: new Map(), threshold }).flatMap((mention) => {
    const start = (offsets[mention.block] ?? 0) + mention.start;
    const end = (offsets[mention.block] ?? 0) + mention.end;
    if (start < gold.from || end > gold.to) return [];
    const key = spanKey(gold.text, start, end);
    const id = gold.entities.get(key);
    return { mention, isRight: id === undefined && gold.ignored.has(key) ? undefined : id === entities.get(mention.entity)?.id };
  });
}

export function count(documents: readonly FitDocument[], judge: Judge): Counts {
  let right = 0;
  let wrong = 0;
  let gold = 0;
  for (const document of documents) {
    gold += document.gold.entities.size;
    for (const { isRight } of markDocument(document, judge)) {
      if (isRight === true) right++;
      else if (isRight === false) wrong++;
    }
  }
  return { right, wrong, gold };
}

export function sumOf(counts: readonly Counts[]): Counts {
  return counts.reduce((sum, { right, wrong, gold }) => ({ right: sum.right + right, wrong: sum.wrong + wrong, gold: sum.gold + gold }), { right: 0, wrong: 0, gold: 0 });
}

/** Precision, recall and F1 in percent. */
export function scores({ right, wrong, gold }: Counts): readonly [number, number, number] {
  return [(100 * right) / Math.max(1, right + wrong), (100 * right) / Math.max(1, gold), (200 * right) / Math.max(1, right + wrong + gold)];
}

/** Of the places whose best candidate has a confidence in each range, how many there are and what share is right. */
export function calibration(documents: readonly FitDocument[], judge: Omit<Judge, 'threshold'>): { from: number; to: number; places: number; right: number }[] {
  const marked = documents.flatMap((document) => markDocument(document, { ...judge, threshold: 0.3 }));
  const bounds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
  return bounds.slice(0, -1).map((from, i) => {
    const to = bounds[i + 1] ?? 1.01;
    const within = marked.filter(({ mention: { confidence }, isRight }) => isRight !== undefined && confidence >= from && confidence < to);
    return { from, to, places: within.length, right: within.filter(({ isRight }) => isRight).length / Math.max(1, within.length) };
  });
}
