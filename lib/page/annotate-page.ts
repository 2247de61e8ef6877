import { defaultReading } from '../settings/reading-settings';
import type { ReadingSettings } from '../settings/reading-settings';
import { callCard } from './call-card';
import { isCard } from './card-element';
import { createHitTest } from './hit-test';
import { keepAnnotated } from './keep-annotated';
import type { FindNames, KeptPage, PageState } from './keep-annotated';
import { createMarks } from './mark-ranges';
import type { PageFacts } from './page-facts';
import { showMarks } from './page-marks';
import type { PageMark } from './page-marks';
import { reportMarks } from './report-marks';
import type { ReportedName } from './report-marks';
import { watchKeys } from './watch-keys';
import type { KeyListener } from './watch-keys';
import { watchPointer } from './watch-pointer';

/** What annotating a page needs of the rest of the extension. */
export interface AnnotatePageRequest {
  readonly window: Window;
  readonly findNames: FindNames;
  readonly bringCard: () => Promise<boolean>;
  /** The page came out of the browser's cache, where no message reached it. */
  readonly cameBack?: () => void;
  readonly signal: AbortSignal;
}

export interface AnnotatedPage extends Pick<KeptPage, 'readAnyway'> {
  /** From now on as these settings have it. */
  configure(settings: ReadingSettings): void;
  report(): PageReport;
  /** Scrolls to the first mention and opens its card; false where there is none. */
  reveal(entity: string): boolean;
  /** Opens a card for what the reader has selected, if anything is. */
  lookUp(): void;
  /** Has names found anew, once that disturbs nobody. */
  lookAgain(): void;
  /** Puts marks back that the page took away with highlights of its own. */
  restore(): void;
}

export type PageReport =
  | Exclude<PageState, { readonly state: 'annotated' }>
  | { readonly state: 'annotated'; readonly page: PageFacts; readonly annotations: ReportedName[] };

/** Marks the names of a page and opens their cards, until the signal fires; then nothing is left of it. */
export function annotatePage({ window, signal, ...ports }: AnnotatePageRequest): AnnotatedPage {
  const { document } = window;
  const painted = createMarks(signal);
  let state: PageState = { state: 'reading' };
  let settings = defaultReading;
  let marks: readonly PageMark[] = [];
  let shown: readonly PageMark[] = [];
  let markAt = createHitTest(document, marks);

  const card = callCard(
    {
      window,
      signal,
      marks: () => marks,
      dwellMs: () => settings.dwellMs,
      scheme: () => settings.scheme,
      texts: () => kept.texts(),
      opened(mark) {
        painted.open(mark?.range);
        if (!mark) kept.catchUp();
      },
      facts: () => (state.state === 'annotated' ? state.page : undefined),
    },
    ports.bringCard,
  );

  const pointer = watchPointer(
    window,
    {
      markAt: ({ x, y, within }) => markAt(x, y, within),
      entered: (number, restedMs) => tell(number, { kind: 'pointer-entered', restedMs }),
      left: () => card.dispatch({ kind: 'pointer-left' }),
      pressed: (number) => tell(number, { kind: 'chosen', by: 'press' }),
      pressedOutside: () => card.dispatch({ kind: 'pressed-outside' }),
      heldKey: () => settings.modifier,
    },
    { isCard, signal },
  );
  const keys: KeyListener = {
    next: () => card.use((there) => there.go(1)),
    previous: () => card.use((there) => there.go(-1)),
    dismissed() {
      if (card.openMark() === undefined) return false;
      card.dispatch({ kind: 'dismissed' });
      return true;
    },
  };
  const listenToKeys = watchKeys(keys, signal);
  const kept = keepAnnotated({
    window, signal, changed, findNames: ports.findNames, cameBack: ports.cameBack, isOwn: isCard,
    reading(document) {
      pointer.also(document);
      if (document.defaultView) listenToKeys(document.defaultView);
    },
  });

  function changed(next: PageState): void {
    state = next;
    marks = next.state === 'annotated' ? showMarks(next.marks, settings) : [];
    shown = marks.filter(({ isShown }) => isShown);
    markAt = createHitTest(document, shown);
    painted.paint(shown.map(({ range }) => range));
    const open = card.openMark();
    if (open !== undefined && open >= 0) {
      const mark = markOf(open);
      if (mark) painted.open(mark.range);
      else card.dispatch({ kind: 'mark-gone' });
    }
    pointer.look();
  }

  function markOf(number: number | undefined): PageMark | undefined {
    return marks.find(({ mark }) => mark === number);
  }

  function tell(number: number, event: { kind: 'pointer-entered'; restedMs: number } | { kind: 'chosen'; by: 'press' }): void {
    const mark = markOf(number);
    if (mark) card.dispatch({ ...event, mark });
  }

  return {
    readAnyway: kept.readAnyway,
    restore: painted.restore,
    configure(wanted) {
      settings = wanted;
      kept.readEvery(settings.everyPage);
      changed(state);
    },
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
    lookUp: () => card.use((there) => there.lookUp()),
    // What the reader has just said on a card can be taken back there: its mark stays for as long.
    lookAgain: () => kept.lookAgain(card.openMark() !== undefined),
  };
}
