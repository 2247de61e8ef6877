import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FeedPreview } from '../../lib/messaging/source-protocol';
import { sentenceFor } from '../failure-sentences';
import type { Notice } from '../forms/Notice';
import type { NamedFeed, PageService } from '../services';
import { NewestArticles } from '../sources/NewestArticles';

/** More would be a list to choose from, which the options page has room for. */
const mostShown = 3;

export interface SiteFeedsProps {
  readonly tabId: number;
  readonly pages: PageService;
  readonly locales: readonly string[];
  readonly onTell: (notice: Notice | null) => void;
}

/** The feeds that the page in front announces: one press shows what is in one, the next adds it. Nothing where there is none that is new. */
export function SiteFeeds({ tabId, pages, locales, onTell }: SiteFeedsProps) {
  const [feeds, setFeeds] = useState<readonly NamedFeed[]>([]);
  const [shown, setShown] = useState<{ readonly feed: NamedFeed; readonly preview: FeedPreview } | null>(null);
  const [isBusy, setBusy] = useState(false);

  // Nothing may be awaited before this: the browser asks for the host's permission only while the click is handled.
  const look = async (feed: NamedFeed, alsoAllow?: string) => {
    setBusy(true);
    const looking = pages.previewFeed(feed.url, alsoAllow);
    onTell({ tone: 'working', text: `Looking at ${nameOf(feed)}…` });
    const seen = await looking;
    setBusy(false);
    if (seen.ok) {
      onTell(null);
      setShown({ feed, preview: seen.value });
      return;
    }
    const { kind, detail } = seen.failure;
    const action = kind === 'no-permission' && detail !== undefined ? { label: `Allow ${detail}`, onPress: () => void look(feed, detail) } : undefined;
    onTell({ tone: 'failed', text: sentenceFor(seen.failure), action });
  };

  const lookAgain = useEffectEvent((feed: NamedFeed) => void look(feed));
  useEffect(() => {
    let isOver = false;
    void Promise.all([pages.findFeeds(tabId), pages.wantedFeed()]).then(([found, wanted]) => {
      if (isOver) return;
      // A page that cannot be read has no feed to offer; the rest of the popup says why.
      const offered = found.ok ? found.value.slice(0, mostShown) : [];
      setFeeds(offered);
      const again = offered.find(({ url }) => url === wanted);
      if (again) lookAgain(again);
    });
    return () => {
      isOver = true;
    };
  }, [pages, tabId]);

  const follow = async ({ feed, preview }: NonNullable<typeof shown>) => {
    setBusy(true);
    const followed = await pages.followFeed(preview.url);
    setBusy(false);
    if (!followed.ok) {
      onTell({ tone: 'failed', text: sentenceFor(followed.failure) });
      return;
    }
    setShown(null);
    setFeeds((others) => others.filter(({ url }) => url !== feed.url));
    onTell({ tone: 'done', text: `${followed.value.title} is one of your sources now.` });
  };

  if (shown) {
    return <Shown preview={shown.preview} isBusy={isBusy} locales={locales} onAdd={() => void follow(shown)} onClose={() => setShown(null)} />;
  }
  if (feeds.length === 0) return null;
  return (
    <p className="buttons">
      {feeds.map((feed) => (
        <button key={feed.url} type="button" className="button" aria-disabled={isBusy} onClick={() => isBusy || void look(feed)}>
          {`Add source: ${nameOf(feed)}`}
        </button>
      ))}
    </p>
  );
}

interface ShownProps {
  readonly preview: FeedPreview;
  readonly isBusy: boolean;
  readonly locales: readonly string[];
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

function Shown({ preview: { title, newest }, isBusy, locales, onAdd, onClose }: ShownProps) {
  const confirm = useRef<HTMLButtonElement>(null);
  // Whoever asked for it adds with one more key.
  useEffect(() => confirm.current?.focus(), []);
  return (
    <section className="inside" aria-label={`What is in ${title}`}>
      <h2 dir="auto">{title}</h2>
      <NewestArticles newest={newest} most={3} locales={locales} />
      <p className="buttons">
        <button ref={confirm} type="button" className="button primary" aria-disabled={isBusy} onClick={() => isBusy || onAdd()}>
          {`Add ${title}`}
        </button>
        <button type="button" className="button" onClick={onClose}>Not now</button>
      </p>
    </section>
  );
}

function nameOf({ url, title }: NamedFeed): string {
  return title === '' ? new URL(url).hostname : title;
}
