import { lowerBit, numberBit } from './characters';

/** What a token is. */
export const wordToken = 0;
/** The 's of a possessive or a short form, a token of its own after its word. */
export const possessiveToken = 1;
/** Punctuation that separates names, one character a token. */
export const breakToken = 2;
export const kindMask = 3;

/** Where in a token's traits the case bits of all its characters together are; those of the first are in their own place. */
export const seenShift = 3;

/** A possessive's traits; case says nothing of it, and it counts as small. */
export const possessiveTraits = possessiveToken | lowerBit | (lowerBit << seenShift);

/**
 * The bits of a word's traits that say what its units have above their low five bits, all of them together. The reader notes it
 * of plain words, the most.
 */
export const unitBits = -1 << 21;

/** These traits are so where a word has letters from a to z alone. */
export const ownHashMask = unitBits | (numberBit << seenShift);
export const ownHashTraits = 3 << 21;
/** A word of no more such letters has a hash that no other such word has: letters are not compared then. */
export const mostOwnLetters = 6;

export function hasOwnHash({ traits, unitsAt }: TokenTable, row: number): boolean {
  const length = (unitsAt[row + 1] ?? 0) - (unitsAt[row] ?? 0);
  return ((traits[row] ?? 0) & ownHashMask) === ownHashTraits && length <= mostOwnLetters;
}

export const hashSeed = 0;
const bitsPerLetter = 5;

/**
 * One step of the hash over the folded units of a token. Letters from a to z differ in their low five bits alone, and those of
 * six letters come to lie side by side.
 */
export function nextHash(hash: number, unit: number): number {
  return ((hash << bitsPerLetter) | (hash >>> (32 - bitsPerLetter))) ^ unit;
}

/** The last step: brings what units change into all bits. It can be undone: what was different stays so. */
export function lastHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** The hash of a folded token, as the reader computes it on the way. */
export function hashToken(folded: string): number {
  let hash = hashSeed;
  for (let index = 0; index < folded.length; index += 1) hash = nextHash(hash, folded.charCodeAt(index));
  return lastHash(hash);
}

/** Arrays for texts up to so many units are kept; larger ones are given back when a text needs much less. */
const keptUnits = 1 << 16;

/** A function takes only so many arguments at once; the engines differ, this is safe. */
const mostArguments = 8192;

/**
 * The tokens of a text, as columns: an object for each would take longer to make than the text to read. Only the first
 * `count` rows hold something.
 */
export class TokenTable {
  count = 0;
  /** UTF-16 offsets into the text; `ends` leave a possessive 's out. */
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  /** Of the folded token, by `hashToken`. */
  hashes = new Int32Array(0);
  /** Kind, case bits of the first character, at `seenShift` those of all, and `unitBits`. */
  traits = new Int32Array(0);
  /** Where in `units` the folded token begins; it ends where the next begins. */
  unitsAt = new Int32Array(1);
  units = new Uint16Array(0);

  /** Empties the table and makes room for any text of so many units. */
  reserve(length: number): void {
    this.count = 0;
    const room = this.starts.length;
    if (room > length && (room <= keptUnits || room <= length * 8)) return;
    const capacity = length + (length >>> 2) + 64;
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.hashes = new Int32Array(capacity);
    this.traits = new Int32Array(capacity);
    this.unitsAt = new Int32Array(capacity + 1);
    this.units = new Uint16Array(capacity * 2);
  }

  /** The folded token of a row. For all rows, `foldedAll` is many times faster. */
  folded(row: number): string {
    return textOf(this.units.subarray(this.unitsAt[row], this.unitsAt[row + 1]));
  }

  /** The folded tokens of all rows. */
  foldedAll(): string[] {
    const { count, units, unitsAt } = this;
    const used = unitsAt[count] ?? 0;
    let all = '';
    for (let from = 0; from < used; from += mostArguments) {
      all += textOf(units.subarray(from, Math.min(used, from + mostArguments)));
    }
    const folded: string[] = [];
    for (let row = 0; row < count; row += 1) folded.push(all.slice(unitsAt[row], unitsAt[row + 1]));
    return folded;
  }

  /** Writes a unit of the row that is to be added next; says how many it has then. */
  writeUnit(unit: number, length: number): number {
    const at = (this.unitsAt[this.count] ?? 0) + length;
    // Behind it must be room for the rest of the text, which is written without looking.
    if (at + this.starts.length >= this.units.length) this.growUnits(at);
    this.units[at] = unit;
    return length + 1;
  }

  writeUnits(folded: string): number {
    let length = 0;
    while (length < folded.length) length = this.writeUnit(folded.charCodeAt(length), length);
    return length;
  }

  /** Adds a row whose units, so many, are written. */
  add({ start, end, traits, length }: { start: number; end: number; traits: number; length: number }): void {
    const { count, units } = this;
    const from = this.unitsAt[count] ?? 0;
    let hash = hashSeed;
    for (let at = from; at < from + length; at += 1) hash = nextHash(hash, units[at] ?? 0);
    this.starts[count] = start;
    this.ends[count] = end;
    this.traits[count] = traits;
    this.hashes[count] = lastHash(hash);
    this.unitsAt[count + 1] = from + length;
    this.count = count + 1;
  }

  private growUnits(at: number): void {
    const larger = new Uint16Array((at + this.starts.length) * 2);
    larger.set(this.units);
    this.units = larger;
  }
}

/** Not spread, which would make a list of them first, one at a time. */
function textOf(units: Uint16Array): string {
  return Reflect.apply(String.fromCharCode, undefined, units) as string;
}
