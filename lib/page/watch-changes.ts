/** A page is read again once it has been quiet for this long … */
const quietMs = 200;
/** … or has not been quiet for this long. */
const patienceMs = 1_500;
/** After a reading that found nothing new the next one waits, longer each time, but never longer than this. */
const firstPauseMs = 1_000;
const longestPauseMs = 10_000;
/** Reading takes at most a tenth of the time, however large the page. */
const costFactor = 10;

export interface ChangeListener {
  /** Whether this change can matter. */
  concerns(change: MutationRecord): boolean;
  /** Something that matters has changed. */
  changed(): void;
}

export interface ChangeWatch {
  /** What came of reading the page again: it sets the pace of what follows. */
  wasRead(outcome: { readonly isNew: boolean; readonly tookMs: number }): void;
}

/** Tells when the page's text has changed, at a pace that the page can bear, until the signal fires. */
export function watchChanges(window: Window, listener: ChangeListener, signal: AbortSignal): ChangeWatch {
  let timer: number | undefined;
  let sinceMs = 0;
  let nextMs = 0;
  let pauseMs = 0;

  const observer = new MutationObserver((records) => {
    if (!records.some((record) => listener.concerns(record))) return;
    const nowMs = window.performance.now();
    if (timer === undefined) sinceMs = nowMs;
    else window.clearTimeout(timer);
    const dueMs = Math.max(nextMs, Math.min(nowMs + quietMs, sinceMs + patienceMs));
    timer = window.setTimeout(call, dueMs - nowMs);
  });

  function call(): void {
    timer = undefined;
    listener.changed();
  }

  observer.observe(window.document, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(timer);
  });
  return {
    wasRead({ isNew, tookMs }) {
      pauseMs = isNew ? 0 : Math.min(longestPauseMs, Math.max(firstPauseMs, 2 * pauseMs));
      nextMs = window.performance.now() + Math.max(pauseMs, costFactor * tookMs);
    },
  };
}
