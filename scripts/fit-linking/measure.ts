import { weigh } from '../../lib/linking/weigh';
import type { Example } from './examples';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** As the referee counts, before a name is given one sense in its document. `gold` is how many mentions there are. */
export function score(examples: readonly Example[], gold: number, best: (example: Example) => number): Score {
  let right = 0;
  let wrong = 0;
  for (const example of examples) {
    const chosen = best(example);
    if (chosen < 0 || example.isIgnored) continue;
    if (chosen === example.right) right++;
    else wrong++;
  }
  return {
    precision: (100 * right) / Math.max(1, right + wrong),
    recall: (100 * right) / gold,
    f1: (200 * right) / (right + wrong + gold),
  };
}

/** The likeliest candidate where it reaches the threshold, else -1. */
export function likeliest(weights: Float64Array, threshold: number): (example: Example) => number {
  return ({ features }) => {
    const chances = weigh(features, weights);
    const best = chances.indexOf(Math.max(...chances));
    return (chances[best] ?? 0) >= threshold ? best : -1;
  };
}

/** Of the places whose best candidate has a confidence in each range, how many there are and what share is right. */
export function calibration(examples: readonly Example[], weights: Float64Array): { from: number; to: number; places: number; right: number }[] {
  const bounds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
  return bounds.slice(0, -1).map((from, i) => {
    const to = bounds[i + 1] ?? 1.01;
    let places = 0;
    let right = 0;
    for (const example of examples) {
      if (example.isIgnored) continue;
      const chances = weigh(example.features, weights);
      const most = Math.max(...chances);
      if (most < from || most >= to) continue;
      places++;
      if (chances.indexOf(most) === example.right) right++;
    }
    return { from, to, places, right: right / Math.max(1, places) };
  });
}
