import { Togetherness } from './coverage-features';
import type { CoverageEvidence } from './coverage-evidence';
import { spanClues, type FeatureInput, type SpanClues } from './features';
import { featureIndex } from './feature-names';
import type { DocumentSpans } from './find-spans';
import { Kinship, type Company } from './kin';
import { nobody } from './namesakes';
import type { Span } from './span';
import { DocumentSuspects } from './suspects';
import { Twins } from './twins';
import { chancesFrom, scoresOf, weightVector } from './weigh';
import weightsFile from './weights.json';

export interface Judgement {
  readonly span: Span;
  /** Best first. What is missing to 1 is the probability that it is none of them. */
  readonly candidates: readonly { readonly entity: number; readonly confidence: number }[];
}

export interface JudgeInput extends FeatureInput {
  readonly spans: DocumentSpans;
}

/** Fitted by scripts/fit-linking.ts. */
const fittedWeights = weightVector(weightsFile.weights);

/** The probability of each candidate at each span; a name means the same throughout a document. */
export function judgeSpans(input: JudgeInput, weights = fittedWeights): Judgement[] {
  const twins = new Twins();
  return bySense(chancesIn(scoredClues(input, weights, twins), twins));
}

/** In two steps: the first says whom the document most likely mentions, by which the clues of company are found. */
export function cluesOf(input: JudgeInput, weights = fittedWeights): SpanClues[] {
  return scoredClues(input, weights, new Twins());
}

/** With how much the clues together say for each candidate. */
interface ScoredClues extends SpanClues {
  readonly scores: number[];
}

function scoredClues({ spans, ...input }: JudgeInput, weights: Float64Array, twins: Twins): ScoredClues[] {
  const suspects = new DocumentSuspects(input.reading, spans);
  const clues: ScoredClues[] = [];
  for (const span of spans.spans) {
    const { features, holder } = spanClues(input, span, suspects.of(span));
    clues.push({ span, features, holder, scores: scoresOf(features, weights) });
  }
  addCompany(clues, { company: companyOf(chancesIn(clues, twins)), coverage: input.coverage, weights });
  return clues;
}

interface CompanyInput {
  readonly company: Company;
  readonly coverage: CoverageEvidence | undefined;
  readonly weights: Float64Array;
}

/** All other clues stay as they are, and so does what they count: to gather or to add them again would cost as much as the first time. */
function addCompany(clues: readonly ScoredClues[], { company, coverage, weights }: CompanyInput): void {
  const kinship = new Kinship(clues, company);
  const together = coverage && new Togetherness(coverage, company);
  const [kinWeight = 0, togetherWeight = 0] = [weights[featureIndex.kin], weights[featureIndex.together]];
  for (const { span, features, scores } of clues) {
    const kin = kinship.of(span);
    for (let i = 0; i < features.length; i++) {
      const values = features[i];
      if (values === undefined) continue;
      const akin = (values[featureIndex.kin] = kin[i] ?? 0);
      const reported = (values[featureIndex.together] = together?.of(span.candidates[i]?.entity ?? -1) ?? 0);
      scores[i] = (scores[i] ?? 0) + akin * kinWeight + reported * togetherWeight;
    }
  }
}

export interface Chances extends Pick<SpanClues, 'span' | 'holder'> {
  readonly chances: readonly number[];
}

export function chancesOf(clues: readonly SpanClues[], weights: Float64Array): Chances[] {
  return chancesIn(clues.map(({ span, features, holder }) => ({ span, features, holder, scores: scoresOf(features, weights) })), new Twins());
}

function chancesIn(clues: readonly ScoredClues[], twins: Twins): Chances[] {
  const all: Chances[] = [];
  for (const { span, holder, scores } of clues) all.push({ span, holder, chances: withTwins(twins.of(span.candidates), chancesFrom(scores)) });
  return all;
}

/** What entries of one and the same thing share counts for the best known of them, who comes before them. */
function withTwins(standing: readonly number[], chances: readonly number[]): readonly number[] {
  if (standing.length === 0) return chances;
  const shared: number[] = [];
  for (let i = 0; i < chances.length; i++) {
    let chance = chances[i] ?? 0;
    for (let j = 0; j < standing.length; j++) if (j !== i && standing[j] === i) chance += chances[j] ?? 0;
    shared.push(chance);
  }
  return shared;
}

/** Entities more likely mentioned than not, whatever place is the likeliest. */
function companyOf(judged: readonly Chances[]): Company {
  const company = new Map<number, number>();
  for (const { span, chances } of judged) {
    for (let i = 0; i < chances.length; i++) {
      const chance = chances[i] ?? 0;
      const entity = span.candidates[i]?.entity ?? -1;
      if (chance > 0.5 && chance > (company.get(entity) ?? 0)) company.set(entity, chance);
    }
  }
  return company;
}

/** From here on a place is believed against the rest of the document: "Attorney General Sessions" beside Rep. Sessions. */
const sureHere = 0.8;

/** Puts first whom a name means in the whole document, unless a place says surely that it is somebody else there. */
export function bySense(judged: readonly Chances[]): Judgement[] {
  const senses = sensesByName(judged);
  const judgements: Judgement[] = [];
  for (const { span, chances, holder } of judged) {
    const candidates: { entity: number; confidence: number }[] = [];
    for (let i = 0; i < chances.length; i++) candidates.push({ entity: span.candidates[i]?.entity ?? -1, confidence: chances[i] ?? 0 });
    candidates.sort((a, b) => b.confidence - a.confidence);
    const sense = senses.get(nameOf({ span, holder }));
    if ((candidates[0]?.confidence ?? 0) < sureHere) candidates.sort((a, b) => Number(b.entity === sense) - Number(a.entity === sense));
    judgements.push({ span, candidates });
  }
  return judgements;
}

/** The entity that each name means, all its places in the document taken together. */
function sensesByName(judged: readonly Chances[]): Map<string, number> {
  const sums = new Map<string, Map<number, number>>();
  for (const { span, chances, holder } of judged) {
    const name = nameOf({ span, holder });
    const sum = sums.get(name) ?? new Map<number, number>();
    sums.set(name, sum);
    for (let i = 0; i < chances.length; i++) {
      const entity = span.candidates[i]?.entity ?? -1;
      sum.set(entity, (sum.get(entity) ?? 0) + (chances[i] ?? 0));
    }
  }
  const senses = new Map<string, number>();
  for (const [key, sum] of sums) {
    let best = -1;
    for (const [entity, chance] of sum) {
      if (chance <= best) continue;
      best = chance;
      senses.set(key, entity);
    }
  }
  return senses;
}

/** Where the document names several people in full, the surname of each of them is a name of its own. */
function nameOf({ span, holder }: Pick<Chances, 'span' | 'holder'>): string {
  return holder === nobody ? span.key : `${span.key} ${String(holder)}`;
}
