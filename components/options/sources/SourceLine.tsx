import { useId } from 'react';
import type { Ref } from 'react';
import { numberFormat } from '../../kept-formats';
import type { ListedSource } from '../../services';
import { healthOf, type HealthContext } from '../source-health';
import { SourceDetails, type SourceDetailsProps } from './SourceDetails';

export interface SourceLineProps {
  readonly source: ListedSource;
  /** Its place in the whole list, from 0. */
  readonly place: number;
  readonly isFetching: boolean;
  /** Whether it says more. */
  readonly isOpen: boolean;
  readonly context: HealthContext;
  readonly measure: Ref<HTMLTableSectionElement>;
  readonly onToggle: () => void;
  readonly onRefresh: () => void;
  readonly onRemove: () => void;
  readonly onChange: SourceDetailsProps['onChange'];
}

/** One source: a body of the table, since what it opens belongs to it. */
export function SourceLine({ source, place, isFetching, isOpen, context, measure, onToggle, onRefresh, onRemove, onChange }: SourceLineProps) {
  const detailsId = useId();
  const health = healthOf(source, context);
  return (
    <tbody ref={measure} data-index={place}>
      <tr aria-rowindex={place + 2}>
        <th scope="row">
          <span className="title"><bdi>{source.title}</bdi></span>
          <span className="note address">{source.url.replace(/^https?:\/\//, '')}</span>
          {source.folder && <span className="note"><bdi>{source.folder.join(' / ')}</bdi></span>}
        </th>
        <td className="number" data-unit={source.articles === 1 ? 'article' : 'articles'}>{numberFormat(context.locales).format(source.articles)}</td>
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
            onClick={onToggle}
          >
            More
          </button>
          <button type="button" className="quiet" aria-label={`Remove ${source.title}`} onClick={onRemove}>Remove</button>
        </td>
      </tr>
      {isOpen && (
        <tr className="more">
          <td id={detailsId} colSpan={4}><SourceDetails source={source} isFirst={place === 0} context={context} onChange={onChange} /></td>
        </tr>
      )}
    </tbody>
  );
}
