import { anyGate, capitalGate } from './alias-paths';
import type { NumberedTokens } from './compile-tokens';
import { StepBitmap } from './step-bitmap';
import { entityOf, formCodeOf, gateOf, plainMeaning, topicCode } from './meanings';
import { endsName, innerNode, leafWithList, leafWithMeaning, nodeOf, isSizeElsewhere, nowhere, sizeOf, labelOf } from './nodes';
import { NumberList } from './number-list';
import { release } from './release';
import type { TrieBuilder } from './trie-builder';

/** The label of an edge that leads nowhere: it says what a node means itself, or how many children it has. */
const ownLabel = 0;

/** What takes some ten milliseconds. */
const nodesPerSlice = 32_768;

export interface CompiledTrie {
  /** By token, as it came in: the node that it leads to from the root, or -1. */
  readonly starts: Int32Array;
  /** Likewise: what it means alone, where that node says only what it begins; else -1. */
  readonly owns: Int32Array;
  /** Likewise: how many steps are over it. */
  readonly uses: Int32Array;
  /** For each edge its token's number, and the node that it leads to. */
  readonly labels: NumberList;
  readonly nodes: NumberList;
  readonly lists: NumberList;
  /** Steps from node to node. */
  readonly steps: StepBitmap;
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
    starts: new Int32Array(numbers.length).fill(nowhere),
    owns: new Int32Array(numbers.length).fill(nowhere),
    uses: new Int32Array(numbers.length),
    labels: new NumberList(families.edges),
    nodes: new NumberList(families.edges),
    lists: new NumberList(),
    steps: StepBitmap.for(families.edges),
  };
  const compileOwn = (node: number): number => compileLeaf(withoutRepeats(trie.meaningsOf(node)), compiled.lists);
  const compileNode = (node: number): number => {
    const family = families.nodes[node] ?? -1;
    return family < 0 ? compileOwn(node) : family;
  };
  let family: Family = { parent: 0, node: 0, children: 0, places: 0, placed: 0 };
  for (const [place, node] of order.nodes.entries()) {
    if (place % nodesPerSlice === 0) yield;
    const token = trie.labelOf(node);
    compiled.uses[token] = (compiled.uses[token] ?? 0) + 1;
    if (place < order.startCount) {
      compiled.starts[token] = compileNode(node);
      if ((families.nodes[node] ?? nowhere) >= 0 && trie.hasMeaning(node)) compiled.owns[token] = compileOwn(node);
      continue;
    }
    const parent = trie.parentOf(node);
    if (parent !== family.parent) family = startFamily(trie, { parent, node: families.nodes[parent] ?? nowhere, children: childrenFrom(trie, order, place) }, compiled);
    compiled.steps.add(family.node, hashes[token] ?? 0);
    placeChild(family, { label: labelOf(numbers[token] ?? 0), node: compileNode(node) }, compiled);
  }
  for (const array of [order.nodes, families.nodes]) release(array);
  return compiled;
}

interface Family {
  readonly parent: number;
  /** What the parent is compiled to. */
  readonly node: number;
  readonly children: number;
  /** For their edges. */
  readonly places: number;
  placed: number;
}

type Edges = Pick<CompiledTrie, 'labels' | 'nodes' | 'lists'>;

function startFamily(trie: TrieBuilder, { parent, node, children }: Omit<Family, 'places' | 'placed'>, { labels, nodes, lists }: Edges): Family {
  if (endsName(node)) {
    labels.push(ownLabel);
    nodes.push(compileLeaf(withoutRepeats(trie.meaningsOf(parent)), lists));
  }
  const places = Math.max(children, sizeOf(node));
  if (isSizeElsewhere(node)) {
    labels.push(ownLabel);
    nodes.push(places);
  }
  return { parent, node, children, places, placed: 0 };
}

/** Children that have more places than they need stand in some twice, evenly, so that they are still where proportion says. */
function placeChild(family: Family, { label, node }: { label: number; node: number }, { labels, nodes }: Edges): void {
  const { children, places, placed } = family;
  family.placed += 1;
  const copies = Math.floor((family.placed * places) / children) - Math.floor((placed * places) / children);
  for (let copy = 0; copy < copies; copy += 1) {
    labels.push(label);
    nodes.push(node);
  }
}

/** How many nodes from here on have the same parent. */
function childrenFrom(trie: TrieBuilder, { nodes }: NodeOrder, from: number): number {
  const parent = trie.parentOf(nodes[from] ?? 0);
  let to = from + 1;
  while (to < nodes.length && trie.parentOf(nodes[to] ?? 0) === parent) to += 1;
  return to - from;
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
  /** Places for edges, those that say something of their parent included. */
  readonly edges: number;
}

/** Where the edges of each node are going to be. */
function placeFamilies(trie: TrieBuilder, order: NodeOrder): Families {
  const families = new Int32Array(trie.nodes).fill(nowhere);
  let first = 0;
  for (let at = order.startCount; at < order.nodes.length; ) {
    const parent = trie.parentOf(order.nodes[at] ?? 0);
    const children = childrenFrom(trie, order, at);
    // What a first token means alone is beside its letters.
    const ends = trie.hasMeaning(parent) && trie.parentOf(parent) !== 0;
    const family = innerNode({ ends, first, children });
    families[parent] = family;
    first += (ends ? 1 : 0) + (isSizeElsewhere(family) ? 1 : 0) + Math.max(children, sizeOf(family));
    at += children;
  }
  return { nodes: families, edges: first };
}
