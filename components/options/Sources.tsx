import { useState } from 'react';
import { Empty } from '../forms/Empty';
import { LiveList } from '../forms/LiveList';
import { NoticeLine } from '../forms/Notice';
import type { ListedSource } from '../services';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { AddSourceForm } from './AddSourceForm';
import { SourceTable } from './SourceTable';
import { articlesInWords, sourcesInWords } from './count-words';
import { ArrivalProgress } from './sources/ArrivalProgress';
import { FeedListButton, FeedListImport } from './sources/FeedListImport';
import { FeedPreview } from './sources/FeedPreview';
import { Suggestions } from './sources/Suggestions';
import { saveFeedList } from './sources/save-feed-list';
import { useAddSources } from './sources/use-add-sources';
import { useSourceActions } from './sources/use-source-actions';

/** So many sources are found by eye. */
const fewSources = 8;

export function Sources() {
  const { sources, now, locales } = useOptionsServices();
  const live = useLive(sources.watch);
  const list = live.state === 'ready' ? live.value : [];
  const { notice, fetching, tell, tellFailure, ...actions } = useSourceActions();
  const adding = useAddSources({ tell, tellFailure, remove: actions.remove });
  const [search, setSearch] = useState('');
  const known = new Set(list.map(({ url }) => url));
  const { shown } = adding;

  return (
    <>
      <AddSourceForm isBusy={adding.isBusy} onAdd={adding.preview} />
      <div className="buttons more-ways">
        <FeedListButton onFile={(file) => void adding.readFile(file)} />
        <button type="button" className="button" aria-expanded={shown?.kind === 'suggestions'} onClick={adding.toggleSuggestions}>Choose from suggestions</button>
        {list.length > 0 && (
          <button type="button" className="button" onClick={() => saveFeedList(list, now())}>Save as a list of feeds</button>
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
          onAdd={() => void adding.addAll(shown.list.feeds.flatMap((feed) => (known.has(feed.url) ? [] : { ...feed, folder: [...feed.folder] })))}
          onClose={adding.close}
        />
      )}
      {shown?.kind === 'suggestions' && (
        <Suggestions known={known} isBusy={adding.isBusy} locales={locales} onAdd={(chosen) => void adding.addAll(chosen)} onClose={adding.close} />
      )}
      <ArrivalProgress ids={adding.lastAdded} sources={list} />
      <LiveList
        live={live}
        empty={
          <Empty said="Your sources will be listed here.">
            <p>Type the address of an outlet you read and press Add. Its reports then appear on the cards of the names they mention.</p>
          </Empty>
        }
      >
        {(all) => {
          const found = all.filter((source) => isFound(source, search));
          return (
            <>
              {all.length > fewSources && (
                <input className="field search" type="search" aria-label="Find a source" placeholder="Find a source" value={search} onChange={(event) => setSearch(event.target.value)} />
              )}
              <SourceTable
                sources={found}
                fetching={fetching}
                now={now()}
                locales={locales}
                onRefresh={(source) => void actions.refresh([source])}
                onRemove={(source) => void actions.remove([source.id], source.title)}
                onChange={(source, changes) => void actions.change(source, changes)}
              />
              <div className="table-foot">
                <span>{summaryOf(found, locales)}</span>
                <button type="button" className="quiet" onClick={() => void actions.refresh(found)}>{search === '' ? 'Refresh all' : 'Refresh these'}</button>
              </div>
            </>
          );
        }}
      </LiveList>
    </>
  );
}

function isFound({ title, url, folder = [] }: ListedSource, search: string): boolean {
  return `${title} ${url} ${folder.join(' ')}`.toLowerCase().includes(search.trim().toLowerCase());
}

function summaryOf(sources: readonly ListedSource[], locales: readonly string[]): string {
  const articles = sources.reduce((sum, source) => sum + source.articles, 0);
  return `${sourcesInWords(sources.length, locales)} · ${articlesInWords(articles, locales)}`;
}
