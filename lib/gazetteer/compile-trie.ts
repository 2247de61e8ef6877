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
  trie.forgetChildren();
  const order = yield* orderNodes(trie, numbered);
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

/** Two counting sorts, by token and then by parent: nothing is compared, and nobody asks which child a token leads to. */
function* orderNodes(trie: TrieBuilder, numbered: NumberedTokens): Generator<undefined, NodeOrder> {
  const byToken = yield* nodesByToken(trie, numbered);
  const { depths, children } = measure(trie);
  yield;
  const nodes = new Int32Array(trie.nodes - 1);
  const startCount = children[0] ?? 0;
  // How many children a node has gives way to where the next of them stands, level by level.
  const next = children;
  next[0] = 0;
  let [from, to] = [0, startCount];
  for (let depth = 1; from < to; depth += 1) {
    for (const node of byToken) {
      if (depths[node] !== depth) continue;
      const parent = trie.parentOf(node);
      const place = next[parent] ?? 0;
      nodes[place] = node;
      next[parent] = place + 1;
    }
    yield;
    let end = to;
    for (let place = from; place < to; place += 1) {
      const node = nodes[place] ?? 0;
      const count = next[node] ?? 0;
      next[node] = end;
      end += count;
    }
    [from, to] = [to, end];
    yield;
  }
  for (const array of [byToken, depths, next]) release(array);
  return { nodes, startCount };
}

/** All nodes but the root, by the numbers of their tokens. */
function* nodesByToken(trie: TrieBuilder, { numbers, order }: NumberedTokens): Generator<undefined, Int32Array> {
  const numberOf = (node: number): number => numbers[trie.labelOf(node)] ?? 0;
  const places = new Int32Array(order.length + 1);
  for (let node = 1; node < trie.nodes; node += 1) places[numberOf(node) + 1] = (places[numberOf(node) + 1] ?? 0) + 1;
  for (let number = 1; number < places.length; number += 1) places[number] = (places[number] ?? 0) + (places[number - 1] ?? 0);
  yield;
  const nodes = new Int32Array(trie.nodes - 1);
  for (let node = 1; node < trie.nodes; node += 1) {
    const number = numberOf(node);
    const place = places[number] ?? 0;
    nodes[place] = node;
    places[number] = place + 1;
  }
  release(places);
  yield;
  return nodes;
}

/** By node: how many tokens lead to it, and how many children it has. A node comes after its parent. */
function measure(trie: TrieBuilder): { readonly depths: Uint16Array; readonly children: Int32Array } {
  const depths = new Uint16Array(trie.nodes);
  const children = new Int32Array(trie.nodes);
  for (let node = 1; node < trie.nodes; node += 1) {
    const parent = trie.parentOf(node);
    depths[node] = (depths[parent] ?? 0) + 1;
    children[parent] = (children[parent] ?? 0) + 1;
  }
  return { depths, children };
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
