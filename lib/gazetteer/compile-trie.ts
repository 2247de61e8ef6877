import { anyGate, capitalGate } from './alias-paths';
import type { NumberedTokens } from './compile-tokens';
import { HashBitmap, pairHash } from './hash-bitmap';
import { entityOf, formCodeOf, gateOf, plainMeaning, topicCode } from './meanings';
import { endsName, innerNode, leafWithList, leafWithMeaning, nodeOf, sizeElsewhere, sizeOf, labelOf, valueOf } from './nodes';
import { NumberList } from './number-list';
import { release } from './release';
import type { TrieBuilder } from './trie-builder';

/** The label of an edge that leads nowhere: it says how many edges a node has, or what the node means itself. */
const ownLabel = 0;

/** What takes some ten milliseconds. */
const nodesPerSlice = 32_768;

export interface CompiledTrie {
  /** By token, as it came in: the node that it leads to from the root, or -1. */
  readonly starts: Int32Array;
  /** For each edge its token's number, and the node that it leads to. */
  readonly labels: NumberList;
  readonly nodes: NumberList;
  readonly lists: NumberList;
  /** Steps from node to node. */
  readonly steps: HashBitmap;
}

/**
 * Lays a trie out level by level: siblings lie together in the order of their tokens, and a node says where and how many. In
 * slices. The trie is of no use afterwards.
 */
export function* compileTrie(trie: TrieBuilder, numbered: NumberedTokens): Generator<undefined, CompiledTrie> {
  const { hashes, numbers } = numbered;
  const order = yield* orderNodes(trie, numbered);
  trie.forgetChildren();
  const families = placeFamilies(trie, order);
  const compiled: CompiledTrie = {
    starts: new Int32Array(numbers.length).fill(-1),
    labels: new NumberList(families.edges),
    nodes: new NumberList(families.edges),
    lists: new NumberList(),
    steps: HashBitmap.for(order.nodes.length - order.startCount),
  };
  const compileNode = (node: number): number => {
    const family = families.nodes[node] ?? -1;
    return family < 0 ? compileLeaf(withoutRepeats(trie.meaningsOf(node)), compiled.lists) : family;
  };
  let lastParent = 0;
  for (const [place, node] of order.nodes.entries()) {
    if (place % nodesPerSlice === 0) yield;
    const token = trie.labelOf(node);
    if (place < order.startCount) {
      compiled.starts[token] = compileNode(node);
      continue;
    }
    const parent = trie.parentOf(node);
    const family = families.nodes[parent] ?? -1;
    if (parent !== lastParent) startFamily(trie, { parent, family, size: families.sizes.get(family) }, compiled);
    lastParent = parent;
    compiled.steps.add(pairHash(valueOf(family), hashes[token] ?? 0));
    compiled.labels.push(labelOf(numbers[token] ?? 0));
    compiled.nodes.push(compileNode(node));
  }
  for (const array of [order.nodes, families.nodes]) release(array);
  return compiled;
}

interface Family {
  readonly parent: number;
  /** What the parent is compiled to. */
  readonly family: number;
  /** Where that does not say it. */
  readonly size: number | undefined;
}

function startFamily(trie: TrieBuilder, { parent, family, size }: Family, { labels, nodes, lists }: CompiledTrie): void {
  if (size !== undefined) {
    labels.push(ownLabel);
    nodes.push(size);
  }
  if (!endsName(family)) return;
  labels.push(ownLabel);
  nodes.push(compileLeaf(withoutRepeats(trie.meaningsOf(parent)), lists));
}

/** A single meaning with the usual gate of its form is in the number itself; others stand in the lists. */
function compileLeaf(meanings: readonly number[], lists: NumberList): number {
  const [meaning = 0] = meanings;
  const usual = formCodeOf(meaning) === topicCode ? anyGate : capitalGate;
  if (meanings.length === 1 && gateOf(meaning) === usual) {
    return nodeOf(leafWithMeaning, plainMeaning(entityOf(meaning), formCodeOf(meaning)));
  }
  const place = lists.length;
  lists.push(meanings.length);
  for (const each of meanings) lists.push(each);
  return nodeOf(leafWithList, place);
}

/** By entity; of the same entity and gate the strongest form. */
function withoutRepeats(meanings: readonly number[]): readonly number[] {
  if (meanings.length < 2) return meanings;
  return [...meanings]
    .sort((a, b) => a - b)
    .filter((meaning, index, all) => index === 0 || meaning >>> 2 !== (all[index - 1] ?? 0) >>> 2);
}

interface NodeOrder {
  /** Nodes of the trie in their final order, without the root; those of the first level come first. */
  readonly nodes: Int32Array;
  readonly startCount: number;
}

function* orderNodes(trie: TrieBuilder, { numbers, order }: NumberedTokens): Generator<undefined, NodeOrder> {
  const nodes = new Int32Array(trie.nodes - 1);
  const places = new Int32Array(trie.nodes);
  const levels = nodesByLevel(trie);
  const startCount = levels[0]?.length ?? 0;
  const labels = order.length;
  let placed = 0;
  for (const level of levels) {
    // One number for parent and token each sorts without comparing objects.
    const keys = new Float64Array(level.length);
    for (const [at, node] of level.entries()) keys[at] = (places[trie.parentOf(node)] ?? 0) * labels + (numbers[trie.labelOf(node)] ?? 0);
    keys.sort();
    const isFirst = placed === 0;
    yield;
    for (const key of keys) {
      if (placed % nodesPerSlice === 0) yield;
      const parent = isFirst ? 0 : (nodes[Math.floor(key / labels)] ?? 0);
      const node = trie.childOf(parent, order[key % labels] ?? 0);
      nodes[placed] = node;
      places[node] = placed;
      placed += 1;
    }
    for (const array of [level, keys]) release(array);
  }
  release(places);
  return { nodes, startCount };
}

function nodesByLevel(trie: TrieBuilder): Int32Array[] {
  const depths = new Uint16Array(trie.nodes);
  const sizes: number[] = [];
  for (let node = 1; node < trie.nodes; node += 1) {
    const depth = (depths[trie.parentOf(node)] ?? 0) + 1;
    depths[node] = depth;
    sizes[depth - 1] = (sizes[depth - 1] ?? 0) + 1;
  }
  const levels = sizes.map((size) => new Int32Array(size));
  const filled = sizes.map(() => 0);
  for (let node = 1; node < trie.nodes; node += 1) {
    const level = (depths[node] ?? 1) - 1;
    const at = filled[level] ?? 0;
    filled[level] = at + 1;
    const nodes = levels[level];
    if (nodes) nodes[at] = node;
  }
  release(depths);
  return levels;
}

interface Families {
  /** By node of the trie: what it is compiled to if it has children, else -1. */
  readonly nodes: Int32Array;
  /** Of all nodes, those that say something of their parent included. */
  readonly edges: number;
  /** How many edges those have that are too many to say so themselves, by what they are compiled to. */
  readonly sizes: ReadonlyMap<number, number>;
}

/** Where the edges of each node are going to be. */
function placeFamilies(trie: TrieBuilder, { nodes, startCount }: NodeOrder): Families {
  const families = new Int32Array(trie.nodes).fill(-1);
  const sizes = new Map<number, number>();
  let first = 0;
  for (let at = startCount; at < nodes.length; ) {
    const parent = trie.parentOf(nodes[at] ?? 0);
    const from = at;
    while (at < nodes.length && trie.parentOf(nodes[at] ?? 0) === parent) at += 1;
    const ends = trie.hasMeaning(parent);
    const size = at - from + (ends ? 1 : 0);
    const family = innerNode({ ends, first, size });
    families[parent] = family;
    first += size;
    if (sizeOf(family) !== sizeElsewhere) continue;
    sizes.set(family, size);
    first += 1;
  }
  return { nodes: families, edges: first, sizes };
}
