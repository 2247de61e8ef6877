import { whenAborted } from './when-aborted';

const intervalMs = 500;

/**
 * Calls `lost` once the extension that this script belongs to is gone: updated, reloaded or removed. No event tells a
 * content script so, and a port that would has to be opened anew each time the background sleeps; hence the question,
 * which costs a property's look-up now and then. Calls `kept` where it is still there.
 */
export function watchConnection(
  window: Window,
  { isThere, kept, lost, signal }: {
    readonly isThere: () => boolean; readonly kept: () => void; readonly lost: () => void; readonly signal: AbortSignal;
  },
): void {
  const check = (): void => {
    if (isThere()) kept();
    else lost();
  };
  const timer = window.setInterval(check, intervalMs);
  // The timers of pages that nobody looks at may rest.
  window.document.addEventListener('visibilitychange', check, { signal });
  whenAborted(signal, () => window.clearInterval(timer));
}
