declare global {
  /** What a page has come to know. @param words that it looks for in all that is shown */
  var reached: (words: readonly string[]) => {
    readonly heard: string[];
    readonly keys: string[];
    readonly texts: string[];
    readonly addresses: string[];
    readonly frames: number;
    readonly found: string[];
  };
}

/**
 * A page that sets out to read a card, before anybody else listens: it follows whatever each event and each interface names to
 * all that can be reached from there. Runs in the page, so that it can use nothing from outside itself.
 */
export function reachForCard(): void {
  const names = ['target', 'originalTarget', 'explicitOriginalTarget', 'relatedTarget', 'composedTarget', 'rangeParent', 'srcElement', 'currentTarget'];
  const types = new Set([
    'focusin', 'focusout', 'DOMMouseScroll', 'MozMousePixelScroll', 'DOMActivate', 'message', 'pointerrawupdate', 'compositionstart',
    ...[window, document, HTMLElement.prototype].flatMap((source: object) => {
      const handlers: string[] = [];
      for (const name in source) if (name.startsWith('on')) handlers.push(name.slice(2));
      return handlers;
    }),
  ]);
  const heard = new Set<string>();
  const keys: string[] = [];
  const seen = new Set<unknown>();
  const texts: string[] = [];
  const look = (reached: unknown): void => {
    if (reached === null || typeof reached !== 'object' || seen.has(reached)) return;
    seen.add(reached);
    try {
      const node = reached as Partial<HTMLIFrameElement & ShadowRoot>;
      if (reached === document) return;
      // What stands in the page itself is no secret.
      if (node.getRootNode?.() === document && node.localName !== 'sidelight-card') return;
      texts.push(node.textContent ?? '');
      for (const next of [node.contentDocument, node.contentWindow?.document, node.getRootNode?.(), node.shadowRoot, node.firstChild, node.nextSibling, node.parentNode]) look(next);
    } catch {
      // It may not look there.
    }
  };
  const hear = (event: Event): void => {
    heard.add(event.type);
    if (event instanceof KeyboardEvent) keys.push(event.key);
    for (const name of names) look(Reflect.get(event, name));
    for (const target of event.composedPath()) look(target);
  };
  for (const type of types) window.addEventListener(type, hear, true);
  globalThis.reached = (words) => {
    const selection = getSelection();
    for (const animation of document.documentElement.getAnimations({ subtree: true })) look((animation.effect as KeyframeEffect | null)?.target);
    for (const { effect } of document.getAnimations()) look((effect as KeyframeEffect | null)?.target);
    const host = document.querySelector('sidelight-card');
    for (const { effect } of host?.getAnimations({ subtree: true }) ?? []) look((effect as KeyframeEffect | null)?.target);
    for (const entry of performance.getEntries()) for (const name of ['target', 'element']) look(Reflect.get(entry, name));
    for (let x = 4; x < innerWidth; x += 40) {
      for (let y = 4; y < innerHeight; y += 40) {
        for (const element of document.elementsFromPoint(x, y)) look(element);
        look(document.caretPositionFromPoint(x, y)?.offsetNode);
      }
    }
    look(document.activeElement);
    const found = words.filter((word) => {
      selection?.removeAllRanges();
      // The page's own search, which no standard describes.
      return (globalThis as unknown as { find(word: string, ...flags: boolean[]): boolean }).find(word, true, false, true);
    });
    look(selection?.anchorNode);
    return { heard: [...heard], keys, texts, addresses: performance.getEntries().map(({ name }) => name), frames: window.length, found };
  };
}
