import { useState } from 'react';
import type { ListedSource } from '../../services';
import { useOptionsServices } from '../../services-context';
import { articlesInWords, sourcesInWords } from '../count-words';
import { healthOf } from '../source-health';
import { SourceTable } from '../SourceTable';
import type { useSourceActions } from './use-source-actions';

/** So many sources are found by eye. */
const fewSources = 8;

export interface SourceListProps extends Pick<ReturnType<typeof useSourceActions>, 'fetching' | 'refresh' | 'remove' | 'change'> {
  readonly sources: readonly ListedSource[];
  /** The reader looks for something that each source has: the first shows it. */
  readonly isOneOpen: boolean;
}

/** The sources that are there, those wanted of them, and what can be done with each and with all. */
export function SourceList({ sources, isOneOpen, fetching, refresh, remove, change }: SourceListProps) {
  const { now, locales } = useOptionsServices();
  const [search, setSearch] = useState('');
  const [isTroubled, setTroubled] = useState(false);
  const context = { now: now(), locales };
  const troubled = sources.filter((source) => healthOf(source, context).tone === 'bad');
  const isNarrowed = isTroubled && troubled.length > 0;
  const found = (isNarrowed ? troubled : sources).filter((source) => isFound(source, search));
  const isMany = sources.length > fewSources;
  return (
    <>
      {(isMany || troubled.length > 0) && (
        <div className="find-sources">
          {isMany && (
            <input className="field" type="search" aria-label="Find a source" placeholder="Find a source" value={search} onChange={(event) => setSearch(event.target.value)} />
          )}
          {troubled.length > 0 && (
            <button type="button" className="quiet" aria-pressed={isNarrowed} onClick={() => setTroubled(!isNarrowed)}>
              <span className="dot" data-tone="bad" aria-hidden="true" />
              {troubled.length === 1 ? 'One needs you' : `${troubled.length.toLocaleString([...locales])} need you`}
            </button>
          )}
        </div>
      )}
      <SourceTable
        sources={found}
        isOneOpen={isOneOpen}
        fetching={fetching}
        {...context}
        onRefresh={(source) => void refresh([source])}
        onRemove={(source) => void remove([source.id], source.title)}
        onChange={(source, changes, pageSites) => void change(source, changes, pageSites)}
      />
      <div className="table-foot">
        <span role="status">{summaryOf(found, locales)}</span>
        {found.length > 0 && (
          <button type="button" className="quiet" onClick={() => void refresh(found)}>{found.length === sources.length ? 'Refresh all' : 'Refresh these'}</button>
        )}
      </div>
    </>
  );
}

function isFound({ title, url, folder = [] }: ListedSource, search: string): boolean {
  return `${title} ${url} ${folder.join(' ')}`.toLowerCase().includes(search.trim().toLowerCase());
}

function summaryOf(sources: readonly ListedSource[], locales: readonly string[]): string {
  if (sources.length === 0) return 'No source of yours has that in its name, address or folder.';
  const articles = sources.reduce((sum, source) => sum + source.articles, 0);
  return `${sourcesInWords(sources.length, locales)} · ${articlesInWords(articles, locales)}`;
}
