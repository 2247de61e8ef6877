import { allowedAfter, steps } from './steps';
import type { FitDocument } from './examples';
import { count, sumOf, type Counts, type Judge } from './measure';
import { train } from './train';

const folds = 5;
const draws = 4;

/**
 * Cross-validation by document: each fifth is judged with weights that the other four made, four times with other fifths.
 * The lists are the same documents in the same order; what is learned from all is judged on the first.
 */
export function crossValidate(lists: readonly (readonly FitDocument[])[], judge: Omit<Judge, 'weights'>): Counts {
  const [judged = []] = lists;
  const counts: Counts[] = [];
  for (let draw = 1; draw <= draws; draw++) {
    const foldOf = shuffledFolds(judged.length, draw);
    for (let fold = 0; fold < folds; fold++) {
      const learned = lists.flatMap((list) => list.filter((_, i) => foldOf[i] !== fold)).flatMap(({ examples }) => examples);
      const weights = train(learned, allowedAfter(steps.length));
      counts.push(count(judged.filter((_, i) => foldOf[i] === fold), { ...judge, weights }));
    }
  }
  return sumOf(counts);
}

/** Folds of about the same size, the same for the same draw (mulberry32, Fisher–Yates). */
function shuffledFolds(size: number, draw: number): number[] {
  const foldOf = Array.from({ length: size }, (_, i) => i % folds);
  let seed = draw;
  for (let i = size - 1; i > 0; i--) {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (i + 1);
    [foldOf[i], foldOf[other]] = [foldOf[other] ?? 0, foldOf[i] ?? 0];
  }
  return foldOf;
}
