import { anyGate, capitalGate } from './alias-paths';
import { countBits } from './bits';
import { HashBitmap } from './hash-bitmap';
import { readLayout, type Layout, type SectionName } from './layout';
import { packMeaning, topicCode } from './meanings';
import { TokenDictionary } from './token-dictionary';

/** Fewer are searched by halving. */
const manyChildren = 16;

/** A compiled gazetteer as it lies in its buffer. Opening one makes a dozen views and reads nothing but the header. */
export class PackedIndex {
  readonly names: number;
  readonly dictionary: TokenDictionary;
  private readonly removed: Uint32Array;
  /** Tokens that are names by themselves, and those that are so though they begin with a small letter. */
  readonly alone: HashBitmap;
  readonly smallAlone: HashBitmap;
  /** Tokens with which some name may begin though they begin with a small letter. */
  readonly small: HashBitmap;
  /** Steps from a node, by its number, to a token; from the first token of a name, by that token's hash. */
  readonly edges: HashBitmap;
  private readonly view: DataView;
  private readonly flags: Uint32Array;
  private readonly lists: Uint32Array;
  readonly startTokens: number;
  private readonly childrenAt: number;
  private readonly childrenWidth: number;
  private readonly childrenMask: number;
  private readonly labelsAt: number;
  private readonly labelsWidth: number;
  private readonly labelsMask: number;
  private readonly endsAt: number;
  private readonly endsWidth: number;
  private readonly endsMask: number;

  /** Nothing where the buffer is truncated or not ours. */
  static open(buffer: ArrayBuffer): PackedIndex | undefined {
    const layout = readLayout(buffer);
    return layout && new PackedIndex(buffer, layout);
  }

  private constructor(buffer: ArrayBuffer, { counts, sections }: Layout) {
    const words = (name: SectionName): Uint32Array =>
      new Uint32Array(buffer, sections[name].offset, sections[name].bytes >>> 2);
    this.names = counts.names;
    this.startTokens = counts.startTokens;
    const pool = new Uint8Array(buffer, sections.pool.offset, sections.pool.bytes);
    this.dictionary = new TokenDictionary(words('buckets'), pool, counts.startTokens);
    this.view = new DataView(buffer);
    this.flags = words('flags');
    this.lists = words('lists');
    this.alone = new HashBitmap(words('alone'));
    this.smallAlone = new HashBitmap(words('smallAlone'));
    this.small = new HashBitmap(words('small'));
    this.edges = new HashBitmap(words('edges'));
    this.removed = words('removed');
    this.childrenAt = sections.children.offset;
    this.childrenWidth = counts.childrenWidth;
    this.childrenMask = maskOf(counts.childrenWidth);
    this.labelsAt = sections.labels.offset;
    this.labelsWidth = counts.labelsWidth;
    this.labelsMask = maskOf(counts.labelsWidth);
    this.endsAt = sections.ends.offset;
    this.endsWidth = counts.endsWidth;
    this.endsMask = maskOf(counts.endsWidth);
  }

  /** Whether this overlay takes an entity of the base away. */
  removes(entity: number): boolean {
    let low = 0;
    let high = this.removed.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const other = this.removed[middle] ?? 0;
      if (other === entity) return true;
      if (other < entity) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  /** False for -1, which stands for no node. */
  endsName(node: number): boolean {
    return node >= 0 && (((this.flags[(node >>> 5) * 4] ?? 0) >>> (node & 31)) & 1) === 1;
  }

  hasChildren(node: number): boolean {
    return node >= 0 && (((this.flags[(node >>> 5) * 4 + 1] ?? 0) >>> (node & 31)) & 1) === 1;
  }

  /**
   * The child of a node, by the child's token; or -1. Siblings are in the order of their tokens, and these are numbered by
   * hash, so they lie evenly: a guess by proportion comes near at once, halving closes in.
   */
  childOf(node: number, token: number): number {
    if (!this.hasChildren(node)) return -1;
    const rank = this.rankOf(node, 1);
    let low = this.firstChild(rank);
    let high = this.firstChild(rank + 1) - 1;
    let guess = high - low > manyChildren ? this.guessBetween(low, high, token) : (low + high) >>> 1;
    while (low <= high) {
      const label = this.labelOf(guess);
      if (label === token) return guess;
      if (label < token) low = guess + 1;
      else high = guess - 1;
      guess = high - low > manyChildren ? this.guessBetween(low, high, token) : (low + high) >>> 1;
    }
    return -1;
  }

  private guessBetween(low: number, high: number, token: number): number {
    const first = this.labelOf(low);
    const last = this.labelOf(high);
    if (token <= first) return low;
    if (token >= last) return high;
    // Never nearer to an end than an eighth, so that uneven numbers cannot make the search slow.
    const margin = (high - low) >>> 4;
    const guess = low + Math.floor(((high - low) * (token - first)) / (last - first));
    return Math.min(Math.max(guess, low + margin), high - margin);
  }

  private labelOf(node: number): number {
    const bit = (node - this.startTokens) * this.labelsWidth;
    return (this.view.getUint32(this.labelsAt + (bit >>> 3), true) >>> (bit & 7)) & this.labelsMask;
  }

  /** Puts the meanings of a node that ends a name into `into`, packed, and says how many there are. */
  readMeanings(node: number, into: number[]): number {
    const bit = this.rankOf(node, 0) * this.endsWidth;
    const end = ((this.view.getUint32(this.endsAt + (bit >>> 3), true) >>> (bit & 7)) & this.endsMask) >>> 0;
    if ((end & 1) === 0) {
      const formCode = (end >>> 1) & 3;
      into[0] = packMeaning(end >>> 3, formCode === topicCode ? anyGate : capitalGate, formCode);
      return 1;
    }
    const place = end >>> 1;
    const count = this.lists[place] ?? 0;
    for (let index = 0; index < count; index += 1) into[index] = this.lists[place + 1 + index] ?? 0;
    return count;
  }

  /** How many nodes before this one have the flag. */
  private rankOf(node: number, which: 0 | 1): number {
    const at = (node >>> 5) * 4 + which;
    return (this.flags[at + 2] ?? 0) + countBits((this.flags[at] ?? 0) & ((1 << (node & 31)) - 1));
  }

  private firstChild(rank: number): number {
    const bit = rank * this.childrenWidth;
    return (this.view.getUint32(this.childrenAt + (bit >>> 3), true) >>> (bit & 7)) & this.childrenMask;
  }
}

function maskOf(width: number): number {
  return width === 32 ? -1 : (1 << width) - 1;
}
