/**
 * Finds an entity's number by its id without a row for each: hashes of all ids in order, the numbers beside them, in
 * one buffer (8 bytes an entity; 0.5 MB for 65,000). A hash may stand for several ids, so whoever looks one up
 * compares the ids of what comes back.
 */
export class IdIndexBuilder {
  /** hash × 2^23 + number: fits the 53 bits of a double, and sorts natively. */
  readonly #keys: Float64Array;
  #length = 0;

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity);
  }

  add(id: string, number: number): void {
    if (number >= numberRange) throw new RangeError(`entity number ${number}`);
    this.#keys[this.#length++] = hashOf(id) * numberRange + number;
  }

  /** Groups of numbers whose ids have the same hash, each group in ascending order. */
  *collisions(): Generator<number[]> {
    const keys = this.#sorted();
    for (let from = 0, to = 1; from < keys.length; from = to++) {
      while (to < keys.length && hashIn(keys, to) === hashIn(keys, from)) to++;
      if (to - from > 1) yield Array.from(keys.subarray(from, to), (key) => key % numberRange);
    }
  }

  build(): ArrayBuffer {
    const keys = this.#sorted();
    const index = new Uint32Array(keys.length * 2);
    for (const [at, key] of keys.entries()) {
      index[at] = hashIn(keys, at);
      index[keys.length + at] = key % numberRange;
    }
    return index.buffer;
  }

  #sorted(): Float64Array {
    return this.#keys.subarray(0, this.#length).sort();
  }
}

/** Numbers of the entities that may have this id. */
export function lookUpId(index: Uint32Array, id: string): number[] {
  const length = index.length / 2;
  const hash = hashOf(id);
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((index[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  const numbers: number[] = [];
  for (; low < length && index[low] === hash; low++) numbers.push(index[length + low] ?? 0);
  return numbers;
}

const numberRange = 2 ** 23;

function hashIn(keys: Float64Array, at: number): number {
  return Math.floor((keys[at] ?? 0) / numberRange);
}

/** FNV-1a over UTF-16 units, folded to 30 bits. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash >>> 30) ^ hash) & 0x3fffffff;
}
