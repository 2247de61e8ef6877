import { featureNames, type FeatureName } from './feature-names';

export type Weights = Readonly<Partial<Record<FeatureName, number>>>;

/** Probabilities of the candidates; what is missing to 1 is that of "none of them". */
export function weigh(features: readonly Float64Array[], weights: Float64Array): number[] {
  const scores = features.map((values) => scoreOf(values, weights));
  const most = Math.max(0, ...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const total = odds.reduce((sum, odd) => sum + odd, Math.exp(-most));
  return odds.map((odd) => odd / total);
}

function scoreOf(values: Float64Array, weights: Float64Array): number {
  let score = 0;
  for (let i = 0; i < weights.length; i++) {
    const value = values[i] ?? 0;
    // Two of three clues are silent.
    if (value !== 0) score += value * (weights[i] ?? 0);
  }
  return score;
}

export function weightVector(weights: Weights): Float64Array {
  return Float64Array.from(featureNames, (name) => weights[name] ?? 0);
}
