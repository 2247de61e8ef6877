import type { ArticleEvidence } from './coverage-evidence';
import type { Judgement } from './judge-spans';

/** From this confidence on, a link is evidence for others: below it, an error would confirm itself. */
const sure = 0.8;
/** Pairs grow with the square; a list of hundreds of names says nothing of who belongs together. */
const mostEntities = 60;

/** What a judged article adds to what names mean and who is reported together. */
export function articleEvidence(judgements: readonly Judgement[]): ArticleEvidence {
  const names = new Map<string, number[]>();
  const entities = new Set<number>();
  for (const { span, candidates } of judgements) {
    const meanings = names.get(span.key) ?? [];
    names.set(span.key, meanings);
    const best = candidates[0];
    if (best === undefined || best.confidence < sure) continue;
    if (!meanings.includes(best.entity)) meanings.push(best.entity);
    if (entities.size < mostEntities) entities.add(best.entity);
  }
  return { names, entities: [...entities] };
}
