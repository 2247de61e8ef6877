import { createDateFormat } from '../date-format';
import type { KeepableArticle } from '../name-service';
import { useOptionsServices } from '../services-context';
import type { ChangeFunction } from './use-changes';

export interface KeepableHeadlineProps {
  readonly article: KeepableArticle;
  readonly change: ChangeFunction;
}

/** An article in a list, which the reader may keep, however old it becomes. */
export function KeepableHeadline({ article: { id, url, title, outlet, published, isKept }, change }: KeepableHeadlineProps) {
  const { locales } = useOptionsServices();
  const day = createDateFormat(locales);
  const turn = () =>
    void change([{ does: 'keep', article: id, isKept: !isKept }], isKept ? 'It goes when it is among the oldest.' : 'It stays, however old it becomes.');
  return (
    <li>
      <a href={url} rel="noopener noreferrer" target="_blank" className="headline" dir="auto">{title}</a>
      <span className="note">{published === undefined ? outlet : `${outlet} · ${day(published)}`}</span>
      <button type="button" className="quiet" aria-pressed={isKept} aria-label={`Keep: ${title}`} onClick={turn}>
        {isKept ? 'Kept' : 'Keep'}
      </button>
    </li>
  );
}
