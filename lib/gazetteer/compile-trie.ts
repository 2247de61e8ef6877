import { anyGate, capitalGate } from './alias-paths';
import { bytesOf, countBits, packedBytes, widthFor, writePacked } from './bits';
import { HashBitmap, pairHash } from './hash-bitmap';
import type { Counts, SectionName } from './layout';
import { entityOf, formCodeOf, gateOf, plainEnd, topicCode } from './meanings';
import type { TrieBuilder } from './trie-builder';

/** By the place of each token in the input: its final number and its hash. */
export interface TokenNumbers {
  readonly numbers: Int32Array;
  readonly hashes: Int32Array;
}

interface CompiledTrie {
  readonly counts: Omit<Counts, 'names'>;
  readonly contents: Record<Extract<SectionName, 'flags' | 'children' | 'labels' | 'ends' | 'lists' | 'edges'>, Uint8Array>;
}

/**
 * Lays a trie out level by level: siblings lie together in the order of their tokens, so a node needs to know only its
 * first child, and a child is found by halving. Nodes of the first level have the numbers of their tokens.
 */
export function compileTrie(trie: TrieBuilder, { numbers, hashes }: TokenNumbers): CompiledTrie {
  const { nodes, places, startTokens } = orderNodes(trie, numbers);
  const flags = new Uint32Array(Math.ceil(nodes.length / 32) * 4);
  const children: number[] = [];
  const labels: number[] = [];
  const ends: number[] = [];
  const lists: number[] = [];
  const edges = new Int32Array(nodes.length - startTokens);
  let lastParent = -1;
  nodes.forEach((node, place) => {
    const meanings = withoutRepeats(trie.meaningsOf(node));
    if (meanings.length > 0) {
      setFlag(flags, place, 0);
      ends.push(endOf(meanings, lists));
    }
    if (place < startTokens) return;
    labels.push(numbers[trie.labelOf(node)] ?? 0);
    const parent = places[trie.parentOf(node)] ?? 0;
    const parentHash = parent < startTokens ? (hashes[trie.labelOf(trie.parentOf(node))] ?? 0) : parent;
    edges[place - startTokens] = pairHash(parentHash, hashes[trie.labelOf(node)] ?? 0);
    if (parent === lastParent) return;
    lastParent = parent;
    setFlag(flags, parent, 1);
    children.push(place);
  });
  children.push(nodes.length);
  countFlags(flags);
  const packed = { children: pack(children), labels: pack(labels), ends: pack(ends) };
  return {
    counts: {
      startTokens,
      childrenWidth: packed.children.width,
      labelsWidth: packed.labels.width,
      endsWidth: packed.ends.width,
    },
    contents: {
      flags: bytesOf(flags),
      children: packed.children.bytes,
      labels: packed.labels.bytes,
      ends: packed.ends.bytes,
      edges: bytesOf(HashBitmap.of(edges).words),
      lists: bytesOf(Uint32Array.from(lists)),
    },
  };
}

interface NodeOrder {
  /** Nodes of the trie in their final order, without the root. */
  readonly nodes: Int32Array;
  /** The final place of each node. */
  readonly places: Int32Array;
  readonly startTokens: number;
}

function orderNodes(trie: TrieBuilder, numbers: Int32Array): NodeOrder {
  const tokens = new Int32Array(numbers.length);
  numbers.forEach((number, index) => (tokens[number] = index));
  const nodes = new Int32Array(trie.nodes - 1);
  const places = new Int32Array(trie.nodes).fill(-1);
  let placed = 0;
  const place = (node: number): void => {
    nodes[placed] = node;
    places[node] = placed;
    placed += 1;
  };
  const levels = nodesByLevel(trie);
  for (const level of levels) {
    // One number for parent and token each sorts without comparing objects.
    const keys = Float64Array.from(level, (node) => {
      const parent = trie.parentOf(node) === 0 ? 0 : (places[trie.parentOf(node)] ?? 0);
      return parent * numbers.length + (numbers[trie.labelOf(node)] ?? 0);
    }).sort();
    const first = level === levels[0];
    for (const key of keys) {
      const parent = first ? 0 : (nodes[Math.floor(key / numbers.length)] ?? 0);
      place(trie.childOf(parent, tokens[key % numbers.length] ?? 0));
    }
  }
  return { nodes, places, startTokens: levels[0]?.length ?? 0 };
}

function nodesByLevel(trie: TrieBuilder): number[][] {
  const depths = new Uint16Array(trie.nodes);
  const levels: number[][] = [];
  for (let node = 1; node < trie.nodes; node += 1) {
    const depth = (depths[trie.parentOf(node)] ?? 0) + 1;
    depths[node] = depth;
    (levels[depth - 1] ??= []).push(node);
  }
  return levels;
}

function setFlag(flags: Uint32Array, place: number, which: 0 | 1): void {
  const at = (place >>> 5) * 4 + which;
  flags[at] = (flags[at] ?? 0) | (1 << (place & 31));
}

/** Writes beside each word of flags how many are set before it. */
function countFlags(flags: Uint32Array): void {
  for (const which of [0, 1]) {
    let sum = 0;
    for (let at = which; at < flags.length; at += 4) {
      flags[at + 2] = sum;
      sum += countBits(flags[at] ?? 0);
    }
  }
}

function pack(values: readonly number[]): { width: number; bytes: Uint8Array } {
  const width = widthFor(values.reduce((most, value) => Math.max(most, value), 0));
  const bytes = new Uint8Array(packedBytes(values.length, width));
  writePacked(new DataView(bytes.buffer), width, values);
  return { width, bytes };
}

/** By entity; of the same entity and gate the strongest form. */
function withoutRepeats(meanings: readonly number[]): number[] {
  return [...meanings]
    .sort((a, b) => a - b)
    .filter((meaning, index, all) => index === 0 || meaning >>> 2 !== (all[index - 1] ?? 0) >>> 2);
}

/** A single meaning with the usual gate of its form stands there itself; others stand in the lists. */
function endOf(meanings: readonly number[], lists: number[]): number {
  const [meaning = 0] = meanings;
  const usual = formCodeOf(meaning) === topicCode ? anyGate : capitalGate;
  if (meanings.length === 1 && gateOf(meaning) === usual) return plainEnd(entityOf(meaning), formCodeOf(meaning));
  const place = lists.length;
  lists.push(meanings.length, ...meanings);
  return (place << 1) | 1;
}
