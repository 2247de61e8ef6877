import type { ListedSource } from '../services';
import { healthOf } from './source-health';
import type { HealthContext } from './source-health';

export interface SourceTableProps extends HealthContext {
  readonly sources: readonly ListedSource[];
  /** Ids of those that are being fetched. */
  readonly fetching: ReadonlySet<string>;
  readonly onRefresh: (source: ListedSource) => void;
  readonly onRemove: (source: ListedSource) => void;
}

export function SourceTable({ sources, fetching, onRefresh, onRemove, ...context }: SourceTableProps) {
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
}

function SourceLine({ source, isFetching, context, onRefresh, onRemove }: SourceLineProps) {
  const health = healthOf(source.fetching, context);
  return (
    <tr>
      <th scope="row">
        <span className="title" dir="auto">{source.title}</span>
        <span className="note address">{source.url.replace(/^https?:\/\//, '')}</span>
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
        <button type="button" className="quiet" aria-label={`Refresh ${source.title}`} aria-disabled={isFetching} onClick={onRefresh}>
          Refresh
        </button>
        <button type="button" className="quiet" aria-label={`Remove ${source.title}`} onClick={onRemove}>Remove</button>
      </td>
    </tr>
  );
}
