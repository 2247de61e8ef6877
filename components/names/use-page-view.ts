import { useCallback, useEffect, useState } from 'react';
import type { PageReport } from '../../lib/messaging/protocol';
import type { Failure } from '../../lib/errors/failure';
import type { PageService, ShownTab } from '../services';
import { useLive } from '../use-live';

export type PageView =
  | { readonly state: 'asking' }
  /** No page of the web: the browser's own, or none. */
  | { readonly state: 'no-page' }
  /** Sidelight is not in this page. */
  | { readonly state: 'away' }
  | Exclude<PageReport, { state: 'failed' }>
  | { readonly state: 'failed'; readonly failure: Failure };

/** A page is asked again this often: while it is being read, and later, for pages bring more as one scrolls. */
const askAgainMs = { reading: 250, other: 1_500 };

interface Answer {
  /** The page that it speaks of, so that it is not taken for one about the next. */
  readonly page: string;
  readonly view: PageView;
}

/** What was found on the page in front, followed from tab to tab. */
export function usePageView(pages: PageService) {
  const tab = useLive(pages.watchTab);
  const shown = tab.state === 'ready' ? tab.value : undefined;
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const page = `${shown?.id ?? ''} ${shown?.url ?? ''}`;
  const canAsk = shown !== undefined && isWebPage(shown);

  useEffect(() => {
    if (!shown || !canAsk) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async () => {
      const report = await pages.report(shown.id);
      if (isOver) return;
      setAnswer({ page, view: viewOf(report) });
      timer = setTimeout(() => void ask(), report.state === 'reading' ? askAgainMs.reading : askAgainMs.other);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [pages, shown, canAsk, page, round]);

  const askAgain = useCallback(() => setRound((before) => before + 1), []);
  return { tab: shown, view: currentView(), askAgain };

  function currentView(): PageView {
    if (tab.state === 'loading') return { state: 'asking' };
    if (tab.state === 'failed') return tab;
    if (!canAsk) return { state: 'no-page' };
    // An older answer about this page stands until the newer one is there.
    return answer?.page === page ? answer.view : { state: 'asking' };
  }
}

function viewOf(report: PageReport): PageView {
  if (report.state === 'failed' && report.failure.kind === 'no-answer') return { state: 'away' };
  return report;
}

/** An address that Sidelight may not know may be one of the web. */
function isWebPage({ url }: ShownTab): boolean {
  return url === undefined || /^https?:/.test(url);
}
