/** As browsers have it, and Node from 21 on. */
interface Transferable {
  readonly transfer?: (length: number) => unknown;
}

/**
 * Gives back at once the memory of an array that nobody reads any more. Browsers free it by themselves only when they collect
 * garbage, for which a million names leave them little reason: by then, all that was dropped has been held together.
 */
export function release({ buffer }: ArrayBufferView): void {
  if (!(buffer instanceof ArrayBuffer)) return;
  const handing: ArrayBuffer & Transferable = buffer;
  if (handing.transfer) handing.transfer(0);
  // Taken away all the same, so that whoever still reads it is found there too.
  else structuredClone(buffer, { transfer: [buffer] });
}

/** Moves numbers into an array with more room, and gives back the one that they were in. */
export function moveInto<T extends Int32Array | Uint32Array | Uint16Array>(larger: T, numbers: T): T {
  larger.set(numbers);
  release(numbers);
  return larger;
}
