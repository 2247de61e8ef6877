import { documentIn } from './flat-tree';
import type { InnerTree } from './walk-blocks';

/** A page is read again once it has been quiet for this long … */
const quietMs = 200;
/** … or has not been quiet for this long. */
const patienceMs = 1_500;
/** After a reading that found nothing new the next one waits, longer each time, but never longer than this. */
const firstPauseMs = 1_000;
const longestPauseMs = 10_000;
/** What may show or hide text. */
const looks = ['class', 'style', 'hidden', 'open'];
/** Reading takes at most a tenth of the time, however large the page. */
const costFactor = 10;

export interface ChangeListener {
  /** Whether this change can matter. */
  concerns(change: MutationRecord): boolean;
  /** Something that matters has changed. */
  changed(): void;
}

export interface ChangeWatch {
  /** Watches this part of the page as well, into which an observer of the document does not see. */
  also(inner: InnerTree): void;
  /** What came of reading the page again: it sets the pace of what follows. */
  wasRead(outcome: { readonly isNew: boolean; readonly tookMs: number }): void;
}

/** Tells when the page's text has changed, at a pace that the page can bear, until the signal fires. */
export function watchChanges(window: Window, listener: ChangeListener, signal: AbortSignal): ChangeWatch {
  let timer: number | undefined;
  let sinceMs = 0;
  let nextMs = 0;
  /** Pages move what they show without end: that must not keep new text waiting, so each has a pace of its own. */
  const pauses = { text: 0, looks: 0 };
  const nexts = { text: 0, looks: 0 };
  let due: keyof typeof pauses = 'looks';

  const observer = new MutationObserver((records) => {
    const concerned = records.filter((record) => listener.concerns(record));
    if (concerned.length > 0) note(concerned.some(({ type }) => type !== 'attributes'));
  });

  function note(isText: boolean): void {
    const nowMs = window.performance.now();
    if (timer === undefined) {
      sinceMs = nowMs;
      due = 'looks';
    } else window.clearTimeout(timer);
    if (isText) due = 'text';
    const dueMs = Math.max(nextMs, nexts[due], Math.min(nowMs + quietMs, sinceMs + patienceMs));
    timer = window.setTimeout(call, dueMs - nowMs);
  }

  function call(): void {
    timer = undefined;
    listener.changed();
  }

  const observe = (root: Node): void =>
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: looks });
  observe(window.document);
  // A frame has another document now.
  window.document.addEventListener('load', ({ target }) => {
    if (target instanceof Element && documentIn(target)) note(true);
  }, { capture: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(timer);
  });
  return {
    also: observe,
    wasRead({ isNew, tookMs }) {
      const nowMs = window.performance.now();
      pauses[due] = isNew ? 0 : Math.min(longestPauseMs, Math.max(firstPauseMs, 2 * pauses[due]));
      nexts[due] = nowMs + pauses[due];
      nextMs = nowMs + costFactor * tookMs;
    },
  };
}
