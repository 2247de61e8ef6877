import { Empty } from '../forms/Empty';
import { LiveList } from '../forms/LiveList';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { useOptionsServices } from '../services-context';
import { siteName } from '../site-name';
import { useLive } from '../use-live';
import { SiteTable } from './SiteTable';

export function Sites() {
  const { sites } = useOptionsServices();
  const live = useLive(sites.watch);
  const { notice, tell, tellFailure } = useNotice();

  const remove = async (pattern: string) => {
    const removed = await sites.remove(pattern);
    if (!removed.ok) {
      tellFailure(removed.failure);
      return;
    }
    tell({
      tone: 'done',
      text: `Removed ${siteName(pattern)}. Nothing is marked there any more.`,
      action: { label: 'Undo', onPress: () => void allow(pattern) },
    });
  };

  const allow = async (pattern: string) => {
    const allowed = await sites.switchOn(pattern);
    if (allowed.ok) tell({ tone: 'done', text: `${siteName(pattern)} is on.` });
    else tellFailure(allowed.failure);
  };

  return (
    <>
      <NoticeLine notice={notice} />
      <LiveList
        live={live}
        empty={
          <Empty said="Sites that you switch on will be listed here.">
            <p>Open a news article, press Sidelight’s button in the toolbar and switch the site on.</p>
          </Empty>
        }
      >
        {(list) => <SiteTable sites={list} onAllow={(pattern) => void allow(pattern)} onRemove={(pattern) => void remove(pattern)} />}
      </LiveList>
    </>
  );
}
