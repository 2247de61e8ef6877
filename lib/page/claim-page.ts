/** An annotator's hold on its page. */
export interface Claim {
  /** Fires when the annotator has to leave. */
  readonly signal: AbortSignal;
  leave(): void;
}

const slotKey: unique symbol = Symbol.for('sidelight.annotator') as never;

interface Holder {
  readonly controller: AbortController;
  readonly isThere: () => boolean;
}

/**
 * Undefined where an annotator is in this page already, so that injecting the script twice does nothing. One that has
 * left makes room for the next, and one that has lost its extension has to. The slot is in the isolated world, which the page's scripts do not see.
 */
export function claimPage(world: object, isThere: () => boolean): Claim | undefined {
  const slot = world as { [slotKey]?: Holder };
  const before = slot[slotKey];
  if (before && !before.controller.signal.aborted) {
    if (before.isThere()) return undefined;
    before.controller.abort();
  }
  const controller = new AbortController();
  slot[slotKey] = { controller, isThere };
  return { signal: controller.signal, leave: () => controller.abort() };
}
