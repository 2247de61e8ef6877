/** A power of two; an article follows some two hundred different names. */
const places = 2048;
const placeShift = 32 - Math.log2(places);
/** A node, a token's number, and the child; one is left free, so that no place lies on two lines of a cache. */
const columns = 4;

/**
 * To which nodes tokens led from others in this and earlier texts: texts name the same names again and again, and in a large
 * trie a child is far from its parent. What comes to the place of another drives it out.
 */
export class KnownChildren {
  /** No node that has children is 0, which says that a place is free. */
  readonly words = new Int32Array(places * columns);

  /** The child, or `nowhere`; nothing where that is not known. */
  childOf(node: number, token: number): number | undefined {
    const { words } = this;
    const place = placeOf(node, token);
    return words[place] === node && words[place + 1] === token ? words[place + 2] : undefined;
  }

  keep(node: number, token: number, child: number): void {
    const { words } = this;
    const place = placeOf(node, token);
    words[place] = node;
    words[place + 1] = token;
    words[place + 2] = child;
  }
}

function placeOf(node: number, token: number): number {
  return (Math.imul(node ^ Math.imul(token, 0x9e3779b1), 0x2c1b3c6d) >>> placeShift) * columns;
}
