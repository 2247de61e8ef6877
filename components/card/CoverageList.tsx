import type { CardItem, CardList } from '../../lib/card/card-content';
import type { CardTab } from '../../lib/card/card-state';

export interface CoverageListProps {
  readonly tab: CardTab;
  readonly list: CardList;
  /** What to say when the list is empty. */
  readonly nothing: string;
  readonly formatDate: (moment: string) => string;
}

export function CoverageList({ tab, list, nothing, formatDate }: CoverageListProps) {
  const { items, total } = list;
  return (
    <>
      {/* A list without bullets is a list to the ear only when it says so. */}
      <ol className="items" role="list" data-sidelight={tab}>
        {items.map((item) => <CoverageEntry key={item.url} item={item} formatDate={formatDate} />)}
      </ol>
      {items.length === 0 && <p className="rest" dir="auto">{nothing}</p>}
      {items.length > 0 && total > items.length && (
        <p className="rest" dir="auto">{`The closest ${items.length.toLocaleString()} of ${total.toLocaleString()}.`}</p>
      )}
    </>
  );
}

function CoverageEntry({ item, formatDate }: { readonly item: CardItem; readonly formatDate: (moment: string) => string }) {
  return (
    <li className="item" dir="auto" data-sidelight="item">
      <a className="headline" href={item.url} target="_blank" rel="noopener noreferrer">{item.title}</a>
      <p className="meta">
        <span className="outlet" data-sidelight="outlet">{item.outlet}</span>
        {item.published && <> · <time dateTime={item.published}>{formatDate(item.published)}</time></>}
      </p>
      <p className="meta reason" title={item.reason} data-sidelight="reason">{item.reason}</p>
    </li>
  );
}
