const hashRange = 2 ** 32;

/** A place for a hash among `scale * 2³²`: by multiplication, so that any number of places will do. */
export function placeOf(hash: number, scale: number): number {
  // The last round brings what the last letters change into the high bits.
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return Math.floor(((mixed ^ (mixed >>> 13)) >>> 0) * scale);
}

export function scaleOf(places: number): number {
  return places / hashRange;
}

/** One hash for two. */
export function pairHash(one: number, other: number): number {
  return Math.imul(one, 0x9e3779b1) ^ other;
}

/** Which hashes may be there: a no is sure, a yes is wrong for one in eight that are not. */
export class HashBitmap {
  private readonly scale: number;

  constructor(readonly words: Uint32Array) {
    this.scale = scaleOf(words.length * 32);
  }

  static of(hashes: ArrayLike<number>): HashBitmap {
    const bitmap = new HashBitmap(new Uint32Array(Math.ceil((hashes.length * bitsPerHash) / 32)));
    for (const hash of Array.from(hashes)) bitmap.add(hash);
    return bitmap;
  }

  /** Never true of an empty bitmap. */
  has(hash: number): boolean {
    const place = placeOf(hash, this.scale);
    return (((this.words[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  private add(hash: number): void {
    const place = placeOf(hash, this.scale);
    this.words[place >>> 5] = (this.words[place >>> 5] ?? 0) | (1 << (place & 31));
  }
}

const bitsPerHash = 8;
