import { lowerBit } from '../text/characters';
import { TokenTable } from '../text/token-table';
import { beginsNames, isName, smallShift, writtenHash } from './beginnings';
import { pairHash } from './hash-bitmap';
import { hasChildren, nowhere, valueOf } from './nodes';
import type { PackedIndex } from './packed-index';

/** How far to shift the bit of a small first letter to get how far to shift what a token may begin. */
const smallToShift = Math.log2(lowerBit / smallShift);

/** What else is known of a token that may begin names: it has a small letter first, and a name goes on over the next. */
const small = 4;
const goesOn = 8;

/**
 * Follows the names of one index over the tokens of a text. First the bitmaps are asked about all tokens, then those that
 * may begin a name are looked up, and only then is anything followed: in loops in which no step waits for the one before, a
 * processor fetches many places of memory at once.
 */
export class IndexWalk {
  /** The tokens that may begin a name, so many, in order: their rows, facts, numbers in the dictionary and nodes. */
  count = 0;
  rows = new Int32Array(0);
  nodes = new Int32Array(0);
  private facts = new Uint8Array(0);
  private numbers = new Int32Array(0);
  private table = new TokenTable();

  constructor(private readonly index: PackedIndex) {}

  open(table: TokenTable): void {
    this.table = table;
    const room = table.starts.length;
    if (this.rows.length !== room) {
      this.rows = new Int32Array(room);
      this.nodes = new Int32Array(room);
      this.facts = new Uint8Array(room);
      this.numbers = new Int32Array(room);
    }
    this.askBeginnings();
    this.askSteps();
    this.lookUp();
  }

  /** Whether a name of several tokens may begin here, as far as the bitmaps say. */
  mayGoOn(at: number): boolean {
    return ((this.facts[at] ?? 0) & goesOn) !== 0;
  }

  /** The node to which the token behind the one here leads. */
  second(at: number): number {
    const node = this.nodes[at] ?? nowhere;
    const row = (this.rows[at] ?? 0) + 1;
    if (!this.mayGoOn(at) || !hasChildren(node) || row >= this.table.count) return nowhere;
    const isNext = at + 1 < this.count && this.rows[at + 1] === row;
    const number = isNext ? (this.numbers[at + 1] ?? -1) : this.index.dictionary.find(this.table, row);
    return number < 0 ? nowhere : this.index.childOf(node, number);
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
   * that guesses wrong every other time loses more than it takes to compute everything.
   */
  private askBeginnings(): void {
    const { facts, rows } = this;
    const { beginnings } = this.index;
    const { count, hashes, traits } = this.table;
    let found = 0;
    for (let row = 0; row < count; row += 1) {
      const shift = ((traits[row] ?? 0) & lowerBit) >>> smallToShift;
      const bits = (beginnings.lookUp(hashes[row] ?? 0) >>> shift) & (isName | beginsNames);
      rows[found] = row;
      facts[found] = bits | (shift * (small / smallShift));
      found += (bits | (bits >>> 1)) & 1;
    }
    this.count = found;
  }

  /** Asks over which of the tokens that begin names of several tokens one goes on, and forgets those that begin nothing. */
  private askSteps(): void {
    const { count, facts, rows } = this;
    const { steps } = this.index;
    const { hashes } = this.table;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] ?? 0;
      const fact = facts[at] ?? 0;
      const first = writtenHash(hashes[row] ?? 0, fact >>> 2);
      const isThere = steps.ask(pairHash(first, hashes[row + 1] ?? 0)) & (fact >>> 1);
      rows[kept] = row;
      facts[kept] = fact | (isThere * goesOn);
      kept += (fact | isThere) & 1;
    }
    this.count = kept;
  }

  private lookUp(): void {
    const { count, nodes, numbers, rows, table } = this;
    const { dictionary } = this.index;
    for (let at = 0; at < count; at += 1) {
      const number = dictionary.find(table, rows[at] ?? 0);
      numbers[at] = number;
      nodes[at] = number < 0 ? nowhere : dictionary.nodeOf(number);
    }
  }
}
