import type { CardItem, CardList } from '../../lib/card/card-content';

export interface CoverageListProps {
  readonly tab: 'before' | 'since';
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
  const { alsoIn = [] } = item;
  return (
    <li className="item" dir="auto" data-sidelight="item">
      {item.isNew === true && <span className="new"><span className="heard">New: </span></span>}
      <a className="headline" href={item.url} title={item.title} target="_blank" rel="noopener noreferrer">{item.title}</a>
      <p className="meta">
        <span className="outlet" data-sidelight="outlet">{item.outlet}</span>
        {item.published && <> · <time dateTime={item.published}>{formatDate(item.published)}</time></>}
        {alsoIn.length > 0 && <span title={alsoIn.join(', ')}>{` · also in ${alsoIn.length === 1 ? alsoIn.join('') : `${alsoIn.length} outlets`}`}</span>}
      </p>
      <p className="meta reason" title={item.reason} data-sidelight="reason">{item.reason}</p>
    </li>
  );
}
