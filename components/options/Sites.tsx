import { Empty } from '../forms/Empty';
import { LiveList } from '../forms/LiveList';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { useOptionsServices } from '../services-context';
import { siteName } from '../site-name';
import { useLive } from '../use-live';
import { NeverSites } from './NeverSites';
import { SiteTable } from './SiteTable';

export function Sites() {
  const { sites, settings } = useOptionsServices();
  const live = useLive(sites.watch);
  const chosen = useLive(settings.watch);
  const { notice, tell, tellFailure } = useNotice();
  const isEverywhere = live.state === 'ready' && live.value.some(({ pattern, isAllowed }) => isAllowed && isAllSites(pattern));

  const remove = async (pattern: string) => {
    const removed = await sites.remove(pattern);
    if (!removed.ok) {
      tellFailure(removed.failure);
      return;
    }
    tell({
      tone: 'done',
      text: isEverywhere
        ? `Removed ${siteName(pattern)} from this list. Sidelight still runs there, as on all sites; to stop that, name it as one you never want.`
        : `Removed ${siteName(pattern)}. Nothing is marked there any more.`,
      action: { label: 'Undo', key: 'undo', onPress: () => void allow(pattern) },
    });
  };

  const allow = async (pattern: string) => {
    const allowed = await sites.switchOn(pattern);
    if (allowed.ok) tell({ tone: 'done', text: `${siteName(pattern)} is on.` });
    else tellFailure(allowed.failure);
  };

  // Nothing may be awaited before the permission is asked for: browsers ask only while a click is being handled.
  const runEverywhere = async (on: boolean) => {
    const switched = await (on ? sites.switchAllOn() : sites.switchAllOff());
    if (!switched.ok) tellFailure(switched.failure);
    else if (on) tell({ tone: 'done', text: 'Sidelight runs on all sites now, but for those that you never want.' });
    else tell({ tone: 'done', text: 'Sidelight runs only on the sites listed here now.' });
  };

  return (
    <>
      <label className="tick all-sites" id="all-sites">
        <input type="checkbox" role="switch" checked={isEverywhere} onChange={(event) => void runEverywhere(event.target.checked)} />
        <span>
          Run on all sites
          <span className="note">Your browser asks you for all of them. Articles alone are read, unless you say otherwise under Reading.</span>
        </span>
      </label>
      <NoticeLine notice={notice} />
      <LiveList
        live={live.state === 'ready' ? { ...live, value: live.value.filter(({ pattern }) => !isAllSites(pattern)) } : live}
        empty={
          <Empty said="Sites that you switch on will be listed here.">
            <p>Open a news article, press Sidelight’s button in the toolbar and switch the site on.</p>
          </Empty>
        }
      >
        {(list) => <SiteTable sites={list} onAllow={(pattern) => void allow(pattern)} onRemove={(pattern) => void remove(pattern)} />}
      </LiveList>
      <NeverSites
        patterns={chosen.state === 'ready' ? (chosen.value.sites.off ?? []) : []}
        onAdd={async (pattern) => {
          const never = await sites.switchOff(pattern);
          if (never.ok) tell({ tone: 'done', text: `Never on ${siteName(pattern)}.` });
          else tellFailure(never.failure);
        }}
        onForget={async (pattern) => {
          const forgotten = await sites.forget(pattern);
          if (!forgotten.ok) tellFailure(forgotten.failure);
          else {
            const undo = () => void sites.switchOff(pattern).then(() => tell(null));
            tell({ tone: 'done', text: `${siteName(pattern)} is like any other site again.`, action: { label: 'Undo', key: 'undo', onPress: undo } });
          }
        }}
      />
    </>
  );
}

function isAllSites(pattern: string): boolean {
  return pattern.endsWith('://*/*');
}
