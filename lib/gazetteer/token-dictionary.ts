import type { TokenTable } from '../text/token-table';
import { placeOf, placeScale } from './hash-bitmap';
import { nowhere } from './nodes';

/** The first byte of a token in the pool: its length, or that the length is in the next byte; and two facts. */
export const extendedLength = 63;
export const beginsBit = 64;
export const wideBit = 128;
/** Longer tokens are no names; they match nothing. */
export const longestToken = 255;

/**
 * The tokens of all names. Those of a bucket lie one behind the other in the pool, behind the number of the first of
 * them: the number of a token is the node's label in the trie. A token that begins names has its node behind its units,
 * so that a name of one word needs no look elsewhere.
 */
export class TokenDictionary {
  /** What was found last: the token's number, and the node that it leads to from the root. */
  number = -1;
  node = nowhere;
  private readonly scale: number;

  constructor(
    private readonly buckets: Uint32Array,
    private readonly pool: DataView,
  ) {
    this.scale = placeScale(buckets.length - 1);
  }

  /** Looks for the token in this row; `number` and `node` say what was found. */
  find(table: TokenTable, row: number): void {
    const { pool } = this;
    const { units } = table;
    const from = table.unitsAt[row] ?? 0;
    const length = (table.unitsAt[row + 1] ?? 0) - from;
    const bucket = placeOf(table.hashes[row] ?? 0, this.scale);
    const to = this.buckets[bucket + 1] ?? 0;
    let at = this.buckets[bucket] ?? 0;
    const firstNumber = pool.getUint32(at, true);
    at += 4;
    this.number = -1;
    this.node = nowhere;
    for (let index = 0; at < to; index += 1) {
      const head = pool.getUint8(at);
      at += 1;
      let size = head & extendedLength;
      if (size === extendedLength) {
        size = pool.getUint8(at);
        at += 1;
      }
      let same = 0;
      if ((head & wideBit) === 0) {
        if (size === length) while (same < size && pool.getUint8(at + same) === units[from + same]) same += 1;
        at += size;
      } else {
        if (size === length) while (same < size && pool.getUint16(at + same * 2, true) === units[from + same]) same += 1;
        at += size * 2;
      }
      if (same === length) {
        this.number = firstNumber + index;
        if ((head & beginsBit) !== 0) this.node = pool.getUint32(at, true);
        return;
      }
      if ((head & beginsBit) !== 0) at += 4;
    }
  }
}
