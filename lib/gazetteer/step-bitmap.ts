import { addTo, hashRange, isMissing, pairHash } from './hash-bitmap';
import { firstEdgeOf, sizeOf, valueOf } from './nodes';

const wordsPerEdge = 12 / 32;
const wordsPerSize = wordsPerEdge / hashRange;

/**
 * Which steps there may be from a node over a token: a no is sure, a yes is wrong for one in sixteen that are not. Those from one
 * node lie together, as its edges do: a text begins many names with the same few words.
 */
export class StepBitmap {
  constructor(readonly words: Uint32Array) {}

  /** Empty, for so many edges. */
  static for(edges: number): StepBitmap {
    return new StepBitmap(new Uint32Array(Math.ceil(edges * wordsPerEdge) + 1));
  }

  /** 1 for yes, 0 for no, from a node that has children over the token with this hash. */
  ask(node: number, hash: number): number {
    const step = pairHash(valueOf(node), hash);
    return isMissing(this.words[wordOf(node, step)] ?? 0, step) ^ 1;
  }

  add(node: number, hash: number): void {
    const step = pairHash(valueOf(node), hash);
    addTo(this.words, wordOf(node, step), step);
  }
}

function wordOf(node: number, step: number): number {
  return (firstEdgeOf(node) * wordsPerEdge + (step >>> 0) * (sizeOf(node) * wordsPerSize)) | 0;
}
