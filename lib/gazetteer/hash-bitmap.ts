const hashRange = 2 ** 32;
const bitsPerHash = 12;

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
 * word, so that asking costs one look at memory.
 */
export class HashBitmap {
  private readonly scale: number;

  constructor(readonly words: Uint32Array) {
    this.scale = placeScale(words.length);
  }

  static of(hashes: Int32Array): HashBitmap {
    const bitmap = HashBitmap.for(hashes.length);
    for (const hash of hashes) bitmap.add(hash);
    return bitmap;
  }

  /** Empty, with room for so many. */
  static for(hashes: number): HashBitmap {
    return new HashBitmap(new Uint32Array(Math.ceil((hashes * bitsPerHash) / 32) + 1));
  }

  /** 1 for yes, 0 for no; computed without a branch. */
  ask(hash: number): number {
    const bits = bitsOf(hash);
    const missing = ~(this.words[placeOf(hash, this.scale)] ?? 0) & bits;
    return ((missing | -missing) >>> 31) ^ 1;
  }

  add(hash: number): void {
    const place = placeOf(hash, this.scale);
    this.words[place] = (this.words[place] ?? 0) | bitsOf(hash);
  }
}

/** By the low bits of a hash; the high ones say where. */
function bitsOf(hash: number): number {
  return (1 << hash) | (1 << (hash >>> 5)) | (1 << (hash >>> 10));
}
