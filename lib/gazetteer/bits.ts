/** How many bits are set. */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bits, 0x01010101) >>> 24;
}

/** A width that holds numbers up to `largest`: what one unaligned 32-bit read can give, so 25 bits at most, or 32. */
export function widthFor(largest: number): number {
  const bits = Math.max(1, 32 - Math.clz32(largest));
  return bits > 25 ? 32 : bits;
}

/** Bytes of `count` packed numbers, with what the last unaligned read needs behind them. */
export function packedBytes(count: number, width: number): number {
  return ((Math.ceil((count * width) / 8) + 3) & ~3) + 4;
}

export function writePacked(view: DataView, width: number, numbers: Iterable<number>): void {
  let bit = 0;
  for (const number of numbers) {
    const at = bit >>> 3;
    const shift = bit & 7;
    view.setUint32(at, view.getUint32(at, true) | (number << shift), true);
    bit += width;
  }
}

export function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
