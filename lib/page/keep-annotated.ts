import type { Failure } from '../errors/failure';
import { isSeenIn, nodeType } from './flat-tree';
import { isDeclaredArticle, readsLikeArticle } from './is-article';
import { describePage, readPageFacts } from './page-facts';
import type { PageFacts } from './page-facts';
import { makeMarks } from './page-marks';
import type { FoundNames, PageMark } from './page-marks';
import { readBlocks } from './read-blocks';
import { ReadMemory } from './read-memory';
import type { ArticleText } from './read-blocks';
import { runInSlices } from './run-in-slices';
import type { InnerTree } from './walk-blocks';
import { watchChanges } from './watch-changes';
import { whenAborted } from './when-aborted';

export type NamesAnswer =
  | ({ readonly state: 'ready' } & FoundNames)
  | { readonly state: 'nothing-known' }
  | { readonly state: 'failed'; readonly failure: Failure };

export type FindNames = (page: PageFacts, blocks: readonly string[]) => Promise<NamesAnswer>;

export type PageState =
  | { readonly state: 'reading' }
  | { readonly state: 'not-an-article' }
  | { readonly state: 'nothing-known' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'annotated'; readonly page: PageFacts; readonly marks: readonly PageMark[] };

export interface KeepAnnotatedRequest {
  readonly window: Window;
  readonly findNames: FindNames;
  /** The page was found to be in another state, or its marks are others. */
  readonly changed: (state: PageState) => void;
  /** Whether a node is Sidelight's own and no part of the page. */
  readonly isOwn: (node: Node) => boolean;
  /** The page came out of the browser's cache, where no message reached it. */
  readonly cameBack?: () => void;
  /** The page or a frame of it is being read: each time, since `document.open()` makes it forget who listens. */
  readonly reading?: (document: Document) => void;
  readonly signal: AbortSignal;
}

export interface KeptPage {
  /** Reads the page even if it does not look like an article: the reader asked for it. */
  readAnyway(): void;
  /** Whether pages that are no articles are read too: the reader's setting. */
  readEvery(isWanted: boolean): void;
  /** Has names found anew, as after something has become known; later where nobody looks, or where that would disturb. */
  lookAgain(isDisturbing: boolean): void;
  /** Does what was put off. */
  catchUp(): void;
  /** The blocks of the article, as they were read last. */
  texts(): readonly string[];
}

interface Reading {
  readonly article: ArticleText;
  readonly page: PageFacts;
  readonly answer: NamesAnswer;
}

/** Reads the page, has names found in it, and does so again whenever its text has changed, until the signal fires. */
export function keepAnnotated({ window, findNames, changed, isOwn, cameBack, reading, signal }: KeepAnnotatedRequest): KeptPage {
  const { document } = window;
  let current: PageState = { state: 'reading' };
  let last: Reading | undefined;
  let marks: readonly PageMark[] = [];
  const memory = new ReadMemory();
  let isAsked = false;
  let isEvery = false;
  let isStale = false;
  let turn = new AbortController();

  const watch = watchChanges(window, { concerns, changed: start }, signal);

  function concerns(change: MutationRecord): boolean {
    const { target, addedNodes, removedNodes } = change;
    memory.forget(change);
    const nodes = [...addedNodes, ...removedNodes];
    if (nodes.length > 0 && nodes.every(isOwn)) return false;
    const root = last?.article.root;
    return !root?.isConnected || isSeenIn(root, target) || isSeenIn(target, root);
  }

  function met(inner: InnerTree): void {
    watch.also(inner);
    if (inner.nodeType === nodeType.document) reading?.(inner as Document);
  }

  /** The newest reading counts; one that still runs is given up. */
  function start(): Promise<void> {
    turn.abort();
    turn = new AbortController();
    return read(AbortSignal.any([signal, turn.signal]));
  }

  async function read(turnSignal: AbortSignal): Promise<void> {
    const ran = await runInSlices(readPage(), turnSignal);
    if (!ran) return;
    const { result, workMs: tookMs } = ran;
    if (!result) {
      last = undefined;
      watch.wasRead({ isNew: false, tookMs });
      become({ state: 'not-an-article' });
      return;
    }
    const { article, page } = result;
    const same = last && hasSameText(last.article, article) ? last : undefined;
    watch.wasRead({ isNew: !same, tookMs });
    const answer = same?.answer ?? (await findNames(page, article.blocks.map(({ text }) => text)));
    await show({ article, page, answer }, turnSignal);
  }

  function* readPage(): Generator<undefined, Omit<Reading, 'answer'> | undefined> {
    reading?.(document);
    // Each time, since `document.open()` makes it forget who listens; whoever listens already is heard once.
    document.addEventListener('visibilitychange', lookOnceMore, { signal });
    window.addEventListener('pageshow', shown, { signal });
    const description = describePage(document);
    const isDeclared = isAsked || isEvery || isDeclaredArticle(document, description);
    if (isDeclared === false) return undefined;
    const article = yield* readBlocks(document, { memory, met });
    if (!article || !(isDeclared || readsLikeArticle(article))) return undefined;
    const page = readPageFacts(document, description, Date.now());
    return page && { article, page };
  }

  async function show(reading: Reading, turnSignal: AbortSignal): Promise<void> {
    const { article, page, answer } = reading;
    if (turnSignal.aborted) return;
    last = reading;
    if (answer.state !== 'ready') {
      become(answer);
      return;
    }
    const made = await runInSlices(makeMarks(article.blocks, answer, marks), turnSignal);
    if (!made) return;
    marks = made.result;
    become({ state: 'annotated', page, marks });
  }

  function become(next: PageState): void {
    current = next;
    changed(next);
  }

  function shown({ persisted }: PageTransitionEvent): void {
    if (persisted) cameBack?.();
  }

  // What was not known may be known by now: the reader has been elsewhere, perhaps on the options page.
  function lookOnceMore(): void {
    if (isStale || current.state === 'nothing-known' || current.state === 'failed') lookAgain();
  }

  function lookAgain(isDisturbing = false): void {
    isStale = isDisturbing || document.hidden;
    if (isStale) return;
    memory.clear();
    last = undefined;
    void start();
  }

  whenAborted(signal, () => turn.abort());
  void start();
  return {
    lookAgain,
    catchUp() {
      if (isStale) lookAgain();
    },
    texts: () => last?.article.blocks.map(({ text }) => text) ?? [],
    readAnyway() {
      isAsked = true;
      if (current.state === 'not-an-article') void start();
    },
    readEvery(isWanted) {
      if (isWanted === isEvery) return;
      isEvery = isWanted;
      void start();
    },
  };
}

function hasSameText(before: ArticleText, now: ArticleText): boolean {
  return (
    before.blocks.length === now.blocks.length && before.blocks.every(({ text }, index) => text === now.blocks[index]?.text)
  );
}
