/** An annotator's hold on its page. */
export interface Claim {
  /** Fires when the annotator has to leave. */
  readonly signal: AbortSignal;
  leave(): void;
}

const slotKey: unique symbol = Symbol.for('sidelight.annotator') as never;

/**
 * Undefined where an annotator is in this page already, so that injecting the script twice does nothing. One that has
 * left makes room for the next. The slot is in the isolated world, which the page's scripts do not see.
 */
export function claimPage(world: object): Claim | undefined {
  const slot = world as { [slotKey]?: AbortController };
  if (slot[slotKey]?.signal.aborted === false) return undefined;
  const controller = new AbortController();
  slot[slotKey] = controller;
  return { signal: controller.signal, leave: () => controller.abort() };
}
