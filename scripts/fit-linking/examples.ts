import type { CoverageEvidence } from '../../lib/linking/coverage-evidence';
import { candidateFeatures } from '../../lib/linking/features';
import { chancesOf, companyOf } from '../../lib/linking/judge-spans';
import { readDocument } from '../../lib/linking/read-document';
import { findSpans } from '../../lib/linking/spans';
import type { Knowledge } from '../link/knowledge';
import { splitBlocks } from '../link/split-blocks';
import { halfOf, spanKey, type GoldDocument } from './gold';

/** One place that the linker judges. */
export interface Example {
  readonly half: 0 | 1;
  readonly features: readonly Float64Array[];
  /** Index of the right candidate, or -1 where none is. */
  readonly right: number;
  /** The same for learning: a title that gold takes into a name ("Mr Shorten") does not make the name behind it wrong. */
  readonly learn: number;
  /** Gold has this span, though its entity may not be among the candidates. */
  readonly isGold: boolean;
  readonly isIgnored: boolean;
}

export interface ExampleInput {
  readonly knowledge: Knowledge;
  readonly documents: readonly GoldDocument[];
  readonly coverage?: CoverageEvidence;
  /** With which those are found that the document most likely mentions. */
  readonly weights: Float64Array;
}

const titles = /(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Prof|Professor|King|Queen|Prince|Princess|Justice|Judge|Sir|Lord|Lady|Brigadier|Captain|Colonel|Major|General|Admiral|Bishop|Pope|[Tt]he)\.? $/;

export function gatherExamples({ knowledge, documents, coverage, weights }: ExampleInput): Example[] {
  return documents.flatMap((document) => {
    const { blocks, offsets } = splitBlocks(document.text);
    const { entities } = knowledge;
    const reading = readDocument(blocks);
    const spans = findSpans({ reading, matches: blocks.map((block) => knowledge.spot(block)), entities });
    const plain = { reading, spans, entities, coverage };
    const input = coverage === undefined ? plain : { ...plain, company: companyOf(chancesOf(plain, weights)) };
    return spans.spans.flatMap((span) => {
      const start = (offsets[span.block] ?? 0) + span.start;
      const end = (offsets[span.block] ?? 0) + span.end;
      if (start < document.from || end > document.to) return [];
      const key = spanKey(document.text, start, end);
      const gold = document.entities.get(key);
      const title = titles.exec(document.text.slice(0, start))?.[0] ?? '';
      const titled = document.entities.get(spanKey(document.text, start - title.length, end));
      const indexOf = (id: string | undefined) => span.candidates.findIndex(({ entity }) => id !== undefined && entities.get(entity)?.id === id);
      return {
        half: halfOf(document.id),
        features: candidateFeatures(input, span),
        right: indexOf(gold),
        learn: indexOf(gold ?? titled),
        isGold: gold !== undefined,
        isIgnored: gold === undefined && document.ignored.has(key),
      };
    });
  });
}
