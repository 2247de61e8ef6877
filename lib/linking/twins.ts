import type { Entity } from '../model/entity';
import { haveOtherMiddles } from './name-parts';
import type { SpanCandidate } from './span';

/** Who stands for whom among a document's candidates, found once for all places that are written alike. */
export class Twins {
  readonly #known = new Map<readonly SpanCandidate[], readonly number[]>();

  /**
   * For each candidate the one who stands for it: of the entries that a pack has of one and the same thing, the best known,
   * else itself. Chances that such entries share are all for the one. Empty where everybody stands for himself.
   */
  of(candidates: readonly SpanCandidate[]): readonly number[] {
    if (candidates.length < 2) return noTwins;
    const before = this.#known.get(candidates);
    if (before !== undefined) return before;
    const found = standIns(candidates);
    this.#known.set(candidates, found);
    return found;
  }
}

const noTwins: readonly number[] = [];

function standIns(candidates: readonly SpanCandidate[]): readonly number[] {
  const found: number[] = [];
  let isAny = false;
  for (let i = 0; i < candidates.length; i++) {
    const best = standInOf(candidates, i);
    if (best !== i) isAny = true;
    found.push(best);
  }
  return isAny ? found : noTwins;
}

function standInOf(candidates: readonly SpanCandidate[], i: number): number {
  const one = candidates[i]?.known;
  // Only things of one kind are one and the same.
  if (one?.kind === undefined) return i;
  let best = i;
  for (let j = 0; j < candidates.length; j++) {
    const other = candidates[j]?.known;
    if (j === i || other?.kind !== one.kind || !areTwins(other.facts, one.facts)) continue;
    if (isBetter(other.facts, candidates[best]?.known.facts ?? one.facts)) best = j;
  }
  return best;
}

function isBetter(other: Entity, best: Entity): boolean {
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
  if (a.kind === 'person' && haveOtherMiddles(a.name, b.name)) return false;
  const ofOther = Number(a.aliases.includes(b.name)) + Number(b.aliases.includes(a.name));
  return ofOther === 2 || (ofOther === 1 && isAlike);
}

function localId(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
