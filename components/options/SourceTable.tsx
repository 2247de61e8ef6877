import { Fragment, useId, useState } from 'react';
import type { ListedSource, SourceSettings } from '../services';
import { healthOf } from './source-health';
import type { HealthContext } from './source-health';
import { SourceDetails } from './sources/SourceDetails';

export interface SourceTableProps extends HealthContext {
  readonly sources: readonly ListedSource[];
  /** Ids of those that are being fetched. */
  readonly fetching: ReadonlySet<string>;
  readonly onRefresh: (source: ListedSource) => void;
  readonly onRemove: (source: ListedSource) => void;
  readonly onChange: (source: ListedSource, changes: Partial<SourceSettings>) => void;
}

export function SourceTable({ sources, fetching, onRefresh, onRemove, onChange, ...context }: SourceTableProps) {
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">Outlet</th>
          <th scope="col" className="number">Articles</th>
          <th scope="col">Health</th>
          <th scope="col"><span className="heard">Actions</span></th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceLine
            key={source.id}
            source={source}
            isFetching={fetching.has(source.id)}
            context={context}
            onRefresh={() => onRefresh(source)}
            onRemove={() => onRemove(source)}
            onChange={(changes) => onChange(source, changes)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface SourceLineProps {
  readonly source: ListedSource;
  readonly isFetching: boolean;
  readonly context: HealthContext;
  readonly onRefresh: () => void;
  readonly onRemove: () => void;
  readonly onChange: (changes: Partial<SourceSettings>) => void;
}

function SourceLine({ source, isFetching, context, onRefresh, onRemove, onChange }: SourceLineProps) {
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const health = healthOf(source, context);
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <span className="title" dir="auto">{source.title}</span>
          <span className="note address">{source.url.replace(/^https?:\/\//, '')}</span>
          {source.folder && <span className="note" dir="auto">{source.folder.join(' / ')}</span>}
        </th>
        <td className="number" data-unit="articles">{source.articles.toLocaleString([...context.locales])}</td>
        <td>
          <span className="health">
            <span className="dot" data-tone={isFetching ? 'waiting' : health.tone} aria-hidden="true" />
            {isFetching ? 'Fetching…' : health.words}
            {health.note !== undefined && <span className="note">{health.note}</span>}
          </span>
        </td>
        <td className="actions">
          <button type="button" className="quiet" aria-label={`Refresh ${source.title}`} aria-disabled={isFetching} onClick={() => isFetching || onRefresh()}>
            Refresh
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={`More about ${source.title}`}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            More
          </button>
          <button type="button" className="quiet" aria-label={`Remove ${source.title}`} onClick={onRemove}>Remove</button>
        </td>
      </tr>
      {isOpen && (
        <tr className="more">
          <td id={detailsId} colSpan={4}><SourceDetails source={source} context={context} onChange={onChange} /></td>
        </tr>
      )}
    </Fragment>
  );
}
