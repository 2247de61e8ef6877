import { anyGate, capitalGate } from './alias-paths';
import { Beginnings } from './beginnings';
import { HashBitmap } from './hash-bitmap';
import { KnownChildren } from './known-children';
import { readLayout, type Layout, type SectionName } from './layout';
import { packMeaning, topicCode } from './meanings';
import { firstChildOf, firstEdgeOf, hasChildren, isSizeElsewhere, labelOf, leafWithList, leafWithMeaning, nowhere, sizeOf, valueOf } from './nodes';
import { PackedNumbers } from './packed-numbers';
import { readThrough } from './read-through';
import { StepBitmap } from './step-bitmap';
import { TokenDictionary } from './token-dictionary';

/** Guesses by proportion before halving. */
const mostGuesses = 4;

/** A compiled gazetteer as it lies in its buffer. Opening one makes a dozen views and reads nothing but the header. */
export class PackedIndex {
  readonly names: number;
  readonly dictionary: TokenDictionary;
  readonly smallBeginnings: Beginnings;
  /** First and second tokens of names that may begin with a small letter, by the hashes of both. */
  readonly smallSteps: HashBitmap;
  readonly steps: StepBitmap;
  private readonly known = new KnownChildren();
  private readonly removed: Uint32Array;
  private readonly lists: Uint32Array;
  /** How much of all tokens' numbers one is. */
  private readonly perToken: number;
  private readonly labels: PackedNumbers;
  private readonly nodes: PackedNumbers;

  /** Nothing where the buffer is truncated or not ours. */
  static open(buffer: ArrayBuffer): PackedIndex | undefined {
    const layout = readLayout(buffer);
    return layout && new PackedIndex(buffer, layout);
  }

  private constructor(buffer: ArrayBuffer, { counts, sections }: Layout) {
    const words = (name: SectionName): Uint32Array =>
      new Uint32Array(buffer, sections[name].offset, sections[name].bytes >>> 2);
    const view = (name: SectionName): DataView => new DataView(buffer, sections[name].offset, sections[name].bytes);
    const bytes = (name: SectionName): Uint8Array => new Uint8Array(buffer, sections[name].offset, sections[name].bytes);
    const { labelWidth, nodeWidth } = counts;
    this.names = counts.names;
    this.dictionary = new TokenDictionary(words('slots'), bytes('pool'), counts.homes);
    this.smallBeginnings = new Beginnings(words('smallBeginnings'));
    this.smallSteps = new HashBitmap(words('smallSteps'));
    this.steps = new StepBitmap(words('steps'));
    this.perToken = 4 / sections.slots.bytes;
    this.lists = words('lists');
    this.removed = words('removed');
    const edge = labelWidth + nodeWidth;
    this.labels = new PackedNumbers(view('edges'), { stride: edge, before: 0, width: labelWidth });
    this.nodes = new PackedNumbers(view('edges'), { stride: edge, before: labelWidth, width: nodeWidth });
  }

  get removesSome(): boolean {
    return this.removed.length > 0;
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

  /**
   * The child of a node that has children, by the child's token. Siblings are in the order of their tokens, and these are
   * numbered by hash, so they lie evenly: where a token should be by proportion, it nearly is.
   */
  childOf(node: number, token: number): number {
    const known = this.known.childOf(node, token);
    if (known !== undefined) return known;
    const child = this.searchChild(node, token);
    this.known.keep(node, token, child);
    return child;
  }

  private searchChild(node: number, token: number): number {
    const { labels } = this;
    const wanted = labelOf(token);
    let low = firstChildOf(node);
    let size = sizeOf(node);
    if (isSizeElsewhere(node)) {
      size = this.nodes.at(low);
      low += 1;
    }
    let high = low + size - 1;
    const density = (high - low + 1) * this.perToken;
    let guess = low + Math.floor(wanted * density);
    for (let tries = 0; low <= high; tries += 1) {
      if (guess < low) guess = low;
      else if (guess > high) guess = high;
      const label = labels.at(guess);
      if (label === wanted) return this.nodes.at(guess);
      if (label < wanted) low = guess + 1;
      else high = guess - 1;
      // Numbers that lie less evenly than thought are found by halving.
      guess = tries < mostGuesses ? guess + Math.trunc((wanted - label) * density) : (low + high) >>> 1;
    }
    return nowhere;
  }

  /** Reads from end to end what is small and asked everywhere. */
  readSmall(): number {
    const { dictionary, known, smallBeginnings, smallSteps } = this;
    return readThrough(smallBeginnings.words) | readThrough(smallSteps.words) | dictionary.readKnown() | readThrough(known.words);
  }

  /** Reads the place of memory where `childOf` will look. */
  readChildAhead(node: number, token: number): number {
    if (this.known.childOf(node, token) !== undefined) return 0;
    return this.labels.readAhead(firstChildOf(node) + Math.floor(token * sizeOf(node) * this.perToken));
  }

  /** Likewise for the token with this hash, and what is there of it. */
  readAhead(node: number, hash: number): number {
    const home = this.dictionary.homeOf(hash);
    return this.dictionary.readAhead(home) | this.readChildAhead(node, home);
  }

  /** Puts the meanings of a node that ends a name into `into`, packed, and says how many there are. */
  readMeanings(node: number, into: number[]): number {
    const kind = node & 3;
    if (kind === leafWithMeaning) return readPlain(valueOf(node), into);
    if (kind === leafWithList) return this.readList(valueOf(node), into);
    const own = this.nodes.at(firstEdgeOf(node));
    // Always a leaf, unless bytes changed in storage: nothing read from there may lead round in circles or grow without end.
    return hasChildren(own) ? 0 : this.readMeanings(own, into);
  }

  private readList(place: number, into: number[]): number {
    const count = Math.min(this.lists[place] ?? 0, this.lists.length);
    for (let index = 0; index < count; index += 1) into[index] = this.lists[place + 1 + index] ?? 0;
    return count;
  }
}

function readPlain(meaning: number, into: number[]): number {
  const formCode = meaning & 3;
  into[0] = packMeaning(meaning >>> 2, formCode === topicCode ? anyGate : capitalGate, formCode);
  return 1;
}
