/** The element that stands in the page while a card is open, and no longer. */
const cardElement = 'sidelight-card';

export function isCard(target: unknown): boolean {
  return target instanceof Element && target.localName === cardElement;
}
