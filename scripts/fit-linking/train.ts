import { weigh } from '../../lib/linking/weigh';
import type { Example } from './examples';

/** How strongly weights are drawn to zero: fewer than 400 right links are all there is to learn from. */
const ridge = 0.25;
const rounds = 400;
const stepSize = 0.05;

/**
 * Weights under which the right answer of each place, "none" included, is the most likely: multinomial logistic
 * regression with a ridge, by Adam (Kingma and Ba, 2015) over all examples at once, which makes it repeatable.
 * @param allowed clues that may have a weight; the others stay at zero
 */
export function train(examples: readonly Example[], allowed: readonly boolean[]): Float64Array {
  const learnable = examples.filter(({ isIgnored }) => !isIgnored);
  const weights = new Float64Array(allowed.length);
  const mean = new Float64Array(allowed.length);
  const variance = new Float64Array(allowed.length);
  for (let round = 1; round <= rounds; round++) {
    const slope = slopeAt(learnable, weights);
    for (const [i, isAllowed] of allowed.entries()) {
      if (!isAllowed) continue;
      const value = (slope[i] ?? 0) + ridge * (weights[i] ?? 0);
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * value;
      variance[i] = 0.999 * (variance[i] ?? 0) + 0.001 * value * value;
      const step = mean[i] / (1 - 0.9 ** round) / (Math.sqrt(variance[i] / (1 - 0.999 ** round)) + 1e-8);
      weights[i] = (weights[i] ?? 0) - stepSize * step;
    }
  }
  return weights;
}

function slopeAt(examples: readonly Example[], weights: Float64Array): Float64Array {
  const slope = new Float64Array(weights.length);
  for (const { features, right } of examples) {
    for (const [candidate, chance] of weigh(features, weights).entries()) {
      const miss = chance - (candidate === right ? 1 : 0);
      const values = features[candidate];
      if (values === undefined || Math.abs(miss) < 1e-6) continue;
      for (let i = 0; i < slope.length; i++) slope[i] = (slope[i] ?? 0) + miss * (values[i] ?? 0);
    }
  }
  return slope;
}
