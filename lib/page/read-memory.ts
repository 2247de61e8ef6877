import { nextOut } from './flat-tree';
import type { Piece } from './text-pieces';

/** A block's text with where it stands, apart from what surrounds it. */
export interface ReadText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** How many of its characters are links. */
  readonly linked: number;
}

/** Paragraphs as they were read, for as long as nothing in them changes: of a page that changes, only that is read again. */
export class ReadMemory {
  #texts = new WeakMap<Node, readonly ReadText[]>();
  /** Goes up with each change, so that a reading knows of those that it was in the middle of. */
  changes = 0;

  recall(element: Element): readonly ReadText[] | undefined {
    return this.#texts.get(element);
  }

  keep(element: Element, texts: readonly ReadText[]): void {
    this.#texts.set(element, texts);
  }

  /** Of a change outside every paragraph, new ones are new; but a class or a style there may show or hide what is in them. */
  forget({ target, type }: MutationRecord): void {
    this.changes++;
    let node: Node | null = target;
    while (node && !this.#texts.delete(node)) node = nextOut(node);
    if (!node && type === 'attributes') this.clear();
  }

  clear(): void {
    this.#texts = new WeakMap();
  }
}
