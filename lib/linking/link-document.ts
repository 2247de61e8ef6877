import type { Matches } from '../gazetteer/match';
import type { Correction } from '../model/correction';
import type { CandidateFacts } from './candidate-facts';
import { chooseMentions, type LinkedMention } from './choose-mentions';
import { correctionsFor, type NameCorrections } from './corrections';
import type { CoverageEvidence } from './coverage-evidence';
import { judgeSpans, type Judgement } from './judge-spans';
import { readDocument, type DocumentReading } from './read-document';
import { findSpans } from './find-spans';
import weightsFile from './weights.json';

export interface LinkInput {
  /** Blocks of visible text, in reading order. A name never spans two of them. */
  readonly blocks: readonly string[];
  /** What `readDocument` makes of the blocks, where somebody had the time to make it before. */
  readonly reading?: DocumentReading;
  /** What the gazetteer spotted in each block. */
  readonly matches: readonly Matches[];
  /** Facts of every candidate, and of the entities that corrections name. A candidate without facts is passed over. */
  readonly entities: CandidateFacts;
  /** What the reader said; always wins. */
  readonly corrections?: readonly Correction[];
  /** Where the document stands, for corrections that hold on one page alone. */
  readonly url?: string;
  readonly coverage?: CoverageEvidence;
  /** Entities that the reader follows: their single common words are marked too. */
  readonly followed?: ReadonlySet<number>;
}

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
  const { entities } = input;
  const corrections = correctionsFor(input);
  const { reading = readDocument(input.blocks) } = input;
  const judgements = judged(input, { reading, corrections });
  return { judgements, mentions: chooseMentions({ reading, entities, judgements, corrections, threshold: weightsFile.threshold }) };
}

/** Every place that may be a mention, with the chances of all its candidates, before any is left out. */
export function judgeDocument(input: LinkInput, weights?: Float64Array): Judgement[] {
  return judged(input, { reading: input.reading ?? readDocument(input.blocks), corrections: correctionsFor(input), weights });
}

interface Prepared {
  readonly reading: DocumentReading;
  readonly corrections: NameCorrections;
  readonly weights?: Float64Array;
}

function judged({ matches, entities, coverage, followed }: LinkInput, { reading, corrections, weights }: Prepared): Judgement[] {
  const spans = findSpans({ reading, matches, entities, followed, corrections });
  return judgeSpans({ reading, spans, coverage, followed }, weights);
}
