/** The element that an element stands in as it is seen: through slots, and out of shadow roots. */
export function outerOf(element: Element): Element | null {
  const { parentNode } = element;
  return element.assignedSlot ?? (parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement);
}

/** Whether the one stands in the other as they are seen, or is the other. */
export function isSeenIn(outer: Element, inner: Node): boolean {
  if (outer.contains(inner)) return true;
  let element = inner instanceof Element ? inner : inner instanceof ShadowRoot ? inner.host : inner.parentElement;
  while (element && element !== outer) element = outerOf(element);
  return element === outer;
}
