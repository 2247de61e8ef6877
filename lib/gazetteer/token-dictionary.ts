import { hasOwnHash, type TokenTable } from '../text/token-table';
import { placeOf, placeScale } from './hash-bitmap';
import { KnownWords, nodeColumn, numberColumn, ownColumn } from './known-words';
import { nowhere } from './nodes';
import { widthFor } from './packed-numbers';
import { readThrough } from './read-through';

/**
 * The first byte of a token in the pool: its length, or that the length is in the next byte; and three facts. Behind it is the
 * node of one that begins names, and what it means alone where that node does not say so.
 */
export const extendedLength = 31;
export const ownBit = 32;
export const beginsBit = 64;
export const wideBit = 128;
/** What is read behind a token without looking whether it is there. */
export const readBehind = 16;
/** Longer tokens are no names; they match nothing. */
export const longestToken = 255;

/**
 * The tokens of all names: a hash table whose slots hold where in the pool a token is, with as many bits of its hash above
 * that as there is room for. The number of a token is its slot: it labels the edges of the trie. A token that begins names
 * has its node with it, so that a name of one word needs no look elsewhere.
 */
export class TokenDictionary {
  private readonly scale: number;
  private readonly placeBits: number;
  private readonly view: DataView;
  private readonly lastPlace: number;
  private readonly known = new KnownWords();

  /** @param homes where tokens may be by their hash; behind them are slots for those whose own was taken, then a free one */
  constructor(
    private readonly slots: Uint32Array,
    private readonly pool: Uint8Array,
    homes: number,
  ) {
    this.scale = placeScale(homes);
    this.placeBits = placeBitsOf(pool);
    this.view = new DataView(pool.buffer, pool.byteOffset, pool.byteLength);
    this.lastPlace = pool.length - readBehind;
  }

  /** The number of the token in this row; -1 for what is in no name. */
  find(table: TokenTable, row: number): number {
    if (!hasOwnHash(table, row)) return this.search(table, row);
    const hash = table.hashes[row] ?? 0;
    const known = this.known.numberOf(hash);
    if (known !== undefined) return known;
    const number = this.search(table, row);
    this.known.keep(hash, { number, node: this.nodeOf(number), own: this.ownOf(number) });
    return number;
  }

  private search({ hashes, units, unitsAt }: TokenTable, row: number): number {
    const { placeBits, pool, slots } = this;
    const hash = hashes[row] ?? 0;
    const from = unitsAt[row] ?? 0;
    const length = (unitsAt[row + 1] ?? 0) - from;
    for (let number = placeOf(hash, this.scale); ; number += 1) {
      const slot = slots[number] ?? 0;
      if (slot === 0) return -1;
      if ((slot ^ (hash << placeBits)) >>> placeBits !== 0) continue;
      let at = placeIn(slot, placeBits);
      const head = pool[at] ?? 0;
      at += lettersAt(head);
      let size = head & extendedLength;
      if (size === extendedLength) {
        size = pool[at] ?? 0;
        at += 1;
      }
      if (size !== length) continue;
      if (head >= wideBit) {
        let same = 0;
        while (same < length && wideAt(pool, at + same * 2) === units[from + same]) same += 1;
        if (same === length) return number;
        continue;
      }
      let unit = 0;
      while (unit < length && pool[at + unit] === units[from + unit]) unit += 1;
      if (unit === length) return number;
    }
  }

  /**
   * The numbers of the tokens in these rows, their nodes and what they mean alone. First what is at the place of each is read,
   * then what that leads to: no read of these loops waits for another, so a processor fetches many places of memory at once.
   * Most tokens are there.
   */
  findAll(table: TokenTable, lookUps: LookUps): void {
    const { known, lastPlace, placeBits, pool, scale, slots, view } = this;
    const { hashes, units, unitsAt } = table;
    const { found, rowShift, unknown } = lookUps;
    const count = known.recallAll(table, lookUps);
    for (let which = 0; which < count; which += 1) {
      const at = unknown[which] ?? 0;
      const hash = hashes[(found[at] ?? 0) >>> rowShift] ?? 0;
      const sign = hash << placeBits;
      // Two of five tokens are in one of the slots behind their own, since that was taken: without a branch, as none is foreseen.
      let number = placeOf(hash, scale);
      number += isOther((slots[number] ?? 0) ^ sign, placeBits);
      number += isOther((slots[number] ?? 0) ^ sign, placeBits);
      found[at + nodeColumn] = number;
      found[at + numberColumn] = slots[number] ?? 0;
    }
    for (let which = 0; which < count; which += 1) {
      const at = unknown[which] ?? 0;
      found[at + ownColumn] = pool[placeIn(found[at + numberColumn] ?? 0, placeBits)] ?? 0;
    }
    for (let which = 0; which < count; which += 1) {
      const at = unknown[which] ?? 0;
      const row = (found[at] ?? 0) >>> rowShift;
      const from = unitsAt[row] ?? 0;
      const length = (unitsAt[row + 1] ?? 0) - from;
      const slot = found[at + numberColumn] ?? 0;
      const place = placeIn(slot, placeBits);
      const head = found[at + ownColumn] ?? 0;
      const differs = ((head & ~ownBit) ^ (length | beginsBit)) | ((slot ^ ((hashes[row] ?? 0) << placeBits)) >>> placeBits);
      if (differs === 0 && length < extendedLength && place < lastPlace) {
        const letters = place + lettersAt(head);
        let unit = 0;
        while (unit < length && pool[letters + unit] === units[from + unit]) unit += 1;
        if (unit === length) {
          const number = found[at + nodeColumn] ?? 0;
          const node = view.getInt32(place + 1, true);
          const own = view.getInt32(place + 1 + ((head & ownBit) >>> 3), true);
          found[at + numberColumn] = number;
          found[at + nodeColumn] = node;
          found[at + ownColumn] = own;
          if (hasOwnHash(table, row)) known.keep(hashes[row] ?? 0, { number, node, own });
          continue;
        }
      }
      const number = this.find(table, row);
      found[at + numberColumn] = number;
      found[at + nodeColumn] = this.nodeOf(number);
      found[at + ownColumn] = this.ownOf(number);
    }
  }

  /** The number that the token with this hash has, unless that was taken. */
  homeOf(hash: number): number {
    return placeOf(hash, this.scale);
  }

  /** What tokens of earlier texts were, so that it is near. */
  readKnown(): number {
    return readThrough(this.known.words);
  }

  readAhead(number: number): number {
    return this.pool[placeIn(this.slots[number] ?? 0, this.placeBits)] ?? 0;
  }

  /** The node to which a token leads from the root. */
  private nodeOf(number: number): number {
    if (number < 0) return nowhere;
    const at = placeIn(this.slots[number] ?? 0, this.placeBits);
    return at >= this.lastPlace || ((this.pool[at] ?? 0) & beginsBit) === 0 ? nowhere : this.view.getInt32(at + 1, true);
  }

  /** What it means alone, as `nodeOf` or in a number of its own. */
  private ownOf(number: number): number {
    if (number < 0) return nowhere;
    const at = placeIn(this.slots[number] ?? 0, this.placeBits);
    if (at >= this.lastPlace || ((this.pool[at] ?? 0) & ownBit) === 0) return this.nodeOf(number);
    return this.view.getInt32(at + 5, true);
  }
}

interface LookUps {
  /**
   * In columns: rows of the table above other bits, so many, and room for what is found of each: the number, -1 for none, the node,
   * and what the token means alone, if that is a leaf.
   */
  readonly found: Int32Array;
  readonly rowShift: number;
  readonly count: number;
  /** Room for where those are that are not known. */
  readonly unknown: Int32Array;
}

/** How many bits of a slot say where in the pool a token is. */
export function placeBitsOf(pool: Uint8Array): number {
  return widthFor(pool.length);
}

/** 1 where the bits of a slot that are of a hash differ, else 0. */
function isOther(difference: number, placeBits: number): number {
  const bits = difference >>> placeBits;
  return (bits | -bits) >>> 31;
}

/** How far behind the first byte of a token its letters are. */
function lettersAt(head: number): number {
  return 1 + ((head & beginsBit) >>> 4) + ((head & ownBit) >>> 3);
}

function placeIn(slot: number, placeBits: number): number {
  return slot & ((1 << placeBits) - 1);
}

function wideAt(pool: Uint8Array, at: number): number {
  return (pool[at] ?? 0) | ((pool[at + 1] ?? 0) << 8);
}
