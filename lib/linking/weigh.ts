import { featureNames, type FeatureName } from './feature-names';

export type Weights = Readonly<Partial<Record<FeatureName, number>>>;

/** Probabilities of the candidates; what is missing to 1 is that of "none of them". */
export function weigh(features: readonly Float64Array[], weights: Float64Array): number[] {
  const chances: number[] = [];
  let most = 0;
  for (const values of features) {
    const score = scoreOf(values, weights);
    chances.push(score);
    most = Math.max(most, score);
  }
  let total = Math.exp(-most);
  for (let i = 0; i < chances.length; i++) total += chances[i] = Math.exp((chances[i] ?? 0) - most);
  for (let i = 0; i < chances.length; i++) chances[i] = (chances[i] ?? 0) / total;
  return chances;
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
