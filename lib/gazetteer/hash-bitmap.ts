const hashRange = 2 ** 32;

/** A place for a hash among `scale * 2³²`: by multiplication, so that any number of places will do. */
export function placeOf(hash: number, scale: number): number {
  return Math.floor((mix(hash) >>> 0) * scale);
}

export function scaleOf(places: number): number {
  return places / hashRange;
}

/** One hash for two. */
export function pairHash(one: number, other: number): number {
  return Math.imul(one, 0x9e3779b1) ^ other;
}

/** Brings what the last letters change into the high bits, from where a place is taken. */
function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

const bitsPerHash = 8;

/**
 * Which hashes may be there: a no is sure, a yes is wrong for one in sixteen that are not. Each hash sets two bits of one
 * word, so that asking costs one look at memory.
 */
export class HashBitmap {
  private readonly scale: number;

  constructor(readonly words: Uint32Array) {
    this.scale = scaleOf(words.length);
  }

  static of(hashes: ArrayLike<number>): HashBitmap {
    const bitmap = new HashBitmap(new Uint32Array(Math.ceil((hashes.length * bitsPerHash) / 32) + 1));
    for (const hash of Array.from(hashes)) bitmap.add(hash);
    return bitmap;
  }

  has(hash: number): boolean {
    const mixed = mix(hash);
    const bits = (1 << (mixed & 31)) | (1 << ((mixed >>> 5) & 31));
    return ((this.words[Math.floor((mixed >>> 0) * this.scale)] ?? 0) & bits) === bits;
  }

  private add(hash: number): void {
    const mixed = mix(hash);
    const place = Math.floor((mixed >>> 0) * this.scale);
    this.words[place] = (this.words[place] ?? 0) | (1 << (mixed & 31)) | (1 << ((mixed >>> 5) & 31));
  }
}
