/** As the platform has them; by its own names they would take a hundred bytes more of the annotator's bundle. */
export const nodeType = { element: 1, text: 3, document: 9, fragment: 11 } as const;

/** The element that an element stands in as it is seen: through slots, out of shadow roots and out of frames. */
export function outerOf(element: Element): Element | null {
  let node = nextOut(element);
  while (node && !isElement(node)) node = nextOut(node);
  return node;
}

/** Whether the one stands in the other as they are seen, or is the other. */
export function isSeenIn(outer: Node, inner: Node): boolean {
  if (outer.contains(inner)) return true;
  // Within one tree what is seen in a node is what it contains.
  if (outer.getRootNode() === inner.getRootNode()) return false;
  let node: Node | null = inner;
  while (node && node !== outer) node = nextOut(node);
  return node !== null;
}

/** Smaller ones hold a button, or count readers. In CSS pixels. */
const leastFramePx = 100;

/** The document that a frame shows, where the page itself may look into it and it is there to be read: not to be edited. */
export function documentIn(element: Element): Document | undefined {
  if (!element.localName.endsWith('frame')) return undefined;
  const { clientWidth, clientHeight, contentDocument } = element as HTMLIFrameElement;
  const isRead = Math.min(clientWidth, clientHeight) >= leastFramePx && contentDocument?.designMode === 'off';
  return isRead ? contentDocument : undefined;
}

/**
 * What a node stands in as it is seen, be it an element, a shadow root or a document.
 *
 * Not as properties of the node: a form has its fields for properties, a document its forms and frames, whatever these
 * call themselves, and one called `parentNode` would have us go round in circles.
 */
export function nextOut(node: Node): Node | null {
  const slot = isElement(node) ? Reflect.get(Element.prototype, 'assignedSlot', node) : null;
  return slot ?? Reflect.get(Node.prototype, 'parentNode', node) ?? hostOf(node);
}

function hostOf(root: Node): Element | null {
  if (root.nodeType === nodeType.fragment) return (root as Partial<ShadowRoot>).host ?? null;
  if (root.nodeType !== nodeType.document) return null;
  return (Reflect.get(Document.prototype, 'defaultView', root) as Window | null)?.frameElement ?? null;
}

/** By its type: a frame's elements are no instances of this window's `Element`. */
function isElement(node: Node): node is Element {
  return node.nodeType === nodeType.element;
}
