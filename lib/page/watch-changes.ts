import { documentIn } from './flat-tree';
import type { InnerTree } from './walk-blocks';
import { whenAborted } from './when-aborted';

/** A page is read again once it has been quiet for this long … */
const quietMs = 200;
/** … or has not been quiet for this long. */
const patienceMs = 1_500;
/** After a reading that found nothing new the next one waits, longer each time, but never longer than this. */
const firstPauseMs = 1_000;
const longestPauseMs = 4_000;
/** So long nothing is begun anew while the last reading, or the answer to it, is under way: a storm would never see an end. */
const longestTurnMs = 10_000;
/** What may show or hide text. */
const looks = ['class', 'style', 'hidden', 'open'];
/** Reading takes at most a tenth of the time, however large the page. */
const costFactor = 10;

export interface ChangeListener {
  /** Whether this change can matter. */
  concerns(change: MutationRecord): boolean;
  /** Something that matters has changed. Settles when what came of that is seen. */
  changed(): Promise<void>;
}

export interface ChangeWatch {
  /** Watches this part of the page as well, into which an observer of the document does not see. */
  also(inner: InnerTree): void;
  /** What came of reading the page again: it sets the pace of what follows. */
  wasRead(outcome: { readonly isNew: boolean; readonly tookMs: number }): void;
}

/** Tells when the page's text has changed, at a pace that the page can bear, until the signal fires. */
export function watchChanges(window: Window, listener: ChangeListener, signal: AbortSignal): ChangeWatch {
  const { performance } = window;
  /** Of the reading that is due; none is 0. */
  let timer = 0;
  let sinceMs = 0;
  let lastMs = 0;
  let nextMs = 0;
  let endMs = 0;
  /** Pages move what they show without end: that must not keep new text waiting, so each has a pace of its own. */
  const pauses = { text: 0, looks: 0 };
  const nexts = { text: 0, looks: 0 };
  let due: keyof typeof pauses = 'looks';
  let read: keyof typeof pauses = due;

  const observer = new MutationObserver((records) => {
    const concerned = records.filter((record) => listener.concerns(record));
    if (concerned.length > 0) note(concerned.some(({ type }) => type !== 'attributes'));
  });

  function note(isText: boolean): void {
    lastMs = performance.now();
    if (timer === 0) {
      sinceMs = lastMs;
      due = 'looks';
    }
    if (isText) due = 'text';
    schedule();
  }

  function schedule(): void {
    window.clearTimeout(timer);
    const dueMs = Math.max(endMs, nextMs, nexts[due], Math.min(lastMs + quietMs, sinceMs + patienceMs));
    timer = window.setTimeout(call, dueMs - performance.now());
  }

  function call(): void {
    timer = 0;
    read = due;
    listen();
    endMs = performance.now() + longestTurnMs;
    void listener.changed().then(() => {
      endMs = 0;
      if (timer !== 0) schedule();
    });
  }

  const observe = (root: Node): void =>
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: looks });
  observe(window.document);
  /** A frame has another document now. */
  const loaded = ({ target }: Event): void => {
    if (target instanceof Element && documentIn(target)) note(true);
  };
  /** Before each reading, since `document.open()` makes the page forget who listens; whoever listens already is heard once. */
  function listen(): void {
    window.document.addEventListener('load', loaded, { capture: true, signal });
  }
  listen();
  whenAborted(signal, () => {
    observer.disconnect();
    window.clearTimeout(timer);
    timer = 0;
  });
  return {
    also: observe,
    wasRead({ isNew, tookMs }) {
      const nowMs = performance.now();
      pauses[read] = isNew ? 0 : Math.min(longestPauseMs, Math.max(firstPauseMs, 2 * pauses[read]));
      nexts[read] = nowMs + pauses[read];
      nextMs = nowMs + costFactor * tookMs;
    },
  };
}
