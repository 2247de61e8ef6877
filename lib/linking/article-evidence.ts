import type { ArticleEvidence } from './coverage-evidence';
import type { Judgement } from './judge-spans';

/** From this confidence on, a link is evidence for others: below it, an error would confirm itself. */
const sure = 0.8;
/** Pairs grow with the square; a list of hundreds of names says nothing of who belongs together. */
const mostEntities = 60;

/**
 * What a judged article adds to what names mean and who is reported together. A name also means whom the article surely
 * names otherwise: "GOP" is as good as explained in an article about the Republican Party.
 */
export function articleEvidence(judgements: readonly Judgement[]): ArticleEvidence {
  const sureNames = new Map<number, Set<string>>();
  for (const { span, candidates } of judgements) {
    const best = candidates[0];
    if (best === undefined || best.confidence < sure) continue;
    const keys = sureNames.get(best.entity) ?? new Set<string>();
    sureNames.set(best.entity, keys.add(span.key));
  }
  const names = new Map<string, number[]>();
  for (const { span, candidates } of judgements) {
    const meanings = names.get(span.key) ?? [];
    names.set(span.key, meanings);
    for (const { entity } of candidates) if (sureNames.has(entity) && !meanings.includes(entity)) meanings.push(entity);
  }
  return { names, entities: [...sureNames.keys()].slice(0, mostEntities) };
}
