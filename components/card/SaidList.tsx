import type { CardQuote } from '../../lib/card/card-content';

export interface SaidListProps {
  readonly items: readonly CardQuote[];
  readonly nothing: string;
  readonly formatDate: (moment: string) => string;
}

/** What somebody said, each with where and when. */
export function SaidList({ items, nothing, formatDate }: SaidListProps) {
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
    </>
  );
}

/** A comma before "he said" is the report's, not the speaker's. */
function trimmed(text: string): string {
  return text.replace(/,$/, '');
}
