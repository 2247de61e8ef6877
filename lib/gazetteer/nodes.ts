/**
 * A node of the trie in one number: in the low two bits what it is, above them where the rest of it is. Nearly all nodes
 * are leaves with one meaning, which is then in the number itself.
 */
export const leafWithMeaning = 0;
export const leafWithList = 1;
const innerWithoutEnd = 2;
const innerWithEnd = 3;

/** No node. */
export const nowhere = -1;

export function nodeOf(kind: number, value: number): number {
  return value * 4 + kind;
}

export function valueOf(node: number): number {
  return node >>> 2;
}

/** How many places for edges a node has, in so many bits: up to seven as they are, then four steps to each doubling. */
const sizeBits = 6;
/** As many as this or more: how many they are is said in front of them. */
const sizeElsewhere = 2 ** sizeBits - 1;
const mostEdges = 2 ** (31 - 2 - sizeBits);

/** By what a node says of its size: so many places. */
const sizes = Int32Array.from({ length: 2 ** sizeBits }, (_, code) => (code < 8 ? code : (4 + (code & 3)) << ((code >>> 2) - 1)));

/**
 * The node with these children. Where their edges begin and how many places they have is in its number, so that nobody has to
 * look that up: there are as many or a few more, and some edges then stand there twice.
 * @throws RangeError where there are more edges than it can say, from some six million names on
 */
export function innerNode({ ends, first, children }: { ends: boolean; first: number; children: number }): number {
  if (first >= mostEdges) throw new RangeError('There are too many names');
  const code = sizes.findIndex((size) => size >= children);
  return nodeOf(ends ? innerWithEnd : innerWithoutEnd, (first << sizeBits) | (code < 0 ? sizeElsewhere : code));
}

/** Where the edges of a node begin: with what it means itself, if a name ends here. */
export function firstEdgeOf(node: number): number {
  return node >>> (2 + sizeBits);
}

/** Where the edges to its children are, or in front of them how many. */
export function firstChildOf(node: number): number {
  return firstEdgeOf(node) + (node & 1);
}

/** How many places the edges of a node have, unless that is said elsewhere: at least so many then. */
export function sizeOf(node: number): number {
  return sizes[(node >>> 2) & sizeElsewhere] ?? 0;
}

export function isSizeElsewhere(node: number): boolean {
  return ((node >>> 2) & sizeElsewhere) === sizeElsewhere;
}

/** Whether a name ends here. */
export function endsName(node: number): boolean {
  return node >= 0 && (node & 3) !== innerWithoutEnd;
}

export function isLeaf(node: number): boolean {
  return node >= 0 && (node & 2) === 0;
}

export function hasChildren(node: number): boolean {
  return node >= 0 && (node & 2) !== 0;
}

/** The label of the edge over a token; 0 is none's. */
export function labelOf(token: number): number {
  return token + 1;
}
