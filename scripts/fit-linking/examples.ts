import { boundsOf } from '../../lib/linking/bounds';
import type { CoverageEvidence } from '../../lib/linking/coverage-evidence';
import type { Clues } from '../../lib/linking/feature-names';
import type { SpanClues } from '../../lib/linking/features';
import { cluesOf } from '../../lib/linking/judge-spans';
import { knowEntity } from '../../lib/linking/known-entity';
import { readDocument, type DocumentReading } from '../../lib/linking/read-document';
import { findSpans } from '../../lib/linking/find-spans';
import type { Knowledge } from '../link/knowledge';
import { splitBlocks } from '../link/split-blocks';
import { halfOf, spanKey, type GoldDocument } from './gold';

/** A gold document with the clues at each of its places. */
export interface FitDocument {
  readonly gold: GoldDocument;
  readonly half: 0 | 1;
  readonly reading: DocumentReading;
  /** Where each block begins in the document's text. */
  readonly offsets: readonly number[];
  readonly clues: readonly SpanClues[];
  readonly examples: readonly Example[];
}

/** One place in the judged part of a document, to learn from. */
export interface Example {
  readonly features: readonly Clues[];
  /**
   * Index of the right candidate, or -1 where none is. A title that gold takes into a name ("Mr Shorten") does not make the
   * name behind it wrong.
   */
  readonly right: number;
  readonly isIgnored: boolean;
}

export interface ExampleInput {
  readonly knowledge: Knowledge;
  readonly documents: readonly GoldDocument[];
  readonly coverage?: CoverageEvidence;
  /** With which those are found that a document of this half most likely mentions: weights that have not seen it. */
  readonly weightsFor: (half: 0 | 1) => Float64Array;
}

const titles = /(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Prof|Professor|King|Queen|Prince|Princess|Justice|Judge|Sir|Lord|Lady|Brigadier|Captain|Colonel|Major|General|Admiral|Bishop|Pope|[Tt]he)\.? $/;

export function gatherExamples({ knowledge: { entities, spot }, documents, coverage, weightsFor }: ExampleInput): FitDocument[] {
  return documents.map((gold) => {
    const { blocks, offsets } = splitBlocks(gold.text);
    const reading = readDocument(blocks);
    const spans = findSpans({ reading, matches: blocks.map((block) => spot(block)), entities });
    const half = halfOf(gold.id);
    const clues = cluesOf({ reading, spans, coverage }, weightsFor(half));
    const examples = clues.flatMap(({ span, features }) => {
      const offset = offsets[span.block] ?? 0;
      const block = reading.blocks[span.block];
      if (block === undefined || offset + span.start < gold.from || offset + span.end > gold.to) return [];
      const title = titles.exec(gold.text.slice(0, offset + span.start))?.[0] ?? '';
      const keys = span.candidates.map(({ entity }) => {
        const facts = entities.get(entity);
        const { start, end } = facts === undefined ? span : boundsOf(block, span, knowEntity(facts));
        return [spanKey(gold.text, offset + start, offset + end), spanKey(gold.text, offset + span.start - title.length, offset + end)];
      });
      const isRight = (candidate: number): boolean => {
        const id = entities.get(span.candidates[candidate]?.entity ?? -1)?.id;
        return (keys[candidate] ?? []).some((key) => id !== undefined && gold.entities.get(key) === id);
      };
      const right = keys.findIndex((_, candidate) => isRight(candidate));
      const isGold = keys.flat().some((key) => gold.entities.has(key));
      // Where gold has somebody who is no candidate, "none" is not what is to be learned.
      return { features, right, isIgnored: right < 0 && (isGold || keys.some(([key = '']) => gold.ignored.has(key))) };
    });
    return { gold, half, reading, offsets, clues, examples };
  });
}
