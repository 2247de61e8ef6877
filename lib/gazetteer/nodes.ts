/**
 * A node of the trie in one number: in the low two bits what it is, above them where the rest of it is. Nearly all nodes
 * are leaves with one meaning, which is then in the number itself.
 */
export const leafWithMeaning = 0;
export const leafWithList = 1;
export const innerWithoutEnd = 2;
export const innerWithEnd = 3;

/** No node. */
export const nowhere = -1;

export function nodeOf(kind: number, value: number): number {
  return value * 4 + kind;
}

export function valueOf(node: number): number {
  return node >>> 2;
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
