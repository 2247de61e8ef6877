import { featureNames, type FeatureName } from './feature-names';

export type Weights = Readonly<Partial<Record<FeatureName, number>>>;

/** Probabilities of the candidates; what is missing to 1 is that of "none of them". */
export function weigh(features: readonly Float64Array[], weights: Float64Array): number[] {
  const scores = features.map((values) => {
    let score = 0;
    for (let i = 0; i < weights.length; i++) score += (values[i] ?? 0) * (weights[i] ?? 0);
    return score;
  });
  const most = Math.max(0, ...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const total = odds.reduce((sum, odd) => sum + odd, Math.exp(-most));
  return odds.map((odd) => odd / total);
}

export function weightVector(weights: Weights): Float64Array {
  return Float64Array.from(featureNames, (name) => weights[name] ?? 0);
}
