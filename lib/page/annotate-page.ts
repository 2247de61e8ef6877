import type { CoverageAnswer } from '../card/card-content';
import { callCard } from './call-card';
import { isCard } from './card-element';
import { chooseMention } from './choose-mention';
import { createHitTest } from './hit-test';
import { keepAnnotated } from './keep-annotated';
import type { FindNames, KeptPage, PageState } from './keep-annotated';
import { createMarks } from './mark-ranges';
import type { PageFacts } from './page-facts';
import type { PageMark } from './page-marks';
import { reportMarks } from './report-marks';
import type { ReportedName } from './report-marks';
import { watchKeys } from './watch-keys';
import { watchPointer } from './watch-pointer';

/** What annotating a page needs of the rest of the extension. */
export interface AnnotatePageRequest {
  readonly window: Window;
  readonly findNames: FindNames;
  /** What the reader's sources reported about this entity, on this page, beside the others that it names. */
  readonly askCoverage: (entity: string, page: PageFacts, alongside: readonly string[]) => Promise<CoverageAnswer>;
  readonly bringCard: () => Promise<boolean>;
  readonly openSources: () => void;
  readonly signal: AbortSignal;
}

export interface AnnotatedPage extends KeptPage {
  report(): PageReport;
  /** Scrolls to the first mention and opens its card; false where there is none. */
  reveal(entity: string): boolean;
}

export type PageReport =
  | Exclude<PageState, { readonly state: 'annotated' }>
  | { readonly state: 'annotated'; readonly page: PageFacts; readonly annotations: ReportedName[] };

const mostAlongside = 1_000;

/** Marks the names of a page and opens their cards, until the signal fires; then nothing is left of it. */
export function annotatePage({ window, signal, ...ports }: AnnotatePageRequest): AnnotatedPage {
  const { document } = window;
  const painted = createMarks(CSS.highlights, signal);
  let state: PageState = { state: 'reading' };
  let marks: readonly PageMark[] = [];
  let markAt = createHitTest(document, marks);
  let lastMark: number | undefined;

  const card = callCard(
    {
      window,
      signal,
      marks: () => marks,
      opened(mark) {
        painted.open(mark?.range);
        lastMark = mark?.mark ?? lastMark;
      },
      async askCoverage(entity) {
        if (state.state !== 'annotated') return { state: 'failed', failure: { kind: 'cancelled' } };
        const others = new Set(marks.map(({ subject }) => subject.id).filter((id) => id !== entity));
        return ports.askCoverage(entity, state.page, [...others].slice(0, mostAlongside));
      },
      openSources: ports.openSources,
    },
    ports.bringCard,
  );

  const pointer = watchPointer(
    window,
    {
      markAt: ({ x, y }) => markAt(x, y),
      entered: (number) => withMark(number, (mark) => card.dispatch({ kind: 'pointer-entered', mark })),
      left: () => card.dispatch({ kind: 'pointer-left' }),
      pressed: (number) => withMark(number, (mark) => card.dispatch({ kind: 'chosen', mark, by: 'press' })),
      pressedOutside: () => card.dispatch({ kind: 'pressed-outside' }),
    },
    { isCard, signal },
  );
  watchKeys(
    window,
    {
      next: () => go(1),
      previous: () => go(-1),
      dismissed() {
        if (card.openMark() === undefined) return false;
        card.dispatch({ kind: 'dismissed' });
        return true;
      },
    },
    signal,
  );
  const kept = keepAnnotated({ window, findNames: ports.findNames, changed, isOwn: isCard, signal });

  function changed(next: PageState): void {
    state = next;
    marks = next.state === 'annotated' ? next.marks : [];
    markAt = createHitTest(document, marks);
    painted.paint(marks.map(({ range }) => range));
    const open = card.openMark();
    if (open !== undefined) {
      const mark = marks.find((candidate) => candidate.mark === open);
      if (mark) painted.open(mark.range);
      else card.dispatch({ kind: 'mark-gone' });
    }
    pointer.look();
    if (marks.length > 0) prepareCard();
  }

  /** Once the page is idle, and only where somebody looks. */
  function prepareCard(): void {
    if (document.hidden) document.addEventListener('visibilitychange', prepareCard, { once: true, signal });
    else window.requestIdleCallback(card.prepare);
  }

  function go(direction: -1 | 1): void {
    const mark = chooseMention(marks, { direction, lastMark, windowHeight: window.innerHeight });
    if (mark) card.dispatch({ kind: 'chosen', mark, by: 'key' });
  }

  function withMark(number: number, use: (mark: PageMark) => void): void {
    const mark = marks.find((candidate) => candidate.mark === number);
    if (mark) use(mark);
  }

  return {
    readAnyway: kept.readAnyway,
    report() {
      return state.state === 'annotated'
        ? { state: 'annotated', page: state.page, annotations: reportMarks(marks) }
        : state;
    },
    reveal(entity) {
      const mark = marks.find(({ subject }) => subject.id === entity);
      if (mark) card.dispatch({ kind: 'chosen', mark, by: 'reveal' });
      return mark !== undefined;
    },
  };
}
