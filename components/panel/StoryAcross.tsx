import { createDateFormat } from '../date-format';
import { Empty } from '../forms/Empty';
import { usePanelServices } from '../services-context';
import type { Live } from '../use-live';
import { Coming } from './Coming';
import { Unread } from './Unread';
import type { PageFacts, Story } from './panel-services';

export interface StoryAcrossProps {
  readonly story: Live<Story>;
  readonly page: PageFacts;
  readonly onRetry: () => void;
}

/** The event that the page reports, as the reader's other outlets report it, in the order of time. */
export function StoryAcross({ story, page, onRetry }: StoryAcrossProps) {
  const { locales } = usePanelServices();
  const formatDate = createDateFormat(locales);
  if (story.state === 'loading') return <Coming said="Looking for other reports of this." />;
  if (story.state === 'failed') return <Unread said="Other reports could not be read just now." failure={story.failure} onRetry={onRetry} />;
  const { articles, total } = story.value;
  if (articles.every(({ url }) => url === page.url)) {
    return (
      <Empty said="Nobody else among your sources reports this event.">
        <p>What other outlets write about it appears here as it comes in.</p>
      </Empty>
    );
  }
  const outlets = new Set(articles.map(({ outlet }) => outlet)).size;
  const days = [...new Set(articles.flatMap(({ published }) => (published === undefined ? [] : [formatDate(published)])))];
  const span = days.length < 2 ? '' : `, from ${days[0] ?? ''} to ${days.at(-1) ?? ''}`;
  return (
    <>
      <p className="rest lead-in">{`${total.toLocaleString()} reports of this event, by ${outlets === 1 ? 'one outlet' : `${outlets} outlets`}${span}.`}</p>
      <ol className="items story" role="list" data-sidelight="story">
        {articles.map(({ url, title, outlet, published }, at) => (
          <li key={url} className="item" dir="auto" data-sidelight="item" aria-current={url === page.url || undefined}>
            <a className="headline" href={url} target="_blank" rel="noopener noreferrer">{title}</a>
            <p className="meta">
              <span className="outlet" data-sidelight="outlet">{outlet}</span>
              {published !== undefined && <> · <time dateTime={published}>{formatDate(published)}</time></>}
              {days.length > 1 && at === articles.length - 1 && <span className="here-now"> · newest</span>}
              {url === page.url && <span className="here-now"> · this article</span>}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
