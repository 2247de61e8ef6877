import { createDateFormat } from '../date-format';
import { usePanelServices } from '../services-context';
import type { Story } from './panel-services';

export interface NearReportsProps {
  readonly near: Story['near'];
  /** The report of this address, and all that tell of its event, are of the page's event. */
  readonly onSame: (url: string) => void;
}

/** What may be of the event, though it was not found to: for the reader to say. */
export function NearReports({ near, onSame }: NearReportsProps) {
  const { locales } = usePanelServices();
  const formatDate = createDateFormat(locales);
  if (near.length === 0) return null;
  return (
    <section className="near" aria-labelledby="near-title">
      <h2 id="near-title">Perhaps the same event</h2>
      <ol className="items story" role="list" data-sidelight="near">
        {near.map(({ url, title, outlet, published, reports }) => (
          <li key={url} className="item" dir="auto" data-sidelight="item">
            <a className="headline" href={url} target="_blank" rel="noopener noreferrer">{title}</a>
            <p className="meta">
              <span className="outlet" data-sidelight="outlet">{outlet}</span>
              {published !== undefined && <> · <time dateTime={published}>{formatDate(published)}</time></>}
              {reports > 1 && ` · one of ${reports.toLocaleString(locales[0])} reports`}
            </p>
            <button type="button" className="quiet apart" aria-label={`The same event: ${title}`} onClick={() => onSame(url)}>The same event</button>
          </li>
        ))}
      </ol>
    </section>
  );
}
