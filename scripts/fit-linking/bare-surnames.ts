import type { CoverageEvidence } from '../../lib/linking/coverage-evidence';
import { cluesOf } from '../../lib/linking/judge-spans';
import { readDocument } from '../../lib/linking/read-document';
import { findSpans, type DocumentSpans } from '../../lib/linking/find-spans';
import type { Knowledge } from '../link/knowledge';
import type { Example } from './examples';

/**
 * Surnames of an article from which the paragraphs with full names were taken away, with whom they meant while these were
 * there: somebody whom the article named in full, or none where it named somebody in full whom the pack does not have.
 */
export function bareSurnames(knowledge: Knowledge, blocks: readonly string[], coverage?: CoverageEvidence): Example[] {
  const whole = spansOf(knowledge, blocks);
  const named = new Set<number>();
  for (const { from, to, block, candidates } of whole.spans) {
    if (to - from > 1 && candidates.some(({ entity }) => whole.inFull.has(entity))) named.add(block);
  }
  const rest = blocks.filter((_, block) => !named.has(block));
  const reading = readDocument(rest);
  const spans = findSpans({ reading, matches: rest.map((block) => knowledge.spot(block)), entities: knowledge.entities });
  const meant = meaningsOf(knowledge, whole);
  return cluesOf({ reading, spans, coverage }).flatMap(({ span, features }) => {
    const entity = meant.get(span.key);
    if (span.to - span.from > 1 || !span.candidates.some(({ form }) => form === 'part')) return [];
    if (entity === undefined && !whole.claimed.has(span.key)) return [];
    const right = span.candidates.findIndex((candidate) => candidate.entity === entity);
    return entity !== undefined && right < 0 ? [] : [{ features, right, isIgnored: false }];
  });
}

function spansOf({ entities, spot }: Knowledge, blocks: readonly string[]): DocumentSpans {
  return findSpans({ reading: readDocument(blocks), matches: blocks.map((block) => spot(block)), entities });
}

/** Surnames that only one person named in full has. */
function meaningsOf({ entities }: Knowledge, { spans, inFull }: DocumentSpans): Map<string, number> {
  const meant = new Map<string, Set<number>>();
  for (const { from, to, key, candidates } of spans) {
    if (to - from > 1) continue;
    for (const { entity } of candidates) {
      if (inFull.has(entity) && entities.get(entity)?.kind === 'person') meant.set(key, (meant.get(key) ?? new Set()).add(entity));
    }
  }
  return new Map([...meant].flatMap(([key, people]) => (people.size === 1 ? [...people].map((entity): [string, number] => [key, entity]) : [])));
}
