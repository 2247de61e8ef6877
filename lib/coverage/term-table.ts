import type { TermStatistics } from './term-statistics';

const slots = 1 << 17;
/** Half of what a slot holds: when so many articles were counted, all counts are halved, and what is old fades. */
const mostArticles = 60_000;

/**
 * In how many articles each term stands, in 256 KB however many there are. Terms of one hash share a count, which makes a
 * few rare ones look common.
 */
export class TermTable implements TermStatistics {
  readonly #counts: Uint16Array;
  #articles: number;

  constructor(counts = new Uint16Array(slots), articles = 0) {
    this.#counts = counts;
    this.#articles = articles;
  }

  get articles(): number {
    return this.#articles;
  }

  articlesWith(term: string): number {
    return this.articlesWithHash(termHash(term));
  }

  articlesWithHash(hash: number): number {
    return this.#counts[hash & (slots - 1)] ?? 0;
  }

  /** The terms of one article, each once. */
  add(terms: Iterable<string>): void {
    if (++this.#articles >= mostArticles) this.#fade();
    const seen = new Set<number>();
    for (const term of terms) seen.add(termHash(term) & (slots - 1));
    for (const slot of seen) this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  /** To be kept, and read again by `readTermTable`. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(4 + slots * 2);
    new DataView(bytes.buffer).setUint32(0, this.#articles, true);
    bytes.set(new Uint8Array(this.#counts.buffer, this.#counts.byteOffset, slots * 2), 4);
    return bytes;
  }

  #fade(): void {
    this.#articles >>>= 1;
    for (let slot = 0; slot < slots; slot++) this.#counts[slot] = (this.#counts[slot] ?? 0) >>> 1;
  }
}

/** An empty table for bytes that are none. */
export function readTermTable(bytes: Uint8Array | undefined): TermTable {
  if (bytes?.length !== 4 + slots * 2) return new TermTable();
  const articles = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return new TermTable(new Uint16Array(bytes.slice(4).buffer), articles);
}

/** FNV-1a, 32 bits. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
