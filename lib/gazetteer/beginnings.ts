/** What a token may begin, in four bits. */
export const isName = 1;
export const beginsNames = 2;
/** The same for tokens that are written with a small letter first is so many bits higher. */
export const smallShift = 2;

/** What stands for the first token of a name in the bitmap of steps: 1 where it may have a small letter first, else 0. */
export function writtenHash(hash: number, small: number): number {
  return hash ^ -small;
}

const slotsPerToken = 4;

/**
 * What the tokens of a text may begin, by hash alone: of most words it says at once that they begin nothing, and it stays
 * in a near cache. Tokens share slots, so a yes can be wrong; a no is sure.
 */
export class Beginnings {
  private readonly shift: number;

  /** @param words eight slots each; a power of two of them */
  constructor(readonly words: Uint32Array) {
    this.shift = 32 - Math.log2(words.length * 8);
  }

  static of(tokens: readonly { readonly hash: number; readonly bits: number }[]): Beginnings {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(8, tokens.length * slotsPerToken)));
    const beginnings = new Beginnings(new Uint32Array(slots / 8));
    for (const { hash, bits } of tokens) beginnings.add(hash, bits);
    return beginnings;
  }

  lookUp(hash: number): number {
    const slot = hash >>> this.shift;
    return ((this.words[slot >>> 3] ?? 0) >>> ((slot & 7) * 4)) & 15;
  }

  private add(hash: number, bits: number): void {
    const slot = hash >>> this.shift;
    this.words[slot >>> 3] = (this.words[slot >>> 3] ?? 0) | (bits << ((slot & 7) * 4));
  }
}
