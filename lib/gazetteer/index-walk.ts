import { lowerBit } from '../text/characters';
import { kindMask, TokenTable } from '../text/token-table';
import { isName, smallShift } from './beginnings';
import { pairHash, type HashBitmap } from './hash-bitmap';
import { hasChildren, nowhere, valueOf } from './nodes';
import type { PackedIndex } from './packed-index';

/** What a token does, as far as the bitmaps say: a name may begin with it, and may go on behind it. */
const begins = 1;
const goesOn = 2;

/**
 * Follows the names of one index over the tokens of a text. First the bitmaps are asked about all tokens, then those that
 * matter are looked up, and only then is anything followed: loops in which no step waits for the one before let the
 * processor fetch many places of memory at once, and fetching takes most of the time.
 */
export class IndexWalk {
  private table = new TokenTable();
  private states = new Uint8Array(1);
  /** Rows with which names of several tokens begin, written with a capital and with a small letter. */
  private capitalRows = new Int32Array(0);
  private smallRows = new Int32Array(0);
  /** Rows of the tokens to look up; what they are in the dictionary, by row. */
  private rows = new Int32Array(0);
  private numbers = new Int32Array(0);
  private starts = new Int32Array(0);

  constructor(private readonly index: PackedIndex) {}

  open(table: TokenTable): void {
    this.table = table;
    const room = table.starts.length;
    if (this.numbers.length !== room) {
      this.states = new Uint8Array(room);
      this.capitalRows = new Int32Array(room);
      this.smallRows = new Int32Array(room);
      this.rows = new Int32Array(room);
      this.numbers = new Int32Array(room);
      this.starts = new Int32Array(room);
    }
    this.askBitmaps();
    this.lookUp(this.collectRows());
  }

  mayBegin(row: number): boolean {
    return ((this.states[row] ?? 0) & begins) !== 0;
  }

  /** The node of the names that begin with this token. */
  start(row: number): number {
    return this.mayBegin(row) ? (this.starts[row] ?? nowhere) : nowhere;
  }

  /** The node to which the second token leads from the node of the first, which is in this row. */
  second(node: number, row: number): number {
    if (((this.states[row] ?? 0) & goesOn) === 0 || !hasChildren(node)) return nowhere;
    const number = this.numbers[row + 1] ?? -1;
    return number < 0 ? nowhere : this.index.childOf(node, number);
  }

  /** The node to which this token, the third or a later one, leads from the node of the one before it. */
  further(node: number, row: number): number {
    const { index, table } = this;
    if (!hasChildren(node) || row >= table.count) return nowhere;
    if (!index.steps.has(pairHash(valueOf(node), table.hashes[row] ?? 0))) return nowhere;
    index.dictionary.find(table, row);
    const { number } = index.dictionary;
    return number < 0 ? nowhere : index.childOf(node, number);
  }

  /**
   * No step of these loops depends on what was read: what begins a name is as good as random, and a processor that guesses
   * wrong every other time loses more than it takes to compute everything.
   */
  private askBitmaps(): void {
    const { capitalRows, smallRows, states } = this;
    const { count, hashes, traits } = this.table;
    const { beginnings, smallSteps, steps } = this.index;
    let capitals = 0;
    let smalls = 0;
    for (let row = 0; row < count; row += 1) {
      const trait = traits[row] ?? 0;
      const small = (trait & lowerBit) / lowerBit;
      // All ones for a word, nothing for other tokens.
      const isWord = ((trait & kindMask) - 1) >> 31;
      const bits = (beginnings.lookUp(hashes[row] ?? 0) >>> (small * smallShift)) & isWord;
      states[row] = bits & isName;
      smallRows[smalls] = row;
      smalls += (bits >>> 1) & small;
      capitalRows[capitals] = row;
      capitals += (bits >>> 1) & 1 & ~small;
    }
    this.askSteps(steps, capitalRows, capitals);
    this.askSteps(smallSteps, smallRows, smalls);
  }

  private askSteps(steps: HashBitmap, rows: Int32Array, count: number): void {
    const { states, table } = this;
    const { hashes } = table;
    const last = table.count - 1;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const isThere = steps.ask(pairHash(hashes[row] ?? 0, hashes[row + 1] ?? 0)) & ((row - last) >>> 31);
      states[row] = (states[row] ?? 0) | (isThere * (begins | goesOn));
    }
  }

  /** Those tokens that may begin a name, and those behind them over which it may go on; says how many. */
  private collectRows(): number {
    const { rows, states } = this;
    const { count } = this.table;
    let collected = 0;
    let before = 0;
    for (let row = 0; row < count; row += 1) {
      const state = states[row] ?? 0;
      rows[collected] = row;
      if ((state | (before & goesOn)) !== 0) collected += 1;
      before = state;
    }
    return collected;
  }

  private lookUp(collected: number): void {
    const { numbers, rows, starts, table } = this;
    const { dictionary } = this.index;
    for (let index = 0; index < collected; index += 1) {
      const row = rows[index] ?? 0;
      dictionary.find(table, row);
      numbers[row] = dictionary.number;
      starts[row] = dictionary.node;
    }
  }
}
