import { placeOf, placeScale } from './hash-bitmap';
import type { TokenSet } from './token-set';
import { beginsBit, extendedLength, longestToken, ownBit, placeBitsOf, readBehind, wideBit } from './token-dictionary';

/** More take fewer bytes and longer looks. */
const tokensPerSlot = 0.6;
/** More tokens than fit into memory. */
const indexRange = 2 ** 28;

/** Where tokens are in the dictionary. */
export interface NumberedTokens {
  readonly tokens: TokenSet;
  readonly hashes: Int32Array;
  /** How many places there are for hashes, and how many slots: some more, since a place may be taken. */
  readonly homes: number;
  readonly slotCount: number;
  /** The slot of each token, which is its number, by its place in the input. */
  readonly numbers: Int32Array;
  /** Places in the input, by slot; -1 where the slot is free. */
  readonly order: Int32Array;
}

export function numberTokens(tokens: TokenSet): NumberedTokens {
  const hashes = tokens.hashes.subarray(0, tokens.count);
  const homes = Math.ceil(tokens.count / tokensPerSlot) + 1;
  const scale = placeScale(homes);
  // Home and place in the input in one number each: these sort without a comparing function.
  const keys = Float64Array.from(hashes, (hash, index) => placeOf(hash, scale) * indexRange + index).sort();
  const numbers = new Int32Array(tokens.count);
  let next = 0;
  for (const key of keys) {
    next = Math.max(next, Math.floor(key / indexRange));
    numbers[key % indexRange] = next;
    next += 1;
  }
  const slotCount = Math.max(next, homes) + 1;
  const order = new Int32Array(slotCount).fill(-1);
  numbers.forEach((number, index) => (order[number] = index));
  return { tokens, hashes, homes, slotCount, numbers, order };
}

/** What stands beside the letters of the tokens, by place in the input; see `CompiledTrie`. */
export interface TokenFacts {
  readonly starts: Int32Array;
  readonly owns: Int32Array;
  readonly uses: Int32Array;
}

/** In the pool those that many names have come first: texts have them too, and the cache has them together. */
export function writeDictionary(numbered: NumberedTokens, facts: TokenFacts): { slots: Uint32Array; pool: Uint8Array } {
  const { hashes, numbers, slotCount, tokens } = numbered;
  const slots = new Uint32Array(slotCount);
  const pool = new Uint8Array(poolBytes(tokens, facts));
  const view = new DataView(pool.buffer);
  const placeBits = placeBitsOf(pool);
  let at = firstPlace;
  for (const key of Float64Array.from(facts.uses, (uses, index) => index - uses * indexRange).sort()) {
    const index = key - Math.floor(key / indexRange) * indexRange;
    slots[numbers[index] ?? 0] = ((hashes[index] ?? 0) << placeBits) | at;
    at = writeToken(view, at, { token: tokens.unitsOf(index), node: facts.starts[index] ?? -1, own: facts.owns[index] ?? -1 });
  }
  return { slots, pool };
}

/** None is at 0, which says that a slot is free. */
const firstPlace = 1;

function poolBytes(tokens: TokenSet, { owns, starts }: TokenFacts): number {
  const all = starts.reduce((sum, node, index) => {
    const token = tokens.unitsOf(index);
    const units = token.length * (isWide(token) ? 2 : 1) + (token.length >= extendedLength ? 1 : 0);
    return sum + 1 + units + (node < 0 ? 0 : 4) + ((owns[index] ?? -1) < 0 ? 0 : 4);
  }, firstPlace);
  return all + readBehind;
}

function writeToken(view: DataView, from: number, { token, node, own }: { token: Uint16Array; node: number; own: number }): number {
  if (token.length > longestToken) throw new RangeError('A token is too long');
  const wide = isWide(token);
  const length = Math.min(token.length, extendedLength);
  let at = from;
  view.setUint8(at++, length | (own < 0 ? 0 : ownBit) | (node < 0 ? 0 : beginsBit) | (wide ? wideBit : 0));
  for (const number of [node, own]) {
    if (number < 0) continue;
    view.setInt32(at, number, true);
    at += 4;
  }
  if (length === extendedLength) view.setUint8(at++, token.length);
  for (const unit of token) {
    if (wide) view.setUint16(at, unit, true);
    else view.setUint8(at, unit);
    at += wide ? 2 : 1;
  }
  return at;
}

function isWide(token: Uint16Array): boolean {
  return token.some((unit) => unit > 0xff);
}
