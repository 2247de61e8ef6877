import { lowerBit } from '../text/characters';
import { kindMask, TokenTable } from '../text/token-table';
import { beginsNames, isName } from './beginnings';
import { pairHash } from './hash-bitmap';
import { hasChildren, nowhere, valueOf } from './nodes';
import type { PackedIndex } from './packed-index';

/** What else is known of a token that may begin names: it has a small letter first. */
const small = 4;
/** How far to shift the bit of a small first letter to get that. */
const smallShift = Math.log2(lowerBit / small);
/** A row and what is known of its token, in one number. */
const rowShift = 3;

/**
 * Follows the names of one index over the tokens of a text. First the bitmaps are asked about all tokens, then those that
 * may begin a name are looked up, and only then is anything followed: in loops in which no step waits for the one before, a
 * processor fetches many places of memory at once.
 */
export class IndexWalk {
  /** The tokens that may begin a name, so many, in order: their rows, numbers in the dictionary and nodes. */
  count = 0;
  nodes = new Int32Array(0);
  /** Whether a name of several tokens may begin there, as far as the bitmaps say: 1 or 0. */
  private goesOn = new Uint8Array(0);
  private facts = new Int32Array(0);
  private numbers = new Int32Array(0);
  private table = new TokenTable();
  /** What was read ahead; nobody asks, but an engine leaves out what is used nowhere. */
  protected seen = 0;

  constructor(private readonly index: PackedIndex) {}

  open(table: TokenTable): void {
    this.table = table;
    const room = table.starts.length;
    if (this.facts.length !== room) {
      this.facts = new Int32Array(room);
      this.nodes = new Int32Array(room);
      this.goesOn = new Uint8Array(room);
      this.numbers = new Int32Array(room);
    }
    this.askBeginnings();
    this.askSmallSteps();
    this.lookUp();
    this.askSteps();
    this.readAhead();
  }

  rowAt(at: number): number {
    return (this.facts[at] ?? 0) >>> rowShift;
  }

  /** Whether a name of several tokens may begin here, as far as the bitmaps say. */
  mayGoOn(at: number): boolean {
    return this.goesOn[at] === 1;
  }

  /** The node to which the token behind the one here leads. */
  second(at: number): number {
    const row = this.rowAt(at) + 1;
    if (!this.mayGoOn(at) || row >= this.table.count) return nowhere;
    const isNext = at + 1 < this.count && this.rowAt(at + 1) === row;
    const number = isNext ? (this.numbers[at + 1] ?? -1) : this.index.dictionary.find(this.table, row);
    return number < 0 ? nowhere : this.index.childOf(this.nodes[at] ?? nowhere, number);
  }

  /** The node to which the token in this row, the third of a name or a later one, leads from the node of the one before. */
  further(node: number, row: number): number {
    const { index, table } = this;
    if (!hasChildren(node) || row >= table.count) return nowhere;
    if (index.steps.ask(pairHash(valueOf(node), table.hashes[row] ?? 0)) === 0) return nowhere;
    const number = index.dictionary.find(table, row);
    return number < 0 ? nowhere : index.childOf(node, number);
  }

  /**
   * No step of this loop and the next depends on what was read: what begins a name is as good as random, and a processor
   * that guesses wrong every other time loses more than it takes to compute everything. Words with a capital first may
   * begin anything: the dictionary says no as fast as a bitmap would.
   */
  private askBeginnings(): void {
    const { facts } = this;
    const { smallBeginnings } = this.index;
    const { count, hashes, traits } = this.table;
    let found = 0;
    for (let row = 0; row < count; row += 1) {
      const trait = traits[row] ?? 0;
      const isSmall = (trait & lowerBit) >>> smallShift;
      // All bits for a word that has no small letter first, none for punctuation.
      const ofOther = ((isSmall >>> 2) - 1) & (((trait & kindMask) - 1) >> 31);
      const bits = (smallBeginnings.lookUp(hashes[row] ?? 0) & -(isSmall >>> 2)) | (ofOther & (isName | beginsNames));
      facts[found] = (row << rowShift) | isSmall | bits;
      found += (bits | (bits >>> 1)) & 1;
    }
    this.count = found;
  }

  /** Asks over which of the small tokens that begin names of several tokens one goes on, and forgets those that begin nothing. */
  private askSmallSteps(): void {
    const { count, facts } = this;
    const { smallSteps } = this.index;
    const { hashes } = this.table;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const fact = facts[at] ?? 0;
      const row = fact >>> rowShift;
      const asked = smallSteps.ask(pairHash(hashes[row] ?? 0, hashes[row + 1] ?? 0));
      const mayGoOn = (fact >>> 1) & (asked | ((fact >>> 2) ^ 1)) & 1;
      facts[kept] = (fact & ~beginsNames) | (mayGoOn * beginsNames);
      kept += (fact | mayGoOn) & 1;
    }
    this.count = kept;
  }

  private lookUp(): void {
    const { count, facts, goesOn, nodes, numbers, table } = this;
    this.index.dictionary.findAll(table, { rows: facts, rowShift, count, numbers, nodes, heads: goesOn });
  }

  private askSteps(): void {
    const { count, facts, goesOn, nodes } = this;
    const { steps } = this.index;
    const { hashes } = this.table;
    for (let at = 0; at < count; at += 1) {
      const node = nodes[at] ?? nowhere;
      const fact = facts[at] ?? 0;
      // Most are names of one word that begin no other.
      const mayGoOn = hasChildren(node) && (fact & beginsNames) !== 0;
      goesOn[at] = mayGoOn ? steps.ask(pairHash(valueOf(node), hashes[(fact >>> rowShift) + 1] ?? 0)) : 0;
    }
  }

  /**
   * Reads what following will read, for all names of several tokens together: to follow one takes several places of memory, one
   * after the other, and a near cache has few of a large gazetteer.
   */
  private readAhead(): void {
    const { count, goesOn, index, nodes } = this;
    const { hashes } = this.table;
    let seen = 0;
    for (let at = 0; at < count; at += 1) {
      if (goesOn[at] === 1) seen |= index.readAhead(nodes[at] ?? nowhere, hashes[this.rowAt(at) + 1] ?? 0);
    }
    this.seen = seen;
  }
}
