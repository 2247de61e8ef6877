/** How many bits hold numbers up to `largest`. */
export function widthFor(largest: number): number {
  return Math.max(1, 32 - Math.clz32(largest));
}

/** What the last unaligned read needs behind the numbers. */
const readAhead = 8;

/** Numbers of as many bits as the largest needs, one behind the other; several columns can lie side by side in rows. */
export class PackedNumbers {
  private readonly stride: number;
  private readonly before: number;
  private readonly width: number;
  private readonly mask: number;

  /** @param column how many bits a row has, how many of them are before this column's, and how many are this column's */
  constructor(
    private readonly view: DataView,
    column: { readonly stride: number; readonly before: number; readonly width: number },
  ) {
    this.stride = column.stride;
    this.before = column.before;
    this.width = column.width;
    this.mask = column.width === 32 ? -1 : (1 << column.width) - 1;
  }

  /** A byte of a row, so that its place in memory is near when it is asked for; 0 behind the last. */
  readAhead(row: number): number {
    const byte = (row * this.stride) >>> 3;
    return byte < this.view.byteLength ? this.view.getUint8(byte) : 0;
  }

  at(row: number): number {
    const bit = row * this.stride + this.before;
    const byte = bit >>> 3;
    const shift = bit & 7;
    // Only where bytes changed in storage does anything lead there.
    if (byte + 4 >= this.view.byteLength) return 0;
    let bits = this.view.getUint32(byte, true) >>> shift;
    if (shift + this.width > 32) bits |= this.view.getUint8(byte + 4) << (32 - shift);
    return (bits & this.mask) >>> 0;
  }
}

/** Packs columns side by side; all have the same length. */
export function packColumns(columns: readonly Uint32Array[], widths: readonly number[]): Uint8Array {
  const rows = columns[0]?.length ?? 0;
  const stride = widths.reduce((sum, width) => sum + width, 0);
  const bytes = new Uint8Array(Math.ceil((rows * stride) / 8) + readAhead);
  const view = new DataView(bytes.buffer);
  let before = 0;
  columns.forEach((column, index) => {
    column.forEach((value, row) => writeBits(view, row * stride + before, value));
    before += widths[index] ?? 0;
  });
  return bytes;
}

function writeBits(view: DataView, bit: number, value: number): void {
  const byte = bit >>> 3;
  const shift = bit & 7;
  view.setUint32(byte, view.getUint32(byte, true) | (value << shift), true);
  // What a shift pushed out of the word; a shift by 32 would be none.
  if (shift > 0) view.setUint8(byte + 4, view.getUint8(byte + 4) | (value >>> (32 - shift)));
}

export function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
