import type { Entity } from '../model/entity';
import type { SpanCandidate } from './span';

/**
 * For each candidate the one who stands for it: of the entries that a pack has of one and the same thing, the best known,
 * else itself. Chances that such entries share are all for the one.
 */
export function standIns(candidates: readonly SpanCandidate[]): readonly number[] {
  const before = known.get(candidates);
  if (before !== undefined) return before;
  const found = candidates.map(({ known: { facts } }, i) => candidates.reduce((best, other, j) => (isBetterTwin(other.known.facts, facts, candidates[best]?.known.facts ?? facts) ? j : best), i));
  known.set(candidates, found);
  return found;
}

const known = new WeakMap<readonly SpanCandidate[], readonly number[]>();

function isBetterTwin(other: Entity, facts: Entity, best: Entity): boolean {
  if (other === facts || !areTwins(other, facts)) return false;
  const lead = (other.popularity ?? 0) - (best.popularity ?? 0);
  return lead > 0 || (lead === 0 && other.id < best.id);
}

/**
 * Entries of one kind that have each other's name among their own, or one the other's where both are described alike. Many
 * people share a name: of one name they are the same only with one number in two lists ("exec:B000444", "bioguide:B000444").
 */
function areTwins(a: Entity, b: Entity): boolean {
  if (a.kind === undefined || a.kind !== b.kind) return false;
  const isAlike = a.kind !== 'person' && a.description !== undefined && a.description === b.description;
  if (a.name === b.name) return isAlike || localId(a.id) === localId(b.id);
  const ofOther = Number(a.aliases.includes(b.name)) + Number(b.aliases.includes(a.name));
  return ofOther === 2 || (ofOther === 1 && isAlike);
}

function localId(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
