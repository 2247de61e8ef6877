import type { Match } from '../gazetteer/match';
import type { Correction } from '../model/correction';
import type { Entity } from '../model/entity';
import { normaliseName } from '../text/normalise';
import { correctionsFor, type NameCorrections } from './corrections';
import type { CoverageEvidence } from './coverage-evidence';
import { judgeSpans, type Judgement } from './judge-spans';
import { readDocument } from './read-document';
import { findSpans, type Span } from './spans';
import weightsFile from './weights.json';

export interface LinkInput {
  /** Blocks of visible text, in reading order. A name never spans two of them. */
  readonly blocks: readonly string[];
  /** What the gazetteer spotted in each block. */
  readonly matches: readonly (readonly Match[])[];
  /** Facts of every candidate, and of the entities that corrections name. A candidate without facts is passed over. */
  readonly entities: ReadonlyMap<number, Entity>;
  /** What the reader said; always wins. */
  readonly corrections?: readonly Correction[];
  /** Where the document stands, for corrections that hold on one page alone. */
  readonly url?: string;
  readonly coverage?: CoverageEvidence;
  /** Entities that the reader follows: their single common words are marked too. */
  readonly followed?: ReadonlySet<number>;
}

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

const mostRunnersUp = 3;

/**
 * Which entity each spotted name means, in the light of the whole document; names that more likely mean none are left
 * out. Time grows with the text's length and the number of candidates.
 */
export function linkDocument(input: LinkInput): LinkedMention[] {
  return linkAndJudge(input).mentions;
}

export interface LinkedDocument {
  readonly mentions: LinkedMention[];
  /** As `judgeDocument` gives them, for `articleEvidence`. */
  readonly judgements: readonly Judgement[];
}

/** Both the mentions and what they were chosen from, for whoever learns from what it links. */
export function linkAndJudge(input: LinkInput): LinkedDocument {
  const corrections = correctionsFor(input);
  const judgements = judged(input, corrections);
  return { judgements, mentions: judgements.flatMap((judgement) => mentionOf(input, judgement, corrections) ?? []) };
}

/** Every place that may be a mention, with the chances of all its candidates, before any is left out. */
export function judgeDocument(input: LinkInput): Judgement[] {
  return judged(input, correctionsFor(input));
}

function judged(input: LinkInput, corrections: NameCorrections): Judgement[] {
  const reading = readDocument(input.blocks);
  const spans = findSpans({ ...input, reading, corrections });
  return judgeSpans({ reading, spans, entities: input.entities, coverage: input.coverage, followed: input.followed });
}

function mentionOf(input: LinkInput, { span, candidates }: Judgement, corrections: NameCorrections): LinkedMention | undefined {
  const placeOf = (entity: number) => ({ block: span.block, start: startOf(input, span, entity), end: span.end });
  const correction = corrections.get(span.key);
  const allowed = candidates.filter(({ entity }) => correction?.not.has(entity) !== true);
  if (correction?.is !== undefined) {
    const { is } = correction;
    const runnersUp = allowed.filter(({ entity }) => entity !== is).slice(0, mostRunnersUp);
    return { ...placeOf(is), entity: is, confidence: 1, runnersUp };
  }
  const [best, ...runnersUp] = allowed;
  if (best === undefined || best.confidence < weightsFile.threshold) return undefined;
  return { ...placeOf(best.entity), ...best, runnersUp: runnersUp.slice(0, mostRunnersUp) };
}

/** With the article before it where that belongs to the name: "The Times", but not "The Pentagon" as a sentence begins. */
function startOf({ blocks, entities }: LinkInput, span: Span, entity: number): number {
  const facts = entities.get(entity);
  const before = blocks[span.block]?.slice(0, span.start) ?? '';
  if (facts === undefined || !before.endsWith('The ')) return span.start;
  const withArticle = (name: string): boolean => name.startsWith('The ') && normaliseName(name) === `the ${span.key}`;
  const isInside = /[\p{L}\p{N},] The $/u.test(before);
  const belongs = withArticle(facts.name) || (isInside && facts.aliases.some(withArticle));
  return belongs ? span.start - 'The '.length : span.start;
}
