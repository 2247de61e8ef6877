import { createDateFormat } from '../date-format';
import { usePanelServices } from '../services-context';
import type { Story } from './panel-services';

export interface StoryReportProps {
  readonly article: Story['articles'][number];
  /** It is the page beside the panel. */
  readonly isHere: boolean;
  readonly isNewest: boolean;
  readonly onOther: () => void;
}

/** One report of an event, which the reader may say is of another. */
export function StoryReport({ article: { url, title, outlet, published }, isHere, isNewest, onOther }: StoryReportProps) {
  const { locales } = usePanelServices();
  const formatDate = createDateFormat(locales);
  return (
    <li className="item" dir="auto" data-sidelight="item" aria-current={isHere || undefined}>
      <a className="headline" href={url} target="_blank" rel="noopener noreferrer">{title}</a>
      <p className="meta">
        <span className="outlet" data-sidelight="outlet">{outlet}</span>
        {published !== undefined && <> · <time dateTime={published}>{formatDate(published)}</time></>}
        {isNewest && <span className="here-now"> · newest</span>}
        {isHere && <span className="here-now"> · this article</span>}
      </p>
      {!isHere && <button type="button" className="quiet apart" aria-label={`Not this event: ${title}`} onClick={onOther}>Not this event</button>}
    </li>
  );
}
