import { standingOf } from '../linking/standing';
import type { Entity } from '../model/entity';

/*
 * What linking asks of entities, by number, in one Blob: a text has candidates on nearly every entity page, and all of
 * this is read sooner than those pages are (65,000 entities in Chromium 12 against 22 ms, 545,000 in 43 against 280).
 * The Blob begins with how many numbers there are, where each one's JSON ends, and how it stands among others of its name.
 * Links are left out, and of each entity its field's names: that halves it.
 */

/** Beside the count where standings follow: those that were made before have none. */
const hasStandings = 0x80000000;

/** Parts of the Blob are handed over to the browser when they are so large: what waits is not doubled to be put together. */
const partBytes = 1 << 20;

export class FactsBuilder {
  readonly #ends: Uint32Array<ArrayBuffer>;
  readonly #standings: Uint8Array<ArrayBuffer>;
  readonly #parts: Blob[] = [];
  readonly #encoder = new TextEncoder();
  #part = new Uint8Array(partBytes);
  #filled = 0;
  #length = 0;
  #next = 0;

  /** @param count one more than the largest number. */
  constructor(count: number) {
    this.#ends = new Uint32Array(count + 1);
    this.#ends[0] = (count | hasStandings) >>> 0;
    this.#standings = new Uint8Array(count);
  }

  /** Numbers ascend; those that are left out have no facts. */
  add(number: number, entity: Entity): void {
    const { id, name, aliases, kind, popularity, description } = entity;
    this.#endUpTo(number);
    this.#standings[number] = standingOf(entity);
    const fields = [id, name, aliases, kind ?? null, popularity ?? null, description ?? null];
    while (fields.at(-1) === null) fields.pop();
    this.#write(JSON.stringify(fields));
  }

  build(): Blob {
    this.#endUpTo(this.#ends.length - 1);
    return new Blob([this.#ends, this.#standings, ...this.#parts, this.#part.subarray(0, this.#filled)]);
  }

  #endUpTo(number: number): void {
    this.#ends.fill(this.#length, this.#next + 1, number + 1);
    this.#next = number;
  }

  #write(text: string): void {
    // A UTF-16 unit is three bytes at most.
    if (this.#filled + text.length * 3 > this.#part.length) {
      this.#parts.push(new Blob([this.#part.subarray(0, this.#filled)]));
      this.#filled = 0;
      if (text.length * 3 > this.#part.length) this.#part = new Uint8Array(text.length * 3);
    }
    const { written } = this.#encoder.encodeInto(text, this.#part.subarray(this.#filled));
    this.#filled += written;
    this.#length += written;
  }
}

const decoder = new TextDecoder();

export class FactsIndex {
  readonly #ends: Uint32Array;
  readonly #bytes: Uint8Array;

  readonly #standings: Uint8Array | undefined;

  private constructor(ends: Uint32Array, bytes: Uint8Array, standings: Uint8Array | undefined) {
    this.#ends = ends;
    this.#bytes = bytes;
    this.#standings = standings;
  }

  /** Undefined for bytes that are no such index, or not all of one. */
  static open(buffer: ArrayBuffer): FactsIndex | undefined {
    if (buffer.byteLength < 4) return undefined;
    const [first = 0] = new Uint32Array(buffer, 0, 1);
    const count = (first & ~hasStandings) >>> 0;
    const standingsLength = first >= hasStandings ? count : 0;
    const bytesAt = 4 * (count + 1) + standingsLength;
    if (buffer.byteLength < bytesAt) return undefined;
    const ends = new Uint32Array(buffer, 4, count);
    const bytes = new Uint8Array(buffer, bytesAt);
    const standings = standingsLength > 0 ? new Uint8Array(buffer, bytesAt - standingsLength, standingsLength) : undefined;
    return bytes.length === (ends.at(-1) ?? 0) ? new FactsIndex(ends, bytes, standings) : undefined;
  }

  /** As `standingOf` has it; undefined where it was not written down. */
  standing(number: number): number | undefined {
    return this.#standings?.[number];
  }

  /** The entity without its links. */
  entity(number: number): Entity | undefined {
    const start = number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
    const end = this.#ends[number] ?? 0;
    if (end <= start) return undefined;
    // Our own writing, encoded above from an entity that its schema had accepted.
    const fields = JSON.parse(decoder.decode(this.#bytes.subarray(start, end))) as Fields;
    // Read one by one and made all of one shape, since whoever wakes for a page asks for hundreds before any of this is compiled.
    return {
      id: fields[0], name: fields[1], aliases: fields[2],
      kind: fields[3] ?? undefined, popularity: fields[4] ?? undefined, description: fields[5] ?? undefined,
    };
  }
}

type Fields = [
  id: string, name: string, aliases: string[],
  kind?: NonNullable<Entity['kind']> | null, popularity?: number | null, description?: string | null,
];
