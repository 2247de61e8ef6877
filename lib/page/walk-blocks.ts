import { limits } from '../model/limits';
import { documentIn, nodeType } from './flat-tree';
import type { ReadMemory, ReadText } from './read-memory';
import { TextPieces } from './text-pieces';
import { besideKindOf, headingOf, isInvisible, isNeverRead } from './what-is-read';
import type { BesideKind } from './what-is-read';

/** A part of the page that looks as if it stood beside the article: navigation, related stories, comments. */
export interface Beside {
  readonly element: Element;
  readonly kind: BesideKind;
  readonly outer: Beside | undefined;
}

export interface WalkedBlock extends ReadText {
  /** The block-level element that the text stands in. */
  readonly container: Element;
  /** 1 to 6 in a heading, else 0. */
  readonly heading: number;
  readonly beside: Beside | undefined;
}

/** What stands in a page and is no part of its document's tree. */
export type InnerTree = ShadowRoot | Document;

/** A page with more nodes than this is read up to here. */
const mostNodes = 300_000;
const nodesPerStep = 64;

/** What readings of a page have to do with one another and with the rest. */
export interface ReadingContext {
  readonly memory: ReadMemory;
  /** Told of every open shadow root and readable frame, each time. */
  readonly met: (inner: InnerTree) => void;
}

/**
 * Reads the visible text below `root`, block by block, without changing anything. Yields every few nodes, so that the
 * caller can let the page breathe. Open shadow roots are entered, as they are seen, and so are frames that the page
 * itself could read; paragraphs that are remembered are not.
 */
export function* walkBlocks(root: Element, context: ReadingContext): Generator<undefined, readonly WalkedBlock[]> {
  const reader = new BlockReader(root, context);
  let node: Node | null = root.firstChild;
  for (let seen = 1; node && seen <= mostNodes; seen++) {
    if (seen % nodesPerStep === 0) yield;
    let next: Node | null = null;
    if (node.nodeType === nodeType.text) {
      reader.read(node as Text);
    } else if (node.nodeType === nodeType.element && reader.enter(node as Element)) {
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

/** Asked first, since the pattern of all the world's letters takes more memory than the annotator's script. */
const someLetter = /\w/;
const anyLetter = /[\p{L}\p{N}]/u;

interface Frame {
  readonly element: Element;
  readonly outer: Frame | undefined;
  readonly isBlock: boolean;
  readonly isHidden: boolean;
  readonly isLink: boolean;
  readonly heading: number;
  readonly container: Element;
  readonly beside: Beside | undefined;
  /** What the block-level element has been found to hold so far. */
  readonly held: Held;
  /** What a slot shows, which are no children of it. */
  slotted?: Iterator<Node>;
}

interface Held {
  readonly texts: ReadText[];
  /** How many changes there had been when it was entered. */
  readonly changes: number;
  /** Other blocks, or what stands elsewhere in the tree. */
  isMixed: boolean;
}

class BlockReader {
  readonly #blocks: WalkedBlock[] = [];
  /** Some pages hide their body until they are ready; what is in it will be seen. */
  readonly #isShown: boolean;
  readonly #context: ReadingContext;
  #frame: Frame;
  #text = new TextPieces(limits.blockLength);
  #linked = 0;

  constructor(root: Element, context: ReadingContext) {
    this.#context = context;
    this.#isShown = getComputedStyle(root).visibility === 'visible';
    this.#frame = {
      element: root, outer: undefined, isBlock: true, isHidden: false, isLink: false, heading: 0, container: root,
      beside: undefined, held: { texts: [], changes: 0, isMixed: true },
    };
  }

  /** The first node that is seen inside the element that was just entered. */
  firstIn(element: Element): Node | null {
    const inner = element.shadowRoot ?? documentIn(element);
    const isSlot = element.localName === 'slot';
    if (inner || isSlot) this.#frame.held.isMixed = true;
    if (inner) {
      this.#context.met(inner);
      return inner.firstChild;
    }
    const assigned = isSlot ? (element as HTMLSlotElement).assignedNodes() : [];
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
    const frame = documentIn(element);
    if (!frame && isNeverRead(element)) {
      this.#text.appendObject();
      return false;
    }
    const style = getComputedStyle(element);
    const { display } = style;
    // An unslotted child of a shadow host has no display at all in some browsers.
    if (display === 'none' || display === '' || isClipped(style)) return false;
    const isHidden = this.#isShown && style.visibility !== 'visible';
    // What a frame shows takes nothing from around it.
    if (frame && isHidden) return false;
    const heading = headingOf(element);
    const isBlock = frame !== undefined || heading > 0 || (!/^(inline|ruby|contents)/.test(display) && !isDropCap(element, style));
    const { memory } = this.#context;
    if (isBlock) {
      this.#flush();
      this.#frame.held.isMixed = true;
    }
    this.#frame = open(element, this.#frame, { style, isBlock, isHidden, heading, changes: memory.changes });
    const known = isBlock && isAlike(this.#frame) ? memory.recall(element) : undefined;
    if (!known) return true;
    for (const text of known) this.#add(text);
    this.leave();
    return false;
  }

  /** Leaves the innermost element that was entered and returns it; undefined at the root. */
  leave(): Element | undefined {
    const { element, outer, isBlock, held } = this.#frame;
    if (!outer) return undefined;
    if (isBlock) {
      this.#flush();
      const { memory } = this.#context;
      if (!held.isMixed && held.changes === memory.changes && isAlike(this.#frame)) memory.keep(element, held.texts);
    }
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
    const text = this.#text.text.trimEnd();
    if (someLetter.test(text) || anyLetter.test(text)) this.#add({ text, pieces: this.#text.pieces, linked: this.#linked });
    this.#text = new TextPieces(limits.blockLength);
    this.#linked = 0;
  }

  #add(text: ReadText): void {
    const { container, heading, beside, held } = this.#frame;
    held.texts.push(text);
    // The browser takes a closed fold itself for visible, since its summary is; what stands straight in it is not.
    if (container.checkVisibility() && !container.matches('details:not([open])')) this.#blocks.push({ ...text, container, heading, beside });
  }
}

/** What is hidden or linked as a whole reads otherwise than what is not. */
function isAlike({ isHidden, isLink }: Frame): boolean {
  return !isHidden && !isLink;
}

function open(
  element: Element,
  outer: Frame,
  { style, isBlock, isHidden, heading, changes }: {
    readonly style: CSSStyleDeclaration; readonly isBlock: boolean; readonly isHidden: boolean; readonly heading: number; readonly changes: number;
  },
): Frame {
  const tag = element.localName;
  // Elements of the page's own making are inline where nobody says otherwise, whatever they hold.
  const kind = isBlock || tag.includes('-') ? besideKindOf(element, style) : undefined;
  return {
    element,
    outer,
    isBlock,
    isHidden,
    isLink: outer.isLink || (tag === 'a' && element.hasAttribute('href')),
    heading: heading || outer.heading,
    container: isBlock ? element : outer.container,
    beside: kind ? { element, kind, outer: outer.beside } : outer.beside,
    held: isBlock ? { texts: [], changes, isMixed: false } : outer.held,
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
    if (node.nodeType === nodeType.text && (node.nodeValue ?? '').trim() !== '') return false;
  }
  return true;
}
