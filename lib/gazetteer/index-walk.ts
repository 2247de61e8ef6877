import { lowerBit } from '../text/characters';
import { kindMask, TokenTable } from '../text/token-table';
import { foundColumns, nodeColumn, numberColumn, ownColumn } from './known-words';
import { hasChildren, nowhere } from './nodes';
import type { PackedIndex } from './packed-index';

/** Of its own, since what another module names is looked up each time it is used. */
const lowerShift = Math.log2(lowerBit);
const lowerOrKind = lowerBit | kindMask;
const columns = foundColumns;

/** A row, and below it whether a name of several tokens begins there as far as the bitmaps of all and of small tokens say. */
const rowShift = 2;
const goesOnBit = 2;
const mayGoOnBit = 1;

/** In a text of fewer tokens, such as a paragraph, fewer places are asked for than the small tables have lines. */
const tokensWorthReading = 1_024;

/**
 * Follows the names of one index over the tokens of a text. First the bitmaps are asked about all tokens, then those that
 * may begin a name are looked up, and only then is anything followed: in loops in which no step waits for the one before, a
 * processor fetches many places of memory at once.
 */
export class IndexWalk {
  /** How many tokens may begin a name. */
  count = 0;
  /** Of these, in order: the row and facts, the number in the dictionary, the node, and what it means alone if that is a leaf. */
  private found = new Int32Array(0);
  /** Which of them a loop leaves to the next one. */
  private which = new Int32Array(0);
  private table = new TokenTable();
  /** What was read ahead; nobody asks, but an engine leaves out what is used nowhere. */
  protected seen = 0;

  constructor(private readonly index: PackedIndex) {}

  open(table: TokenTable): void {
    this.table = table;
    const room = table.starts.length;
    if (this.which.length !== room) {
      this.found = new Int32Array(room * foundColumns);
      this.which = new Int32Array(room);
    }
    if (table.count >= tokensWorthReading) this.seen = this.index.readSmall();
    this.askBeginnings();
    this.lookUp();
    this.askSteps();
    this.readAhead();
  }

  rowAt(at: number): number {
    return (this.found[at * columns] ?? 0) >>> rowShift;
  }

  nodeAt(at: number): number {
    return this.found[at * columns + nodeColumn] ?? nowhere;
  }

  /** What the token means alone, if that is a leaf. */
  ownAt(at: number): number {
    return this.found[at * columns + ownColumn] ?? nowhere;
  }

  /** Whether a name of several tokens may begin here, as far as the bitmaps say. */
  mayGoOn(at: number): boolean {
    return ((this.found[at * columns] ?? 0) & goesOnBit) !== 0;
  }

  /** The node to which the token behind the one here leads. */
  second(at: number): number {
    const row = this.rowAt(at) + 1;
    if (!this.mayGoOn(at) || row >= this.table.count) return nowhere;
    const isNext = at + 1 < this.count && this.rowAt(at + 1) === row;
    const number = isNext ? this.numberAt(at + 1) : this.index.dictionary.find(this.table, row);
    return number < 0 ? nowhere : this.index.childOf(this.nodeAt(at), number);
  }

  /** The node to which the token in this row, the third of a name or a later one, leads from the node of the one before. */
  further(node: number, row: number): number {
    const { index, table } = this;
    if (!hasChildren(node) || row >= table.count) return nowhere;
    if (index.steps.ask(node, table.hashes[row] ?? 0) === 0) return nowhere;
    const number = index.dictionary.find(table, row);
    return number < 0 ? nowhere : index.childOf(node, number);
  }

  private numberAt(at: number): number {
    return this.found[at * columns + numberColumn] ?? nowhere;
  }

  /**
   * Finds the tokens that may begin a name. No step depends on what another one read: what begins a name is as good as random,
   * and a processor that guesses wrong every other time loses more than it takes to compute everything, even for tokens that do
   * not need it. Words with a capital first may begin anything: the dictionary says no as fast as a bitmap would. How bitmaps are
   * asked is written out here (see `Beginnings`, `pairHash` and `isMissing`): an engine looks up each function of another module
   * anew in each turn.
   */
  private askBeginnings(): void {
    const { found } = this;
    const { words: beginnings, shift: beginningShift } = this.index.smallBeginnings;
    const { words: steps, shift: stepShift } = this.index.smallSteps;
    const { count, hashes, traits } = this.table;
    let end = 0;
    for (let row = 0; row < count; row += 1) {
      const hash = hashes[row] ?? 0;
      const trait = traits[row] ?? 0;
      const isSmall = (trait >>> lowerShift) & 1;
      // 1 for a word that has no small letter first, 0 for punctuation.
      const isOther = ((trait & lowerOrKind) - 1) >>> 31;
      const slot = hash >>> beginningShift;
      const bits = (beginnings[slot >>> 4] ?? 0) >>> ((slot & 15) * 2);
      const mixed = Math.imul(Math.imul(hash, 0x9e3779b1) ^ (hashes[row + 1] ?? 0), 0x2c1b3c6d);
      const step = mixed ^ (mixed >>> 15);
      const missing = ~(steps[step >>> stepShift] ?? 0) & ((1 << step) | (1 << (step >>> 5)) | (1 << (step >>> 10)));
      const mayGoOn = ((bits >>> 1) & isSmall & (((missing | -missing) >>> 31) ^ 1)) | isOther;
      found[end] = (row << rowShift) | mayGoOn;
      end += ((bits & isSmall) | mayGoOn) * columns;
    }
    this.count = end / columns;
  }

  private lookUp(): void {
    const { count, found, table, which } = this;
    this.index.dictionary.findAll(table, { found, rowShift, count, unknown: which });
  }

  /** First which are to be asked about, most are not, then those alone: a guess that is wrong costs more than to write all down. */
  private askSteps(): void {
    const { count, found, which } = this;
    const { hashes } = this.table;
    let asked = 0;
    for (let at = 0; at < count * columns; at += columns) {
      which[asked] = at;
      const node = found[at + nodeColumn] ?? nowhere;
      // As `hasChildren` asks, without a branch.
      asked += (~node >>> 31) & (node >>> 1) & (found[at] ?? 0) & mayGoOnBit;
    }
    const { steps } = this.index;
    for (let index = 0; index < asked; index += 1) {
      const at = which[index] ?? 0;
      const fact = found[at] ?? 0;
      found[at] = fact | (steps.ask(found[at + nodeColumn] ?? nowhere, hashes[(fact >>> rowShift) + 1] ?? 0) * goesOnBit);
    }
  }

  /**
   * Reads what following will read, for all names of several tokens together: to follow one takes several places of memory, one
   * after the other, and a near cache has few of a large gazetteer.
   */
  private readAhead(): void {
    const { count, index } = this;
    const { hashes } = this.table;
    let seen = 0;
    for (let at = 0; at < count; at += 1) {
      if (!this.mayGoOn(at)) continue;
      const node = this.nodeAt(at);
      const row = this.rowAt(at) + 1;
      const isNext = at + 1 < count && this.rowAt(at + 1) === row;
      seen |= isNext ? index.readChildAhead(node, this.numberAt(at + 1)) : index.readAhead(node, hashes[row] ?? 0);
    }
    this.seen = seen;
  }
}
