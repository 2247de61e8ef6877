export const hashRange = 2 ** 32;
const bitsPerHash = 8;
const leastWords = 2;

/** The place of a hash among so many, by multiplication, so that any number of places will do: `placeScale` of the number. */
export function placeOf(hash: number, scale: number): number {
  return ((hash >>> 0) * scale) | 0;
}

export function placeScale(places: number): number {
  return places / hashRange;
}

/** One hash for two. */
export function pairHash(one: number, other: number): number {
  const mixed = Math.imul(Math.imul(one, 0x9e3779b1) ^ other, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 15);
}

/**
 * Which hashes may be there: a no is sure, a yes is wrong for one in sixteen that are not. Each hash sets two bits of one
 * word, so that asking costs one look at memory: whether `isMissing` in the word at `hash >>> shift`.
 */
export class HashBitmap {
  readonly shift: number;

  /** @param words a power of two of them */
  constructor(readonly words: Uint32Array) {
    this.shift = 32 - Math.log2(words.length);
  }

  static of(hashes: Int32Array): HashBitmap {
    const words = 2 ** Math.ceil(Math.log2(Math.max(leastWords, (hashes.length * bitsPerHash) / 32)));
    const bitmap = new HashBitmap(new Uint32Array(words));
    for (const hash of hashes) addTo(bitmap.words, hash >>> bitmap.shift, hash);
    return bitmap;
  }
}

/** 1 where a word lacks a bit of this hash, else 0: computed without a branch. */
export function isMissing(word: number, hash: number): number {
  const missing = ~word & bitsOf(hash);
  return (missing | -missing) >>> 31;
}

export function addTo(words: Uint32Array, place: number, hash: number): void {
  words[place] = (words[place] ?? 0) | bitsOf(hash);
}

/** By the low bits of a hash; the high ones say where. */
function bitsOf(hash: number): number {
  return (1 << hash) | (1 << (hash >>> 5)) | (1 << (hash >>> 10));
}
