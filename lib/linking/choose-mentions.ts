import type { CandidateFacts } from './candidate-facts';
import { boundsOf } from './bounds';
import type { NameCorrections } from './corrections';
import type { Judgement } from './judge-spans';
import { knowEntity } from './known-entity';
import type { DocumentReading } from './read-document';

export interface LinkedCandidate {
  readonly entity: number;
  /** Between 0 and 1: about this share of the mentions with it are right. */
  readonly confidence: number;
}

/** Offsets are UTF-16, into the block; `end` is exclusive. */
export interface LinkedMention extends LinkedCandidate {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Whom else the name could mean, best first. */
  readonly runnersUp: readonly LinkedCandidate[];
}

export interface ChoiceInput {
  readonly reading: DocumentReading;
  readonly entities: CandidateFacts;
  readonly judgements: readonly Judgement[];
  readonly corrections: NameCorrections;
  /** Confidence from which on a name is marked. */
  readonly threshold: number;
}

const mostRunnersUp = 3;

/** The likeliest of each place where it is likely enough, or whom the reader said it is; no two overlap. */
export function chooseMentions(input: ChoiceInput): LinkedMention[] {
  const mentions: LinkedMention[] = [];
  for (const judgement of input.judgements) {
    const mention = mentionOf(input, judgement);
    const last = mentions.at(-1);
    if (mention === undefined || (last?.block === mention.block && mention.start < last.end)) continue;
    mentions.push(mention);
  }
  return mentions;
}

function mentionOf(input: ChoiceInput, { span, candidates }: Judgement): LinkedMention | undefined {
  const correction = input.corrections.get(span.key);
  const allowed = candidates.filter(({ entity }) => correction?.not.has(entity) !== true);
  const corrected = correction?.is;
  const best = corrected === undefined ? allowed[0] : { entity: corrected, confidence: 1 };
  const block = input.reading.blocks[span.block];
  const facts = best && input.entities.get(best.entity);
  if (best === undefined || block === undefined || facts === undefined || best.confidence < input.threshold) return undefined;
  const runnersUp = allowed.filter(({ entity }) => entity !== best.entity).slice(0, mostRunnersUp);
  const { start, end } = boundsOf(block, span, knowEntity(facts));
  return { block: span.block, start, end, entity: best.entity, confidence: best.confidence, runnersUp };
}
