import type { CardQuote } from '../../lib/card/card-content';

export interface SaidListProps {
  readonly items: readonly CardQuote[];
  /** How many there are in all, where that is more. */
  readonly total?: number;
  readonly nothing: string;
  readonly formatDate: (moment: string) => string;
}

/** What somebody said, each with where and when. */
export function SaidList({ items, total = 0, nothing, formatDate }: SaidListProps) {
  return (
    <>
      <ol className="items" role="list" data-sidelight="said">
        {items.map((quote) => (
          <li key={`${quote.url} ${quote.text}`} className="item" dir="auto" data-sidelight="quote">
            <blockquote className="quote" cite={quote.url}>{`“${trimmed(quote.text)}”`}</blockquote>
            <p className="meta">
              {quote.said && <><time dateTime={quote.said}>{formatDate(quote.said)}</time> · </>}
              <span className="outlet" data-sidelight="outlet">{quote.outlet}</span>
              {' · '}
              <a className="from" href={quote.url} target="_blank" rel="noopener noreferrer">{quote.title}</a>
            </p>
          </li>
        ))}
      </ol>
      {items.length === 0 && <p className="rest" dir="auto">{nothing}</p>}
      {items.length > 0 && total > items.length && <p className="rest" dir="auto">{`${items.length.toLocaleString()} of ${total.toLocaleString()}, those on this subject first.`}</p>}
    </>
  );
}

/** A comma before "he said" is the report's, not the speaker's. */
function trimmed(text: string): string {
  return text.replace(/,$/, '');
}
