export interface CardHost {
  /** The one element that the page sees of the card. */
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** What the card is drawn in. */
  readonly place: Element;
}

/** An element with a closed root, which no script of this document is handed. It stands nowhere yet. */
export function makeCardHost(document: Document): CardHost {
  // Made elsewhere: a page can define what `sidelight-card` is, and whoever makes one of its kind is told its root
  // (`ElementInternals.shadowRoot`), but for one that had its root before it came.
  const host = document.implementation.createHTMLDocument('').createElement('sidelight-card');
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'closed' });
  document.adoptNode(host);
  // `window.find` looks into closed roots: a page could guess a card's text letter by letter. Chromium does not search
  // elements that have no end tag. It is an element for nobody else: `display: contents`, in `frame.css`.
  const place = document.createElement('source');
  shadow.append(place);
  return { host, shadow, place };
}
