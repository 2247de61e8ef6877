import type { EntityKind } from '../model/entity';
import { tokenise } from '../text/tokens';

/*
 * Finds entities by the beginnings of the words of their names, in one buffer that is opened and not parsed: all words
 * in order, and for each the places of the names that have it. Places run from the names of the best known entity down,
 * so that what is found comes in that order without a sort. Some 25 bytes a name.
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
  /** Every word of it begins a word of one and the same name. All entities where there is none. */
  readonly text: string;
  readonly kind?: EntityKind;
}

export class NameIndexBuilder {
  readonly #terms = new Map<string, number>();
  readonly #postings: number[] = [];
  readonly #names: IndexedName[] = [];

  add({ number, names, kind, popularity = 0 }: IndexedEntity): void {
    for (const [rank, name] of names.entries()) {
      const at = this.#names.push({ number, kind: kinds.indexOf(kind), popularity, first: names[0] ?? '', rank }) - 1;
      for (const word of new Set(wordsOf(name))) {
        let term = this.#terms.get(word);
        if (term === undefined) this.#terms.set(word, (term = this.#terms.size));
        // Fits the 53 bits of a double, and sorts natively.
        this.#postings.push(term * placeRange + at);
      }
    }
  }

  build(): ArrayBuffer {
    const names = this.#names;
    const best = Uint32Array.from(names.keys()).sort((a, b) => compare(names[a], names[b]));
    const places = new Uint32Array(names.length);
    for (const [place, at] of best.entries()) places[at] = place;
    const words = [...this.#terms.keys()].sort(byUnits);
    const ranks = new Uint32Array(words.length);
    for (const [rank, word] of words.entries()) ranks[this.#terms.get(word) ?? 0] = rank;
    const postings = Float64Array.from(this.#postings, (key) => {
      const term = Math.floor(key / placeRange);
      return (ranks[term] ?? 0) * placeRange + (places[key % placeRange] ?? 0);
    }).sort();
    return pack({
      words,
      postings,
      numbers: Uint32Array.from(best, (at) => names[at]?.number ?? 0),
      traits: Uint8Array.from(best, (at) => (names[at]?.kind ?? 0) | (names[at]?.rank === 0 ? ownNameBit : 0)),
    });
  }
}

interface IndexedName {
  readonly number: number;
  readonly kind: number;
  readonly popularity: number;
  /** The entity's own name, and which of its names this is. */
  readonly first: string;
  readonly rank: number;
}

const ownNameBit = 8;
const kindMask = 7;
const placeRange = 2 ** 23;

/** As `tokenise` has them; most names have nothing in them that it would have to look at. */
function wordsOf(name: string): string[] {
  if (plainName.test(name)) return name.toLowerCase().split(/[ -]/).filter((word) => word !== '');
  return tokenise(name).map(({ norm }) => norm);
}

const plainName = /^[A-Za-z\d -]*$/;

/** The names of an entity stand together, its own first. */
function compare(one?: IndexedName, other?: IndexedName): number {
  if (!one || !other) return 0;
  return other.popularity - one.popularity || byUnits(one.first, other.first) || one.number - other.number || one.rank - other.rank;
}

function byUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

interface Packed {
  readonly words: readonly string[];
  readonly postings: Float64Array;
  readonly numbers: Uint32Array;
  readonly traits: Uint8Array;
}

/** Header, numbers, ends of words, ends of postings, postings, then the words' UTF-16 units and a byte for each name. */
function pack({ words, postings, numbers, traits }: Packed): ArrayBuffer {
  const units = words.reduce((sum, word) => sum + word.length, 0);
  const longs = headerLength + numbers.length + 2 * words.length + postings.length;
  const buffer = new ArrayBuffer(longs * 4 + units * 2 + traits.length);
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
  new Uint8Array(buffer, longs * 4 + units * 2).set(traits);
  return buffer;
}

/** Finds by `NameIndexBuilder`'s buffer. A query takes time in proportion to the postings of its words, never to the names. */
export class NameIndex {
  readonly #numbers: Uint32Array;
  readonly #wordEnds: Uint32Array;
  readonly #postingEnds: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #text: Uint16Array;
  readonly #traits: Uint8Array;

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
    this.#traits = new Uint8Array(buffer, at + units * 2, entities);
  }

  /** Undefined for bytes that are not such an index, or not all of one. */
  static open(buffer: ArrayBuffer): NameIndex | undefined {
    if (buffer.byteLength < headerLength * 4) return undefined;
    const [found, ...lengths] = new Uint32Array(buffer, 0, headerLength);
    const [entities = 0, words = 0, postings = 0, units = 0] = lengths;
    const size = (headerLength + entities + 2 * words + postings) * 4 + units * 2 + entities;
    return found === format && size === buffer.byteLength ? new NameIndex(buffer, lengths) : undefined;
  }

  /** Numbers of all entities that fit, best known first; those that fit by another than their own name after the others. */
  find({ text, kind }: NameQuery): Uint32Array {
    const wanted = kind === undefined ? -1 : kinds.indexOf(kind);
    const fitting = this.#fitting(wordsOf(text));
    const byOwn = new Uint32Array(this.#numbers.length);
    const byOther: number[] = [];
    let count = 0;
    let last = -1;
    for (let place = 0; place < this.#numbers.length; place++) {
      const traits = this.#traits[place] ?? 0;
      const isOwn = (traits & ownNameBit) !== 0;
      // Without words every entity fits, by its own name.
      if (fitting ? ((fitting[place >>> 5] ?? 0) & (1 << (place & 31))) === 0 : !isOwn) continue;
      if (wanted >= 0 && (traits & kindMask) !== wanted) continue;
      const number = this.#numbers[place] ?? 0;
      // The names of an entity stand together, its own first: one that is there already was the last.
      if (isOwn) byOwn[count++] = number;
      else if (number !== last) byOther.push(number);
      last = number;
    }
    byOwn.set(byOther, count);
    return byOwn.slice(0, count + byOther.length);
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
