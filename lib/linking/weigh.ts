import { featureNames, type Clues, type FeatureName } from './feature-names';

export type Weights = Readonly<Partial<Record<FeatureName, number>>>;

/** Probabilities of the candidates; what is missing to 1 is that of "none of them". */
export function weigh(features: readonly Clues[], weights: Float64Array): number[] {
  return chancesFrom(scoresOf(features, weights));
}

/** How much speaks for each candidate, to which clues can be added that are found later. */
export function scoresOf(features: readonly Clues[], weights: Float64Array): number[] {
  const scores: number[] = [];
  for (const values of features) scores.push(scoreOf(values, weights));
  return scores;
}

export function chancesFrom(scores: readonly number[]): number[] {
  const chances: number[] = [];
  let most = 0;
  for (const score of scores) {
    chances.push(score);
    most = Math.max(most, score);
  }
  let total = Math.exp(-most);
  for (let i = 0; i < chances.length; i++) total += chances[i] = Math.exp((chances[i] ?? 0) - most);
  for (let i = 0; i < chances.length; i++) chances[i] = (chances[i] ?? 0) / total;
  return chances;
}

function scoreOf(values: Clues, weights: Float64Array): number {
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
