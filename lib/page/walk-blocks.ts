import { limits } from '../model/limits';
import { TextPieces } from './text-pieces';
import type { Piece } from './text-pieces';
import { besideKindOf, isInvisible, isNeverRead } from './what-is-read';
import type { BesideKind } from './what-is-read';

/** A part of the page that looks as if it stood beside the article: navigation, related stories, comments. */
export interface Beside {
  readonly element: Element;
  readonly kind: BesideKind;
  readonly outer: Beside | undefined;
}

export interface WalkedBlock {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The block-level element that the text stands in. */
  readonly container: Element;
  /** How many of its characters are links. */
  readonly linked: number;
  /** 1 to 6 in a heading, else 0. */
  readonly heading: number;
  readonly beside: Beside | undefined;
}

/** A page with more nodes than this is read up to here. */
const mostNodes = 300_000;
const nodesPerStep = 64;

/**
 * Reads the visible text below `root`, block by block, without changing anything. Yields every few nodes, so that the
 * caller can let the page breathe. Open shadow roots are entered, as they are seen; each is told to `met`.
 */
export function* walkBlocks(root: Element, met: (shadow: ShadowRoot) => void): Generator<undefined, readonly WalkedBlock[]> {
  const reader = new BlockReader(root, met);
  let node: Node | null = root.firstChild;
  for (let seen = 1; node && seen <= mostNodes; seen++) {
    if (seen % nodesPerStep === 0) yield;
    let next: Node | null = null;
    if (node.nodeType === Node.TEXT_NODE) {
      reader.read(node as Text);
    } else if (node.nodeType === Node.ELEMENT_NODE && reader.enter(node as Element)) {
      next = reader.firstIn(node as Element);
      if (!next) reader.leave();
    }
    next ??= reader.nextAfter(node);
    // The page may have changed while this was waiting: whoever was entered is left, wherever it stands now.
    for (let left; !next && (left = reader.leave());) next = reader.nextAfter(left);
    node = next;
  }
  return reader.finish();
}

interface Frame {
  readonly element: Element;
  readonly outer: Frame | undefined;
  readonly isBlock: boolean;
  readonly isHidden: boolean;
  readonly isLink: boolean;
  readonly heading: number;
  readonly container: Element;
  readonly beside: Beside | undefined;
  /** What a slot shows, which are no children of it. */
  slotted?: Iterator<Node>;
}

class BlockReader {
  readonly #blocks: WalkedBlock[] = [];
  readonly #view: Window;
  /** Some pages hide their body until they are ready; what is in it will be seen. */
  readonly #isShown: boolean;
  readonly #met: (shadow: ShadowRoot) => void;
  #frame: Frame;
  #text = new TextPieces(limits.blockLength);
  #linked = 0;

  constructor(root: Element, met: (shadow: ShadowRoot) => void) {
    this.#met = met;
    const view = root.ownerDocument.defaultView;
    if (!view) throw new TypeError('A document without a window shows nothing to read');
    this.#view = view;
    this.#isShown = view.getComputedStyle(root).visibility === 'visible';
    this.#frame = {
      element: root, outer: undefined, isBlock: true, isHidden: false, isLink: false, heading: 0, container: root,
      beside: undefined,
    };
  }

  /** The first node that is seen inside the element that was just entered. */
  firstIn(element: Element): Node | null {
    const { shadowRoot } = element;
    if (shadowRoot) {
      this.#met(shadowRoot);
      return shadowRoot.firstChild;
    }
    const assigned = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
    if (assigned.length === 0) return element.firstChild;
    this.#frame.slotted = assigned.values();
    return this.nextAfter(element);
  }

  nextAfter(node: Node): Node | null {
    const { slotted } = this.#frame;
    return slotted ? ((slotted.next().value as Node | undefined) ?? null) : node.nextSibling;
  }

  read(node: Text): void {
    if (this.#frame.isHidden || this.#text.isFull) return;
    const length = this.#text.append(node);
    if (this.#frame.isLink) this.#linked += length;
  }

  /** Whether what the element holds is to be read; then `leave` must follow. */
  enter(element: Element): boolean {
    if (element.localName === 'br') {
      this.#breakLine(element);
      return false;
    }
    if (isInvisible(element)) return false;
    if (isNeverRead(element)) {
      this.#text.appendObject();
      return false;
    }
    const style = this.#view.getComputedStyle(element);
    const { display } = style;
    // An unslotted child of a shadow host has no display at all in some browsers.
    if (display === 'none' || display === '' || isClipped(style)) return false;
    const isBlock = !/^(inline|ruby|contents)/.test(display) && !isDropCap(element, style);
    if (isBlock) this.#flush();
    this.#frame = open(element, this.#frame, { isBlock, isHidden: this.#isShown && style.visibility !== 'visible' });
    return true;
  }

  /** Leaves the innermost element that was entered and returns it; undefined at the root. */
  leave(): Element | undefined {
    const { element, outer, isBlock } = this.#frame;
    if (!outer) return undefined;
    if (isBlock) this.#flush();
    this.#frame = outer;
    return element;
  }

  finish(): readonly WalkedBlock[] {
    this.#flush();
    return this.#blocks;
  }

  /** Two `<br>` in a row part paragraphs, as old pages have it; one only parts lines. */
  #breakLine(element: Element): void {
    const next = element.nextElementSibling;
    if (next?.localName === 'br' && isBlank(element.nextSibling, next)) this.#flush();
    else this.#text.appendBreak();
  }

  #flush(): void {
    if (this.#text.length === 0) return;
    const { container, heading, beside } = this.#frame;
    const text = this.#text.text.trimEnd();
    if (/[\p{L}\p{N}]/u.test(text) && container.checkVisibility()) {
      this.#blocks.push({ text, pieces: this.#text.pieces, container, linked: this.#linked, heading, beside });
    }
    this.#text = new TextPieces(limits.blockLength);
    this.#linked = 0;
  }
}

function open(element: Element, outer: Frame, { isBlock, isHidden }: { isBlock: boolean; isHidden: boolean }): Frame {
  const tag = element.localName;
  const kind = isBlock ? besideKindOf(element) : undefined;
  return {
    element,
    outer,
    isBlock,
    isHidden,
    isLink: outer.isLink || (tag === 'a' && element.hasAttribute('href')),
    heading: /^h[1-6]$/.test(tag) ? Number(tag.charAt(1)) : outer.heading,
    container: isBlock ? element : outer.container,
    beside: kind ? { element, kind, outer: outer.beside } : outer.beside,
  };
}

/** Text for screen readers alone is clipped away, so that no rule calls it hidden. */
function isClipped(style: CSSStyleDeclaration): boolean {
  return style.position === 'absolute' && (style.getPropertyValue('clip') !== 'auto' || /^inset\((50|100)%/.test(style.clipPath));
}

/** A letter that floats is still the first of its word. */
function isDropCap(element: Element, style: CSSStyleDeclaration): boolean {
  return style.float !== 'none' && element.localName === 'span' && element.textContent.trim().length <= 2;
}

function isBlank(from: Node | null, to: Node): boolean {
  for (let node = from; node && node !== to; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '') return false;
  }
  return true;
}
