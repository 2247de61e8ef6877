import { TokenTable } from '../text/token-table';
import { pairHash } from './hash-bitmap';
import type { PackedIndex } from './packed-index';

const notLookedUp = -2;

/** Follows the names of one index over the tokens of a text. Nodes are numbers; -1 is no node. */
export class IndexWalk {
  private table: TokenTable = new TokenTable();
  /** The number of each token in the dictionary, once it was looked up: a token can be in the middle of one walk and begin the next. */
  private tokens = new Int32Array(0);

  constructor(readonly index: PackedIndex) {}

  open(table: TokenTable): void {
    this.table = table;
    if (this.tokens.length < table.count) this.tokens = new Int32Array(table.starts.length);
    this.tokens.fill(notLookedUp, 0, table.count);
  }

  /** Whether a name may begin with this token as it is written, as far as the bitmaps say. */
  mayBegin(row: number, small: boolean): boolean {
    const { index } = this;
    const hash = this.table.hashes[row] ?? 0;
    if (small && !index.small.has(hash)) return false;
    return (small ? index.smallAlone : index.alone).has(hash) || this.mayStep(hash, row + 1);
  }

  /** The node of the names that begin with this token. */
  start(row: number): number {
    const token = this.tokenAt(row);
    return token < this.index.startTokens ? token : -1;
  }

  /** The node to which this token leads from a node. */
  step(node: number, row: number): number {
    if (node < 0) return -1;
    const { index } = this;
    const from = node < index.startTokens ? (this.table.hashes[row - 1] ?? 0) : node;
    if (!this.mayStep(from, row)) return -1;
    const token = this.tokenAt(row);
    return token < 0 ? -1 : index.childOf(node, token);
  }

  private mayStep(from: number, row: number): boolean {
    return row < this.table.count && this.index.edges.has(pairHash(from, this.table.hashes[row] ?? 0));
  }

  private tokenAt(row: number): number {
    const known = this.tokens[row] ?? -1;
    if (known !== notLookedUp) return known;
    const token = this.index.dictionary.find(this.table, row);
    this.tokens[row] = token;
    return token;
  }
}
