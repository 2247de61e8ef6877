import { lowerBit, upperBit } from '../text/characters';
import { seenShift } from '../text/token-table';
import { anyGate, asWrittenGate, capitalGate } from './alias-paths';
import { nobody, onlyMeaning, type MatchList } from './match-list';
import { entityOf, entityOfPlain, formCodeOf, gateOf, removedGate, topicCode } from './meanings';
import { leafWithMeaning, nowhere, valueOf } from './nodes';
import type { PackedIndex } from './packed-index';

export interface Place {
  /** The node of the base and of the overlay that the words lead to; -1 where no name ends there. */
  readonly baseNode: number;
  readonly overlayNode: number;
  /** The traits of the text's tokens, and which of them is the first. */
  readonly traits: Int32Array;
  readonly from: number;
}

/** A power of two; an article has some four hundred different names. */
const keptNames = 2048;

/** Reads who is meant by words that lead to the end of a name, into the list of a text's matches. */
export class CandidateReader {
  /** What `collect` gives, so many. */
  private readonly meanings: number[] = [];
  private count = 0;
  /** The largest gate of those that were read last. */
  private lastGate = 0;
  /**
   * Where in the list is what was met lately, by node and whether it begins with a small letter, key and place side by side:
   * texts say the same names again and again. Names that need a capital elsewhere are read each time.
   */
  private readonly kept = new Int32Array(keptNames * 2).fill(nowhere);

  constructor(
    private readonly list: MatchList,
    private readonly base: PackedIndex,
    private readonly overlay?: PackedIndex,
  ) {}

  /** When the list has lost its meanings. */
  forget(): void {
    this.kept.fill(nowhere);
  }

  /** By entity; each once, with the strongest form in which it may be written like this. What the list says of it, or `nobody`. */
  read({ baseNode, overlayNode, traits, from }: Place): number {
    const { overlay } = this;
    if (overlay === undefined || overlayNode < 0) return this.readBase(baseNode, traits, from);
    const ofBase = baseNode < 0 ? [] : this.collected(this.base, { node: baseNode, traits, from });
    const kept = ofBase.filter((meaning) => !this.isRemovedAt(overlay, overlayNode, entityOf(meaning)));
    const all = strongestOfBoth(kept, this.collected(overlay, { node: overlayNode, traits, from }));
    return this.list.addMeanings(all, all.length);
  }

  /** Likewise, where the overlay has nothing to say but which entities are no more. */
  readBase(node: number, traits: Int32Array, from: number): number {
    if ((node & 3) === leafWithMeaning) return this.readOnly(valueOf(node), ((traits[from] ?? 0) & lowerBit) !== 0);
    const { kept } = this;
    const key = (node << 1) | (((traits[from] ?? 0) & lowerBit) / lowerBit);
    const slot = ((key ^ (key >>> 12)) & (keptNames - 1)) * 2;
    if (kept[slot] === key) return kept[slot + 1] ?? nobody;
    this.collect(this.base, { node, traits, from });
    const place = this.list.addMeanings(this.meanings, this.count);
    if (this.lastGate > asWrittenGate) return place;
    kept[slot] = key;
    kept[slot + 1] = place;
    return place;
  }

  /** A meaning that is alone and has the usual gate of its form. */
  private readOnly(plain: number, isSmall: boolean): number {
    if (isSmall && formCodeOf(plain) !== topicCode) return nobody;
    const { overlay } = this;
    return overlay?.removesSome === true && overlay.removes(entityOfPlain(plain)) ? nobody : onlyMeaning(plain);
  }

  private collected(index: PackedIndex, place: NodePlace): number[] {
    this.collect(index, place);
    return this.meanings.slice(0, this.count);
  }

  /** Finds the meanings of a node that may be written like this, of each entity the strongest. */
  private collect(index: PackedIndex, { node, traits, from }: NodePlace): void {
    const { meanings, overlay } = this;
    const count = index.readMeanings(node, meanings);
    const mayBeRemoved = index === this.base && overlay?.removesSome === true;
    this.lastGate = 0;
    let found = 0;
    for (let at = 0; at < count; at += 1) {
      const meaning = meanings[at] ?? 0;
      const gate = gateOf(meaning);
      if (gate > this.lastGate) this.lastGate = gate;
      if (!passes(gate, traits, from) || (mayBeRemoved && overlay.removes(entityOf(meaning)))) continue;
      const last = meanings[found - 1] ?? 0;
      if (found === 0 || entityOf(last) !== entityOf(meaning)) found += 1;
      else if (formCodeOf(meaning) >= formCodeOf(last)) continue;
      meanings[found - 1] = meaning;
    }
    this.count = found;
  }

  private isRemovedAt(overlay: PackedIndex, overlayNode: number, entity: number): boolean {
    const meanings: number[] = [];
    overlay.readMeanings(overlayNode, meanings);
    return meanings.some((meaning) => entityOf(meaning) === entity && gateOf(meaning) === removedGate);
  }
}

interface NodePlace extends Pick<Place, 'traits' | 'from'> {
  readonly node: number;
}

function passes(gate: number, traits: Int32Array, from: number): boolean {
  if (gate === anyGate) return true;
  if (gate === capitalGate) return ((traits[from] ?? 0) & lowerBit) === 0;
  if (gate === removedGate) return false;
  if (gate === asWrittenGate) return true;
  return (((traits[from + gate - asWrittenGate - 1] ?? 0) >>> seenShift) & upperBit) !== 0;
}

function strongestOfBoth(one: readonly number[], other: readonly number[]): number[] {
  const strongest = new Map<number, number>();
  for (const meaning of [...one, ...other]) {
    const before = strongest.get(entityOf(meaning));
    if (before === undefined || formCodeOf(meaning) < formCodeOf(before)) strongest.set(entityOf(meaning), meaning);
  }
  return [...strongest.values()].sort((a, b) => entityOf(a) - entityOf(b));
}
