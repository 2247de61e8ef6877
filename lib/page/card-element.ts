/** The element that stands in the page while a card is open, and no longer. */
const cardElement = 'sidelight-card';

export function isCard(target: unknown): boolean {
  // Not by its class: a frame's elements are no instances of this window's.
  return (target as Partial<Element> | null | undefined)?.localName === cardElement;
}
