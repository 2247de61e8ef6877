/** What a token that is written with a small letter first may begin, in two bits. */
export const isName = 1;
export const beginsNames = 2;

const slotsPerToken = 8;
const slotsPerWord = 16;

/**
 * What words with a small first letter may begin, by hash alone. Most words of a text are such and begin nothing, and few
 * names begin with one: this says so out of the nearest cache. Tokens share slots, so a yes can be wrong; a no is sure. The slot
 * of a token is `hash >>> shift`, sixteen slots to a word.
 */
export class Beginnings {
  readonly shift: number;

  /** @param words a power of two of them */
  constructor(readonly words: Uint32Array) {
    this.shift = 32 - Math.log2(words.length * slotsPerWord);
  }

  static of(tokens: readonly { readonly hash: number; readonly bits: number }[]): Beginnings {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(slotsPerWord, tokens.length * slotsPerToken)));
    const beginnings = new Beginnings(new Uint32Array(slots / slotsPerWord));
    for (const { hash, bits } of tokens) beginnings.add(hash, bits);
    return beginnings;
  }

  private add(hash: number, bits: number): void {
    const slot = hash >>> this.shift;
    this.words[slot >>> 4] = (this.words[slot >>> 4] ?? 0) | (bits << ((slot & 15) * 2));
  }
}
