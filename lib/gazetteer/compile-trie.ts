import { anyGate, capitalGate } from './alias-paths';
import type { NumberedTokens } from './compile-tokens';
import { pairHash } from './hash-bitmap';
import { entityOf, formCodeOf, gateOf, plainMeaning, topicCode } from './meanings';
import { innerWithEnd, innerWithoutEnd, labelOf, leafWithList, leafWithMeaning, nodeOf } from './nodes';
import { NumberList } from './number-list';
import type { TrieBuilder } from './trie-builder';

/** The label of an edge that leads nowhere: it says what a node with children means itself. */
const endLabel = 0;

export interface CompiledTrie {
  /** By token, as it came in: the node that it leads to from the root, or -1. */
  readonly starts: Int32Array;
  /** For each node with children its first edge, and one more. */
  readonly firstEdges: NumberList;
  /** For each edge its token's number, and the node that it leads to. */
  readonly labels: NumberList;
  readonly nodes: NumberList;
  readonly lists: NumberList;
  /** Hashes of the steps from node to node. */
  readonly steps: NumberList;
}

/**
 * Lays a trie out level by level: siblings lie together in the order of their tokens, so a node needs to know only its
 * first edge, and the first edge of the next node with children is the end of its own.
 */
export function compileTrie(trie: TrieBuilder, numbered: NumberedTokens): CompiledTrie {
  const { hashes, numbers } = numbered;
  const order = orderNodes(trie, numbered);
  const compiled: CompiledTrie = {
    starts: new Int32Array(numbers.length).fill(-1),
    firstEdges: new NumberList(),
    labels: new NumberList(),
    nodes: new NumberList(),
    lists: new NumberList(),
    steps: new NumberList(),
  };
  const inner = numberInner(trie, order);
  let lastParent = 0;
  order.nodes.forEach((node, place) => {
    const token = trie.labelOf(node);
    const parent = trie.parentOf(node);
    if (place < order.startCount) {
      compiled.starts[token] = compileNode(trie, { node, inner: inner[node] ?? -1 }, compiled);
      return;
    }
    if (parent !== lastParent) startEdges(trie, parent, compiled);
    lastParent = parent;
    const from = trie.parentOf(parent) === 0 ? (hashes[trie.labelOf(parent)] ?? 0) : (inner[parent] ?? 0);
    compiled.steps.push(pairHash(from, hashes[token] ?? 0));
    compiled.labels.push(labelOf(numbers[token] ?? 0));
    compiled.nodes.push(compileNode(trie, { node, inner: inner[node] ?? -1 }, compiled));
  });
  compiled.firstEdges.push(compiled.nodes.length);
  return compiled;
}

function startEdges(trie: TrieBuilder, parent: number, compiled: CompiledTrie): void {
  compiled.firstEdges.push(compiled.nodes.length);
  const meanings = withoutRepeats(trie.meaningsOf(parent));
  if (meanings.length === 0) return;
  compiled.labels.push(endLabel);
  compiled.nodes.push(compileLeaf(meanings, compiled.lists));
}

function compileNode(trie: TrieBuilder, { node, inner }: { node: number; inner: number }, { lists }: CompiledTrie): number {
  const meanings = withoutRepeats(trie.meaningsOf(node));
  if (inner < 0) return compileLeaf(meanings, lists);
  return nodeOf(meanings.length === 0 ? innerWithoutEnd : innerWithEnd, inner);
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

function orderNodes(trie: TrieBuilder, { numbers, order }: NumberedTokens): NodeOrder {
  const nodes = new Int32Array(trie.nodes - 1);
  const places = new Int32Array(trie.nodes);
  const levels = nodesByLevel(trie);
  const labels = order.length;
  let placed = 0;
  for (const level of levels) {
    // One number for parent and token each sorts without comparing objects.
    const keys = Float64Array.from(
      level,
      (node) => (places[trie.parentOf(node)] ?? 0) * labels + (numbers[trie.labelOf(node)] ?? 0),
    ).sort();
    const isFirst = level === levels[0];
    for (const key of keys) {
      const parent = isFirst ? 0 : (nodes[Math.floor(key / labels)] ?? 0);
      const node = trie.childOf(parent, order[key % labels] ?? 0);
      nodes[placed] = node;
      places[node] = placed;
      placed += 1;
    }
  }
  return { nodes, startCount: levels[0]?.length ?? 0 };
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

/** By node: its place among those with children, or -1. */
function numberInner(trie: TrieBuilder, { nodes, startCount }: NodeOrder): Int32Array {
  const inner = new Int32Array(trie.nodes).fill(-1);
  let count = 0;
  // Parents are met in their own order, since children are ordered by them.
  for (const node of nodes.subarray(startCount)) {
    const parent = trie.parentOf(node);
    if ((inner[parent] ?? 0) < 0) inner[parent] = count++;
  }
  return inner;
}
