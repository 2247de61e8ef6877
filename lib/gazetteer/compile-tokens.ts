import { placeOf, placeScale } from './hash-bitmap';
import { beginsBit, extendedLength, longestToken, wideBit } from './token-dictionary';

/** Tokens a bucket holds on average: more take fewer bytes and a longer look. */
const tokensPerBucket = 4;
/** More tokens than fit into memory. */
const indexRange = 2 ** 28;

/** The order of the tokens in the dictionary: by bucket. Their numbers follow from it and need not be stored. */
export interface NumberedTokens {
  readonly tokens: readonly string[];
  readonly hashes: Int32Array;
  readonly bucketCount: number;
  /** The number of each token, from 1, by its place in the input; and the other way round, from 0. */
  readonly numbers: Int32Array;
  readonly order: Int32Array;
}

export function numberTokens(tokens: readonly string[], hashes: Int32Array): NumberedTokens {
  const bucketCount = Math.max(1, Math.ceil(tokens.length / tokensPerBucket));
  const scale = placeScale(bucketCount);
  // Bucket and place in the input in one number each: these sort without a comparing function.
  const keys = Float64Array.from(hashes, (hash, index) => placeOf(hash, scale) * indexRange + index).sort();
  const order = Int32Array.from(keys, (key) => key % indexRange);
  const numbers = new Int32Array(tokens.length);
  order.forEach((index, place) => (numbers[index] = place + 1));
  return { tokens, hashes, bucketCount, numbers, order };
}

/** @param nodes by place in the input: the node that a token leads to from the root, or -1 */
export function writeDictionary(numbered: NumberedTokens, nodes: Int32Array): { buckets: Uint32Array; pool: Uint8Array } {
  const { tokens, hashes, bucketCount, order } = numbered;
  const scale = placeScale(bucketCount);
  const buckets = new Uint32Array(bucketCount + 1);
  const pool = new Uint8Array(poolBytes(numbered, nodes));
  const view = new DataView(pool.buffer);
  let at = 0;
  let place = 0;
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    buckets[bucket] = at;
    view.setUint32(at, place + 1, true);
    at += 4;
    for (; place < order.length; place += 1) {
      const index = order[place] ?? 0;
      if (placeOf(hashes[index] ?? 0, scale) !== bucket) break;
      at = writeToken(view, at, { token: tokens[index] ?? '', node: nodes[index] ?? -1 });
    }
  }
  buckets[bucketCount] = at;
  return { buckets, pool };
}

function poolBytes({ tokens, bucketCount }: NumberedTokens, nodes: Int32Array): number {
  return tokens.reduce((sum, token, index) => {
    const units = token.length * (isWide(token) ? 2 : 1) + (token.length >= extendedLength ? 1 : 0);
    return sum + 1 + units + ((nodes[index] ?? -1) < 0 ? 0 : 4);
  }, bucketCount * 4);
}

function writeToken(view: DataView, from: number, { token, node }: { token: string; node: number }): number {
  if (token.length > longestToken) throw new RangeError('A token is too long');
  const wide = isWide(token);
  const length = Math.min(token.length, extendedLength);
  let at = from;
  view.setUint8(at++, length | (node < 0 ? 0 : beginsBit) | (wide ? wideBit : 0));
  if (length === extendedLength) view.setUint8(at++, token.length);
  for (let index = 0; index < token.length; index += 1) {
    if (wide) view.setUint16(at, token.charCodeAt(index), true);
    else view.setUint8(at, token.charCodeAt(index));
    at += wide ? 2 : 1;
  }
  if (node < 0) return at;
  view.setUint32(at, node, true);
  return at + 4;
}

function isWide(token: string): boolean {
  return /[^\0-\xff]/.test(token);
}
