import { feedKey } from '../../lib/model/address';
import { Empty } from '../forms/Empty';
import { LiveList } from '../forms/LiveList';
import { NoticeLine } from '../forms/Notice';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { AddSourceForm } from './AddSourceForm';
import { ArrivalProgress } from './sources/ArrivalProgress';
import { FeedListButton, FeedListImport } from './sources/FeedListImport';
import { FeedPreview } from '../sources/FeedPreview';
import { SourceList } from './sources/SourceList';
import { Suggestions } from './sources/Suggestions';
import { saveFeedList } from './sources/save-feed-list';
import { useAddSources } from './sources/use-add-sources';
import { useSourceActions } from './sources/use-source-actions';

export interface SourcesProps {
  /** What in it the address means: `/pause-source`. */
  readonly rest?: string;
}

export function Sources({ rest = '' }: SourcesProps) {
  const { sources, now, locales } = useOptionsServices();
  const live = useLive(sources.watch);
  const list = live.state === 'ready' ? live.value : [];
  const { notice, fetching, tell, tellFailure, ...actions } = useSourceActions();
  const adding = useAddSources({ tell, tellFailure, remove: actions.remove });
  const known = new Set(list.map(({ url }) => feedKey(url)));
  const { shown } = adding;

  return (
    <>
      <AddSourceForm isBusy={adding.isBusy} onAdd={adding.preview} />
      <div className="buttons more-ways">
        <FeedListButton onFile={(file) => void adding.readFile(file)} />
        <button type="button" id="suggestions" className="button" aria-expanded={shown?.kind === 'suggestions'} onClick={adding.toggleSuggestions}>Choose from suggestions</button>
        {list.length > 0 && (
          <button type="button" id="save-list" className="button" onClick={() => saveFeedList(list, now())}>Save as a list of feeds</button>
        )}
      </div>
      <NoticeLine notice={notice} />
      {shown?.kind === 'preview' && (
        <FeedPreview
          preview={shown.preview}
          isBusy={adding.isBusy}
          locales={locales}
          onAdd={() => void adding.addPreviewed(shown.preview)}
          onClose={adding.close}
          onOther={(url) => void adding.preview(url)}
        />
      )}
      {shown?.kind === 'list' && (
        <FeedListImport
          fileName={shown.fileName}
          list={shown.list}
          known={known}
          isBusy={adding.isBusy}
          locales={locales}
          lookInside={sources.preview}
          onAdd={(feeds) => void adding.addAll(feeds.map((feed) => ({ ...feed, folder: [...feed.folder] })))}
          onClose={adding.close}
        />
      )}
      {shown?.kind === 'suggestions' && (
        <Suggestions known={known} isBusy={adding.isBusy} locales={locales} lookInside={sources.preview} onAdd={(chosen) => void adding.addAll(chosen)} onClose={adding.close} />
      )}
      <ArrivalProgress ids={adding.lastAdded} sources={list} />
      <LiveList
        live={live}
        empty={
          <Empty said="Your sources will be listed here.">
            <p>Type the address of an outlet you read and press Add. Its reports then appear on the cards of the names they mention.</p>
            {shown === null && <button type="button" className="button primary" onClick={adding.toggleSuggestions}>See outlets of your country</button>}
          </Empty>
        }
      >
        {(all) => <SourceList sources={all} isOneOpen={isSetting(rest)} fetching={fetching} {...actions} />}
      </LiveList>
    </>
  );
}

/** What can be set for a source stands under its “More”. */
function isSetting(rest: string): boolean {
  return /^\/(?:pause-source|whole-articles|keep-articles|name-source)$/.test(rest);
}
