import { useRef } from 'react';
import { createDateFormat } from '../date-format';
import { Empty } from '../forms/Empty';
import { NoticeLine, type Notice } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { usePanelServices } from '../services-context';
import type { Live } from '../use-live';
import { Coming } from './Coming';
import { NearReports } from './NearReports';
import { StoryReport } from './StoryReport';
import { Unread } from './Unread';
import type { PageFacts, Story } from './panel-services';

export interface StoryAcrossProps {
  readonly story: Live<Story>;
  readonly page: PageFacts;
  /** The story is to be asked for again. */
  readonly onRetry: () => void;
}

/** The event that the page reports, as the reader's other outlets report it, in the order of time. */
export function StoryAcross({ story, page, onRetry }: StoryAcrossProps) {
  const { panel } = usePanelServices();
  const { notice, tell, tellFailure } = useNotice();
  const place = useRef<HTMLDivElement>(null);
  if (story.state === 'loading') return <Coming said="Looking for other reports of this." />;
  if (story.state === 'failed') return <Unread said="Other reports could not be read just now." failure={story.failure} onRetry={onRetry} />;

  const told = (notice: Notice) => {
    tell(notice);
    // The button that was pressed goes.
    place.current?.focus();
    onRetry();
  };
  const put = async (url: string, belongs: boolean) => {
    const placed = await panel.placeInStory({ url, page: page.url, belongs });
    if (!placed.ok) tellFailure(placed.failure);
    else if (belongs) told({ tone: 'done', text: 'It is back among the reports of this event.' });
    else told({ tone: 'done', text: 'Noted: another event. It stays apart.', action: { label: 'Undo', key: 'undo', onPress: () => void put(url, true) } });
  };
  const join = async (url: string) => {
    const joined = await panel.joinStories({ url, page: page.url });
    if (!joined.ok) tellFailure(joined.failure);
    else told({ tone: 'done', text: 'Noted: one event.', action: { label: 'Undo', key: 'undo', onPress: () => void part(joined.value) } });
  };
  const part = async (came: readonly string[]) => {
    const parted = await panel.partStories({ came: [...came], page: page.url });
    if (!parted.ok) tellFailure(parted.failure);
    else told({ tone: 'done', text: 'They are two events again.' });
  };

  return (
    <div ref={place} className="story-place" tabIndex={-1} role="group" aria-label="Reports of this event">
      <NoticeLine notice={notice} />
      <Reports story={story.value} page={page} onOther={(url) => void put(url, false)} />
      <NearReports near={story.value.near} onSame={(url) => void join(url)} />
    </div>
  );
}

interface ReportsProps {
  readonly story: Story;
  readonly page: PageFacts;
  /** The report of this address is of another event. */
  readonly onOther: (url: string) => void;
}

function Reports({ story: { title, articles, total }, page, onOther }: ReportsProps) {
  const { locales } = usePanelServices();
  const formatDate = createDateFormat(locales);
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
      {title !== undefined && <h2 className="story-title" dir="auto">{title}</h2>}
      <p className="rest lead-in">{`${total.toLocaleString()} reports of this event, by ${outlets === 1 ? 'one outlet' : `${outlets} outlets`}${span}.`}</p>
      <ol className="items story" role="list" data-sidelight="story">
        {articles.map((article, at) => (
          <StoryReport
            key={article.url}
            article={article}
            isHere={article.url === page.url}
            isNewest={days.length > 1 && at === articles.length - 1}
            onOther={() => onOther(article.url)}
          />
        ))}
      </ol>
    </>
  );
}
