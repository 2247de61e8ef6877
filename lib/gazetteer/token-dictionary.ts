import { hashToken, type TokenTable } from '../text/token-table';
import { placeOf, scaleOf } from './hash-bitmap';

/** Tokens a bucket holds on average: more take fewer bytes and a longer look. */
const tokensPerBucket = 5;
/** Added to the length of a token whose units take two bytes. */
const wideUnits = 128;
/** Longer tokens are no names; they match nothing. */
export const longestToken = wideUnits - 1;

export interface CompiledTokens {
  readonly buckets: Uint32Array;
  readonly pool: Uint8Array;
  /** The final number of each token, by its place in the input. Those that begin a name come first. */
  readonly numbers: Int32Array;
  readonly hashes: Int32Array;
}

/** Numbers the tokens so that the dictionary need not store the numbers: they follow from where a token lies. */
export function compileTokens(tokens: readonly string[], begins: Uint8Array): CompiledTokens {
  const bucketCount = Math.max(1, Math.ceil(tokens.length / tokensPerBucket));
  const hashes = Int32Array.from(tokens, hashToken);
  const order = orderByBucket(hashes, begins, bucketCount);
  const startTokens = begins.reduce((sum, flag) => sum + flag, 0);
  const numbers = new Int32Array(tokens.length);
  const buckets = new Uint32Array((bucketCount + 1) * 3);
  const pool = new Uint8Array(tokens.reduce((sum, token) => sum + 1 + token.length * (isWide(token) ? 2 : 1), 0));
  let bytes = 0;
  let starts = 0;
  let others = 0;
  let place = 0;
  for (let bucket = 0; bucket <= bucketCount; bucket += 1) {
    buckets.set([bytes, starts, others], bucket * 3);
    for (; place < order.length && bucketOfKey(order[place] ?? 0) === bucket; place += 1) {
      const index = (order[place] ?? 0) % indexRange;
      numbers[index] = begins[index] === 1 ? starts++ : startTokens + others++;
      bytes = writeToken(pool, bytes, tokens[index] ?? '');
    }
  }
  return { buckets, pool, numbers, hashes };
}

/** More tokens than fit into memory. */
const indexRange = 2 ** 28;

/** Bucket, then whether the token begins no name, then the place in the input: one number each, sorted. */
function orderByBucket(hashes: Int32Array, begins: Uint8Array, bucketCount: number): Float64Array {
  const keys = new Float64Array(hashes.length);
  hashes.forEach((hash, index) => {
    const bucket = placeOf(hash, scaleOf(bucketCount));
    keys[index] = (bucket * 2 + 1 - (begins[index] ?? 0)) * indexRange + index;
  });
  return keys.sort();
}

function bucketOfKey(key: number): number {
  return Math.floor(key / (indexRange * 2));
}

function isWide(token: string): boolean {
  return /[^\0-\xff]/.test(token);
}

function writeToken(pool: Uint8Array, from: number, token: string): number {
  const wide = isWide(token);
  let at = from;
  pool[at++] = token.length + (wide ? wideUnits : 0);
  for (let index = 0; index < token.length; index += 1) {
    const unit = token.charCodeAt(index);
    pool[at++] = unit & 0xff;
    if (wide) pool[at++] = unit >>> 8;
  }
  return at;
}

export class TokenDictionary {
  private readonly scale: number;

  constructor(
    private readonly buckets: Uint32Array,
    private readonly pool: Uint8Array,
    private readonly startTokens: number,
  ) {
    this.scale = scaleOf(buckets.length / 3 - 1);
  }

  /** The number of the token in this row, or -1; numbers below `startTokens` begin names. */
  find(table: TokenTable, row: number): number {
    const { buckets, pool } = this;
    const bucket = placeOf(table.hashes[row] ?? 0, this.scale) * 3;
    const { units, unitsAt } = table;
    const from = unitsAt[row] ?? 0;
    const length = (unitsAt[row + 1] ?? 0) - from;
    const starts = buckets[bucket + 1] ?? 0;
    const startCount = (buckets[bucket + 4] ?? 0) - starts;
    const others = this.startTokens + (buckets[bucket + 2] ?? 0) - startCount;
    let at = buckets[bucket] ?? 0;
    const to = buckets[bucket + 3] ?? 0;
    if (length > longestToken) return -1;
    for (let index = 0; at < to; index += 1) {
      const head = pool[at] ?? 0;
      const isSame =
        head === length
          ? this.isNarrowAt(at + 1, units, { from, to: from + length })
          : head === length + wideUnits && this.isWideAt(at + 1, units, { from, to: from + length });
      if (isSame) return index + (index < startCount ? starts : others);
      at += head < wideUnits ? head + 1 : (head - wideUnits) * 2 + 1;
    }
    return -1;
  }

  private isNarrowAt(at: number, units: Uint16Array, token: { from: number; to: number }): boolean {
    const { pool } = this;
    for (let unit = token.from, byte = at; unit < token.to; unit += 1, byte += 1) {
      if (pool[byte] !== units[unit]) return false;
    }
    return true;
  }

  private isWideAt(at: number, units: Uint16Array, token: { from: number; to: number }): boolean {
    const { pool } = this;
    for (let unit = token.from, byte = at; unit < token.to; unit += 1, byte += 2) {
      if (((pool[byte] ?? 0) | ((pool[byte + 1] ?? 0) << 8)) !== units[unit]) return false;
    }
    return true;
  }
}
