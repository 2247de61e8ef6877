import { useState } from 'react';
import { isAmong, sitePattern } from '../../lib/settings/sites';
import { Mark } from '../forms/Mark';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { PageNames } from '../names/PageNames';
import { usePageView } from '../names/use-page-view';
import { usePopupServices } from '../services-context';
import { siteName } from '../site-name';
import { useLive } from '../use-live';
import { BaseSign } from './BaseSign';
import { SiteFeeds } from './SiteFeeds';
import { SiteSwitch } from './SiteSwitch';

/** What was found on the page in front, and whether Sidelight may run there. */
export function Popup() {
  const { pages, sites, settings, base, isPrivate, locales } = usePopupServices();
  const { tab, view, askAgain } = usePageView(pages);
  const switchedOn = useLive(sites.watch);
  const chosen = useLive(settings.watch);
  const { notice, tell, tellFailure } = useNotice();
  const [isBusy, setBusy] = useState(false);

  const pattern = tab?.url === undefined ? undefined : sitePattern(tab.url);
  const allowed = switchedOn.state === 'ready' ? switchedOn.value.filter((site) => site.isAllowed).map((site) => site.pattern) : [];
  const isNever = pattern !== undefined && chosen.state === 'ready' && chosen.value.sites.off?.includes(pattern) === true;
  const isOn = pattern !== undefined && !isNever && isAmong(allowed, pattern);
  const isOnce = !isOn && view.state === 'annotated';
  const canAnnotateOnce = view.state === 'away' || view.state === 'not-an-article';

  // Nothing may be awaited before this: the browser asks for the site's permission only while the click is handled.
  const switchSite = async (site: string, on: boolean) => {
    setBusy(true);
    const switched = await (on ? sites.switchOn(site) : sites.switchOff(site));
    setBusy(false);
    if (switched.ok) tell(null);
    else tellFailure(switched.failure);
    askAgain();
  };

  const annotateOnce = async (tabId: number) => {
    const annotated = await pages.annotateOnce(tabId);
    if (!annotated.ok) tellFailure(annotated.failure);
    askAgain();
  };

  const reveal = async (tabId: number, entity: string) => {
    const revealed = await pages.reveal(tabId, entity);
    if (!revealed.ok) tellFailure(revealed.failure);
  };

  return (
    <div className="popup">
      <header>
        <h1 className="brand"><Mark />Sidelight</h1>
        <a className="quiet" href="options.html" target="_blank">Settings</a>
      </header>
      <section aria-label="This site">
        {pattern !== undefined && (
          <SiteSwitch site={siteName(pattern)} isOn={isOn} isBusy={isBusy} onSwitch={(on) => void switchSite(pattern, on)} />
        )}
        {isOnce && <p className="aside">This page alone is annotated. It is forgotten when you leave it.</p>}
        {isPrivate && <p className="aside">Private window: what you read here is not kept.</p>}
        <BaseSign watch={base.watch} />
        <NoticeLine notice={notice} />
      </section>
      <main>
        <PageNames view={view} onReveal={(entity) => tab && void reveal(tab.id, entity)} onRetry={askAgain} />
        {tab && canAnnotateOnce && (
          <p className="buttons">
            <button type="button" className="button" onClick={() => void annotateOnce(tab.id)}>Annotate once</button>
          </p>
        )}
        {tab && <SiteFeeds key={tab.id} tabId={tab.id} pages={pages} locales={locales} onTell={tell} />}
      </main>
    </div>
  );
}
