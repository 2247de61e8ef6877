import { lowerBit, upperBit } from '../text/characters';
import { seenShift } from '../text/token-table';
import { anyGate, asWrittenGate, capitalGate } from './alias-paths';
import type { MatchCandidate } from './match';
import { entityOf, formCodeOf, forms, gateOf, removedGate } from './meanings';
import type { PackedIndex } from './packed-index';

export interface Place {
  /** The node of the base and of the overlay that the words lead to; -1 where no name ends there. */
  readonly baseNode: number;
  readonly overlayNode: number;
  /** The traits of the text's tokens, and which of them is the first. */
  readonly traits: Int32Array;
  readonly from: number;
}

/** Reads who is meant by words that lead to the end of a name. */
export class CandidateReader {
  private readonly meanings: number[] = [];

  constructor(
    private readonly base: PackedIndex,
    private readonly overlay?: PackedIndex,
  ) {}

  /** By entity; each once, with the strongest form in which it may be written like this. */
  read(place: Place): MatchCandidate[] {
    const { overlay } = this;
    const ofBase = place.baseNode < 0 ? [] : this.collect(this.base, place.baseNode, place);
    if (overlay === undefined) return ofBase;
    const kept = ofBase.filter(({ entity }) => !overlay.removes(entity) && !this.isRemovedAt(overlay, place, entity));
    if (place.overlayNode < 0) return kept;
    return strongestOfBoth(kept, this.collect(overlay, place.overlayNode, place));
  }

  private collect(index: PackedIndex, node: number, place: Place): MatchCandidate[] {
    const candidates: MatchCandidate[] = [];
    const count = index.readMeanings(node, this.meanings);
    let last = -1;
    for (let at = 0; at < count; at += 1) {
      const meaning = this.meanings[at] ?? 0;
      if (!passes(gateOf(meaning), place)) continue;
      const entity = entityOf(meaning);
      const candidate = { entity, form: forms[formCodeOf(meaning)] ?? 'part' };
      if (entity !== last) candidates.push(candidate);
      else if (isStronger(candidate, candidates.at(-1))) candidates[candidates.length - 1] = candidate;
      last = entity;
    }
    return candidates;
  }

  private isRemovedAt(overlay: PackedIndex, { overlayNode }: Place, entity: number): boolean {
    if (overlayNode < 0) return false;
    const count = overlay.readMeanings(overlayNode, this.meanings);
    for (let at = 0; at < count; at += 1) {
      const meaning = this.meanings[at] ?? 0;
      if (entityOf(meaning) === entity && gateOf(meaning) === removedGate) return true;
    }
    return false;
  }
}

function passes(gate: number, { traits, from }: Place): boolean {
  if (gate === anyGate) return true;
  if (gate === capitalGate) return ((traits[from] ?? 0) & lowerBit) === 0;
  if (gate === removedGate) return false;
  if (gate === asWrittenGate) return true;
  return (((traits[from + gate - asWrittenGate - 1] ?? 0) >>> seenShift) & upperBit) !== 0;
}

function isStronger(candidate: MatchCandidate, other: MatchCandidate | undefined): boolean {
  return other === undefined || forms.indexOf(candidate.form) < forms.indexOf(other.form);
}

function strongestOfBoth(one: readonly MatchCandidate[], other: readonly MatchCandidate[]): MatchCandidate[] {
  const strongest = new Map<number, MatchCandidate>();
  for (const candidate of [...one, ...other]) {
    if (isStronger(candidate, strongest.get(candidate.entity))) strongest.set(candidate.entity, candidate);
  }
  return [...strongest.values()].sort((a, b) => a.entity - b.entity);
}
