import { Mark } from '../forms/Mark';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { PageNames } from '../names/PageNames';
import { usePageView } from '../names/use-page-view';
import { useReadingServices } from '../services-context';

/** Beside the page: every name on it, for as long as the reader keeps it open. */
export function Panel() {
  const { pages } = useReadingServices();
  const { tab, view, askAgain } = usePageView(pages);
  const { notice, tellFailure } = useNotice();

  const reveal = async (tabId: number, entity: string) => {
    const revealed = await pages.reveal(tabId, entity);
    if (!revealed.ok) tellFailure(revealed.failure);
  };

  return (
    <div className="panel-page">
      <header>
        <h1 className="brand"><Mark />On this page</h1>
        <a className="quiet" href="options.html" target="_blank">Settings</a>
      </header>
      <NoticeLine notice={notice} />
      <main>
        <PageNames view={view} onReveal={(entity) => tab && void reveal(tab.id, entity)} onRetry={askAgain} />
      </main>
    </div>
  );
}
