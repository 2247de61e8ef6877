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

/** So many edges or more say before the first of them how many they are. */
const sizeBits = 4;
export const sizeElsewhere = 2 ** sizeBits - 1;

/**
 * The node with these edges. Where they begin and how many they are is in its number, so that nobody has to look that up.
 * @param size of the edges, without the one that says how many they are
 */
export function innerNode({ ends, first, size }: { ends: boolean; first: number; size: number }): number {
  return nodeOf(ends ? innerWithEnd : innerWithoutEnd, (first << sizeBits) | Math.min(size, sizeElsewhere));
}

export function firstEdgeOf(node: number): number {
  return node >>> (2 + sizeBits);
}

/** How many edges a node with children has; `sizeElsewhere`: see the first of them. */
export function sizeOf(node: number): number {
  return (node >>> 2) & sizeElsewhere;
}

/** Whether a name ends here. */
export function endsName(node: number): boolean {
  return node >= 0 && (node & 3) !== innerWithoutEnd;
}

export function hasChildren(node: number): boolean {
  return node >= 0 && (node & 2) !== 0;
}

/** The label of the edges over a token; 0 is none's. */
export function labelOf(token: number): number {
  return token + 1;
}
