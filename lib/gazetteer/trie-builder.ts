import { moveInto, release } from './release';

/** How much of the table is in use at most. Fuller, looks become long. */
const mostFull = 0.7;

/** A trie over numbers that grows, in typed arrays: a million names in objects would take a gigabyte. Node 0 is the root. */
export class TrieBuilder {
  nodes = 1;
  private parents = new Int32Array(1024);
  private labels = new Int32Array(1024);
  /** One more than the last meaning of each node, and for each meaning than the one before it at the same node; 0 ends. */
  private heads = new Int32Array(1024);
  private previous = new Int32Array(1024);
  private values = new Uint32Array(1024);
  private meanings = 0;
  /** Open addressing: nodes by parent and label; 0 is free, since the root is nobody's child. */
  private slots = new Int32Array(4096);

  add(path: readonly number[], meaning: number): void {
    let node = 0;
    for (const label of path) node = this.childOrNew(node, label);
    if (this.meanings === this.values.length) {
      this.previous = moveInto(new Int32Array(this.previous.length * 2), this.previous);
      this.values = moveInto(new Uint32Array(this.values.length * 2), this.values);
    }
    this.values[this.meanings] = meaning;
    this.previous[this.meanings] = this.heads[node] ?? 0;
    this.meanings += 1;
    this.heads[node] = this.meanings;
  }

  parentOf(node: number): number {
    return this.parents[node] ?? 0;
  }

  labelOf(node: number): number {
    return this.labels[node] ?? 0;
  }

  meaningsOf(node: number): number[] {
    const meanings: number[] = [];
    for (let at = this.heads[node] ?? 0; at > 0; at = this.previous[at - 1] ?? 0) meanings.push(this.values[at - 1] ?? 0);
    return meanings;
  }

  hasMeaning(node: number): boolean {
    return (this.heads[node] ?? 0) > 0;
  }

  /** For when all is added: what finds them takes a quarter of all. */
  forgetChildren(): void {
    release(this.slots);
    this.slots = new Int32Array(0);
  }

  /** For when nothing is asked for any more. */
  forgetAll(): void {
    this.forgetChildren();
    for (const array of [this.parents, this.labels, this.heads, this.previous, this.values]) release(array);
  }

  private childOrNew(parent: number, label: number): number {
    const slot = this.slotOf(parent, label);
    const known = this.slots[slot] ?? 0;
    if (known !== 0) return known;
    if (this.nodes === this.parents.length) {
      this.parents = moveInto(new Int32Array(this.parents.length * 2), this.parents);
      this.labels = moveInto(new Int32Array(this.labels.length * 2), this.labels);
      this.heads = moveInto(new Int32Array(this.heads.length * 2), this.heads);
    }
    const node = this.nodes;
    this.nodes += 1;
    this.parents[node] = parent;
    this.labels[node] = label;
    this.slots[slot] = node;
    if (this.nodes > this.slots.length * mostFull) this.rehash();
    return node;
  }

  private slotOf(parent: number, label: number): number {
    const mask = this.slots.length - 1;
    let hash = Math.imul(parent, 0x9e3779b1) ^ Math.imul(label, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const node = this.slots[slot] ?? 0;
      if (node === 0 || (this.parents[node] === parent && this.labels[node] === label)) return slot;
    }
  }

  private rehash(): void {
    const before = this.slots;
    this.slots = new Int32Array(before.length * 2);
    release(before);
    for (let node = 1; node < this.nodes; node += 1) {
      this.slots[this.slotOf(this.parentOf(node), this.labelOf(node))] = node;
    }
  }
}
