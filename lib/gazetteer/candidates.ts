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
  /** The largest gate of those that were read last. */
  private lastGate = 0;
  /**
   * What was met lately, by node and whether it begins with a small letter: texts say the same names again and again. Names
   * that need a capital elsewhere are read each time.
   */
  private readonly keptKeys = new Int32Array(keptNames).fill(nowhere);
  private readonly kept = new Array<readonly MatchCandidate[]>(keptNames).fill(noCandidates);

  constructor(
    private readonly base: PackedIndex,
    private readonly overlay?: PackedIndex,
  ) {}

  /** By entity; each once, with the strongest form in which it may be written like this. */
  read({ baseNode, overlayNode, traits, from }: Place): readonly MatchCandidate[] {
    const { overlay } = this;
    const ofBase = baseNode < 0 ? noCandidates : this.readBase(baseNode, traits, from);
    if (overlay === undefined || overlayNode < 0) return ofBase;
    const kept = ofBase.filter(({ entity }) => !this.isRemovedAt(overlay, overlayNode, entity));
    return strongestOfBoth(kept, this.collect(overlay.readMeanings(overlayNode, this.meanings), traits, from));
  }

  /** Likewise, where the overlay has nothing to say but which entities are no more; `noCandidates` itself for nobody. */
  readBase(node: number, traits: Int32Array, from: number): readonly MatchCandidate[] {
    const isSmall = ((traits[from] ?? 0) & lowerBit) / lowerBit;
    const key = (node << 1) | isSmall;
    const slot = (key ^ (key >>> 12)) & (keptNames - 1);
    if (this.keptKeys[slot] === key) return this.kept[slot] ?? noCandidates;
    const found = this.withoutRemoved(this.collect(this.base.readMeanings(node, this.meanings), traits, from));
    const candidates = found.length === 0 ? noCandidates : found;
    if (this.lastGate <= asWrittenGate) {
      this.keptKeys[slot] = key;
      this.kept[slot] = candidates;
    }
    return candidates;
  }

  private withoutRemoved(candidates: readonly MatchCandidate[]): readonly MatchCandidate[] {
    const { overlay } = this;
    return overlay?.removesSome === true ? candidates.filter(({ entity }) => !overlay.removes(entity)) : candidates;
  }

  /** Of so many meanings that were read, those that may be written like this. */
  private collect(count: number, traits: Int32Array, from: number): readonly MatchCandidate[] {
    const { meanings } = this;
    const candidates: MatchCandidate[] = [];
    this.lastGate = 0;
    for (let at = 0; at < count; at += 1) {
      const meaning = meanings[at] ?? 0;
      const gate = gateOf(meaning);
      this.lastGate = Math.max(this.lastGate, gate);
      if (!passes(gate, traits, from)) continue;
      const candidate = candidateOf(meaning);
      const last = candidates.at(-1);
      if (last?.entity !== candidate.entity) candidates.push(candidate);
      else if (isStronger(candidate, last)) candidates[candidates.length - 1] = candidate;
    }
    return candidates;
  }

  private isRemovedAt(overlay: PackedIndex, overlayNode: number, entity: number): boolean {
    if (overlayNode < 0) return false;
    const count = overlay.readMeanings(overlayNode, this.meanings);
    for (let at = 0; at < count; at += 1) {
      const meaning = this.meanings[at] ?? 0;
      if (entityOf(meaning) === entity && gateOf(meaning) === removedGate) return true;
    }
    return false;
  }
}

export const noCandidates: readonly MatchCandidate[] = [];

function candidateOf(meaning: number): MatchCandidate {
  return { entity: entityOf(meaning), form: forms[formCodeOf(meaning)] ?? 'part' };
}

function passes(gate: number, traits: Int32Array, from: number): boolean {
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
