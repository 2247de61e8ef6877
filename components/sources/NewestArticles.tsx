import type { FeedPreview } from '../../lib/messaging/source-protocol';
import { createDateFormat } from '../date-format';

export interface NewestArticlesProps {
  readonly newest: FeedPreview['newest'];
  /** How many of them are shown; all unless said otherwise. */
  readonly most?: number;
  readonly locales: readonly string[];
}

/** The newest headlines of a feed that is not a source yet. */
export function NewestArticles({ newest, most = newest.length, locales }: NewestArticlesProps) {
  const format = createDateFormat(locales);
  if (newest.length === 0) return <p className="note">There is no article in it yet.</p>;
  return (
    <ol className="newest">
      {newest.slice(0, most).map(({ title, published }, at) => (
        <li key={at}>
          <span className="title" dir="auto">{title}</span>
          {published !== undefined && <time className="note" dateTime={published}>{format(published)}</time>}
        </li>
      ))}
    </ol>
  );
}
