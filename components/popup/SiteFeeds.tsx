import { useEffect, useState } from 'react';
import type { Notice } from '../forms/Notice';
import { sentenceFor } from '../failure-sentences';
import type { NamedFeed, PageService } from '../services';

/** More would be a list to choose from, which the options page has room for. */
const mostShown = 3;

export interface SiteFeedsProps {
  readonly tabId: number;
  readonly pages: PageService;
  readonly onTell: (notice: Notice) => void;
}

/** The feeds that the page in front announces, each followed with one press. Nothing where there is none that is new. */
export function SiteFeeds({ tabId, pages, onTell }: SiteFeedsProps) {
  const [feeds, setFeeds] = useState<readonly NamedFeed[]>([]);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let isOver = false;
    void pages.findFeeds(tabId).then((found) => {
      // A page that cannot be read has no feed to offer; the rest of the popup says why.
      if (!isOver) setFeeds(found.ok ? found.value.slice(0, mostShown) : []);
    });
    return () => {
      isOver = true;
    };
  }, [pages, tabId]);

  // Nothing may be awaited before this: the browser asks for the host's permission only while the click is handled.
  const follow = async (feed: NamedFeed) => {
    setBusy(true);
    const following = pages.followFeed(feed.url);
    onTell({ tone: 'working', text: `Fetching ${nameOf(feed)}…` });
    const followed = await following;
    setBusy(false);
    if (!followed.ok) {
      onTell({ tone: 'failed', text: sentenceFor(followed.failure) });
      return;
    }
    setFeeds((others) => others.filter(({ url }) => url !== feed.url));
    onTell({ tone: 'done', text: `${followed.value.title} is one of your sources now.` });
  };

  if (feeds.length === 0) return null;
  return (
    <p className="buttons">
      {feeds.map((feed) => (
        <button key={feed.url} type="button" className="button" aria-disabled={isBusy} onClick={() => isBusy || void follow(feed)}>
          {`Add source: ${nameOf(feed)}`}
        </button>
      ))}
    </p>
  );
}

function nameOf({ url, title }: NamedFeed): string {
  return title === '' ? new URL(url).hostname : title;
}
