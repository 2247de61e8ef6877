import type { EntityKind } from '../model/entity';
import { tokenise } from '../text/tokens';

/*
 * Finds entities by the beginnings of the words of their names, in one buffer that is opened and not parsed: all words
 * in order, and for each the places of the entities that have it. Places run from the best known entity down, so that
 * what is found comes in that order without a sort. Some 25 bytes a name.
 */

const kinds: readonly (EntityKind | undefined)[] = [undefined, 'person', 'organisation', 'place', 'event', 'work', 'topic'];
const headerLength = 5;
const format = 0x534e_0001;

export interface IndexedEntity {
  readonly number: number;
  readonly names: readonly string[];
  readonly kind?: EntityKind;
  readonly popularity?: number;
}

export interface NameQuery {
  /** Every word of it begins a word of one of the entity's names. All entities where there is none. */
  readonly text: string;
  readonly kind?: EntityKind;
}

export class NameIndexBuilder {
  readonly #terms = new Map<string, number>();
  readonly #postings: number[] = [];
  readonly #entities: { number: number; kind: number; popularity: number; name: string }[] = [];

  add({ number, names, kind, popularity = 0 }: IndexedEntity): void {
    const at = this.#entities.push({ number, kind: kinds.indexOf(kind), popularity, name: names[0] ?? '' }) - 1;
    for (const word of new Set(names.flatMap(wordsOf))) {
      let term = this.#terms.get(word);
      if (term === undefined) this.#terms.set(word, (term = this.#terms.size));
      // Fits the 53 bits of a double, and sorts natively.
      this.#postings.push(term * placeRange + at);
    }
  }

  build(): ArrayBuffer {
    const entities = this.#entities;
    const best = Uint32Array.from(entities.keys()).sort((a, b) => compare(entities[a], entities[b]));
    const places = new Uint32Array(entities.length);
    for (const [place, at] of best.entries()) places[at] = place;
    const words = [...this.#terms.keys()].sort(byUnits);
    const ranks = new Uint32Array(words.length);
    for (const [rank, word] of words.entries()) ranks[this.#terms.get(word) ?? 0] = rank;
    const postings = Float64Array.from(this.#postings, (key) => {
      const term = Math.floor(key / placeRange);
      return (ranks[term] ?? 0) * placeRange + (places[key % placeRange] ?? 0);
    }).sort();
    return pack({ words, postings, numbers: Uint32Array.from(best, (at) => entities[at]?.number ?? 0), kinds: Uint8Array.from(best, (at) => entities[at]?.kind ?? 0) });
  }
}

const placeRange = 2 ** 23;

/** As `tokenise` has them; most names have nothing in them that it would have to look at. */
function wordsOf(name: string): string[] {
  if (plainName.test(name)) return name.toLowerCase().split(/[ -]/).filter((word) => word !== '');
  return tokenise(name).map(({ norm }) => norm);
}

const plainName = /^[A-Za-z\d -]*$/;

function compare(one?: { popularity: number; name: string }, other?: { popularity: number; name: string }): number {
  if (!one || !other) return 0;
  return other.popularity - one.popularity || byUnits(one.name, other.name);
}

function byUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

interface Packed {
  readonly words: readonly string[];
  readonly postings: Float64Array;
  readonly numbers: Uint32Array;
  readonly kinds: Uint8Array;
}

/** Header, numbers, ends of words, ends of postings, postings, then the words' UTF-16 units and the kinds. */
function pack({ words, postings, numbers, kinds: kindsOf }: Packed): ArrayBuffer {
  const units = words.reduce((sum, word) => sum + word.length, 0);
  const longs = headerLength + numbers.length + 2 * words.length + postings.length;
  const buffer = new ArrayBuffer(longs * 4 + units * 2 + kindsOf.length);
  const head = new Uint32Array(buffer, 0, longs);
  head.set([format, numbers.length, words.length, postings.length, units]);
  head.set(numbers, headerLength);
  const wordEnds = headerLength + numbers.length;
  const postingEnds = wordEnds + words.length;
  const firstPosting = postingEnds + words.length;
  const text = new Uint16Array(buffer, longs * 4, units);
  let end = 0;
  for (const [rank, word] of words.entries()) {
    for (let at = 0; at < word.length; at++) text[end++] = word.charCodeAt(at);
    head[wordEnds + rank] = end;
  }
  for (const [at, key] of postings.entries()) {
    head[firstPosting + at] = key % placeRange;
    head[postingEnds + Math.floor(key / placeRange)] = at + 1;
  }
  new Uint8Array(buffer, longs * 4 + units * 2).set(kindsOf);
  return buffer;
}

/** Finds by `NameIndexBuilder`'s buffer. A query takes time in proportion to the postings of its words, never to the names. */
export class NameIndex {
  readonly #numbers: Uint32Array;
  readonly #wordEnds: Uint32Array;
  readonly #postingEnds: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #text: Uint16Array;
  readonly #kinds: Uint8Array;

  private constructor(buffer: ArrayBuffer, [entities = 0, words = 0, postings = 0, units = 0]: readonly number[]) {
    let at = headerLength * 4;
    const longs = (length: number) => {
      const array = new Uint32Array(buffer, at, length);
      at += length * 4;
      return array;
    };
    this.#numbers = longs(entities);
    this.#wordEnds = longs(words);
    this.#postingEnds = longs(words);
    this.#postings = longs(postings);
    this.#text = new Uint16Array(buffer, at, units);
    this.#kinds = new Uint8Array(buffer, at + units * 2, entities);
  }

  /** Undefined for bytes that are not such an index, or not all of one. */
  static open(buffer: ArrayBuffer): NameIndex | undefined {
    if (buffer.byteLength < headerLength * 4) return undefined;
    const [found, ...lengths] = new Uint32Array(buffer, 0, headerLength);
    const [entities = 0, words = 0, postings = 0, units = 0] = lengths;
    const size = (headerLength + entities + 2 * words + postings) * 4 + units * 2 + entities;
    return found === format && size === buffer.byteLength ? new NameIndex(buffer, lengths) : undefined;
  }

  get entities(): number {
    return this.#numbers.length;
  }

  /** Numbers of all entities that fit, best known first. */
  find({ text, kind }: NameQuery): Uint32Array {
    const wanted = kind === undefined ? -1 : kinds.indexOf(kind);
    const fitting = this.#fitting(wordsOf(text));
    const found = new Uint32Array(this.#numbers.length);
    let count = 0;
    for (let place = 0; place < this.#numbers.length; place++) {
      if (fitting && ((fitting[place >>> 5] ?? 0) & (1 << (place & 31))) === 0) continue;
      if (wanted >= 0 && this.#kinds[place] !== wanted) continue;
      found[count++] = this.#numbers[place] ?? 0;
    }
    return found.slice(0, count);
  }

  /** A bit for each place that has all the words; undefined where there are none to have. */
  #fitting(words: readonly string[]): Uint32Array | undefined {
    let all: Uint32Array | undefined;
    for (const word of words) {
      const having = this.#having(word);
      if (!all) all = having;
      else for (let at = 0; at < all.length; at++) all[at] = (all[at] ?? 0) & (having[at] ?? 0);
    }
    return all;
  }

  #having(prefix: string): Uint32Array {
    const bits = new Uint32Array((this.#numbers.length + 31) >>> 5);
    const first = this.#firstWord(prefix, false);
    const last = this.#firstWord(prefix, true);
    const from = first === 0 ? 0 : (this.#postingEnds[first - 1] ?? 0);
    const to = last === 0 ? 0 : (this.#postingEnds[last - 1] ?? 0);
    for (let at = from; at < to; at++) {
      const place = this.#postings[at] ?? 0;
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
    }
    return bits;
  }

  /** The first word that does not come before the prefix, or that comes after all words with it. */
  #firstWord(prefix: string, isAfter: boolean): number {
    let low = 0;
    for (let high = this.#wordEnds.length; low < high; ) {
      const middle = (low + high) >>> 1;
      const order = this.#compareWord(middle, prefix);
      if (order < 0 || (isAfter && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** 0 where the word begins with the prefix. */
  #compareWord(rank: number, prefix: string): number {
    const start = rank === 0 ? 0 : (this.#wordEnds[rank - 1] ?? 0);
    const end = this.#wordEnds[rank] ?? 0;
    for (let at = 0; at < prefix.length; at++) {
      if (start + at >= end) return -1;
      const difference = (this.#text[start + at] ?? 0) - prefix.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}
