import { useState } from 'react';
import { Mark } from '../forms/Mark';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { PageNames } from '../names/PageNames';
import { groupNames } from '../names/group-names';
import { usePageView } from '../names/use-page-view';
import { usePanelServices } from '../services-context';
import { EntityPage } from './EntityPage';
import { OnThisPage } from './OnThisPage';
import { useShownEntity } from './use-shown-entity';

/** Beside the page, for as long as the reader keeps it open: every name on it, its story, and one entity in full. */
export function Panel() {
  const { pages, panel } = usePanelServices();
  const { tab, view, askAgain } = usePageView(pages);
  const { entity, open, back } = useShownEntity(tab, panel);
  const [leftEntity, setLeftEntity] = useState<string>();
  const { notice, tell, tellFailure } = useNotice();

  const reveal = async (shown: string) => {
    const revealed = tab && (await pages.reveal(tab.id, shown));
    if (revealed?.ok === false) tellFailure(revealed.failure);
    else tell(null);
  };
  const goBack = () => {
    setLeftEntity(entity);
    back();
  };

  const isAnnotated = view.state === 'annotated' && view.annotations.length > 0;
  const inFull = isAnnotated ? entity : undefined;
  return (
    <div className="panel-page">
      <header>
        {inFull === undefined ? (
          <h1 className="brand"><Mark />On this page</h1>
        ) : (
          <>
            <h1 className="heard">Sidelight</h1>
            <button type="button" className="quiet back" onClick={goBack}><BackArrow />On this page</button>
          </>
        )}
        <a className="quiet" href="options.html" target="_blank">Settings</a>
      </header>
      <NoticeLine notice={notice} />
      <main>
        {!isAnnotated && <PageNames view={view} onReveal={(shown) => void reveal(shown)} onRetry={askAgain} />}
        {isAnnotated && inFull === undefined && (
          <OnThisPage page={view.page} names={groupNames(view.annotations)} returnTo={leftEntity} onOpen={open} onReveal={(shown) => void reveal(shown)} />
        )}
        {isAnnotated && inFull !== undefined && (
          <EntityPage key={inFull} id={inFull} page={view.page} annotations={view.annotations} onReveal={() => void reveal(inFull)} onBack={goBack} />
        )}
      </main>
    </div>
  );
}

function BackArrow() {
  return (
    <svg className="arrow" width="13" height="12" viewBox="0 0 13 12" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M8 2L4 6l4 4" />
    </svg>
  );
}
