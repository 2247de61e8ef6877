import { lowerBit, upperBit } from '../text/characters';
import { seenShift } from '../text/token-table';
import { anyGate, asWrittenGate, capitalGate } from './alias-paths';
import type { MatchCandidate } from './match';
import { entityOf, formCodeOf, forms, gateOf, removedGate } from './meanings';
import { nowhere } from './nodes';
import type { PackedIndex } from './packed-index';

export interface Place {
  /** The node of the base and of the overlay that the words lead to; -1 where no name ends there. */
  readonly baseNode: number;
  readonly overlayNode: number;
  /** The traits of the text's tokens, and which of them is the first. */
  readonly traits: Int32Array;
  readonly from: number;
}

const keptNames = 1024;

/** Reads who is meant by words that lead to the end of a name. */
export class CandidateReader {
  private readonly meanings: number[] = [];
  /** Names of one meaning that were met lately: texts say the same names again and again. */
  private readonly keptNodes = new Int32Array(keptNames).fill(nowhere);
  private readonly keptGates = new Uint8Array(keptNames);
  private readonly kept = Array.from({ length: keptNames }, () => noCandidates);

  constructor(
    private readonly base: PackedIndex,
    private readonly overlay?: PackedIndex,
  ) {}

  /** By entity; each once, with the strongest form in which it may be written like this. */
  read(place: Place): readonly MatchCandidate[] {
    const { overlay } = this;
    const ofBase = place.baseNode < 0 ? noCandidates : this.collect(this.base, place.baseNode, place);
    if (overlay === undefined) return ofBase;
    const kept = ofBase.filter(({ entity }) => !overlay.removes(entity) && !this.isRemovedAt(overlay, place, entity));
    if (place.overlayNode < 0) return kept;
    return strongestOfBoth(kept, this.collect(overlay, place.overlayNode, place));
  }

  private collect(index: PackedIndex, node: number, place: Place): readonly MatchCandidate[] {
    const slot = (node ^ (node >>> 10)) & (keptNames - 1);
    if (index === this.base && this.keptNodes[slot] === node) {
      return passes(this.keptGates[slot] ?? 0, place) ? (this.kept[slot] ?? noCandidates) : noCandidates;
    }
    const count = index.readMeanings(node, this.meanings);
    const [first = 0] = this.meanings;
    if (count === 1) {
      const candidates = [candidateOf(first)];
      if (index === this.base) {
        this.keptNodes[slot] = node;
        this.keptGates[slot] = gateOf(first);
        this.kept[slot] = candidates;
      }
      return passes(gateOf(first), place) ? candidates : noCandidates;
    }
    const candidates: MatchCandidate[] = [];
    for (const meaning of this.meanings.slice(0, count)) {
      if (!passes(gateOf(meaning), place)) continue;
      const candidate = candidateOf(meaning);
      const last = candidates.at(-1);
      if (last?.entity !== candidate.entity) candidates.push(candidate);
      else if (isStronger(candidate, last)) candidates[candidates.length - 1] = candidate;
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

const noCandidates: readonly MatchCandidate[] = [];

function candidateOf(meaning: number): MatchCandidate {
  return { entity: entityOf(meaning), form: forms[formCodeOf(meaning)] ?? 'part' };
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
