import type { ChangeEvent } from 'react';
import type { FeedList } from '../../../lib/feeds/opml';
import { sourcesInWords } from '../count-words';

export interface FeedListImportProps {
  readonly fileName: string;
  readonly list: FeedList;
  /** Addresses of the sources that are there. */
  readonly known: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly locales: readonly string[];
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

/** What a file of feeds names, before it is taken. */
export function FeedListImport({ fileName, list, known, isBusy, locales, onAdd, onClose }: FeedListImportProps) {
  const fresh = list.feeds.filter(({ url }) => !known.has(url)).length;
  const folders = new Set(list.feeds.map(({ folder }) => folder.join('/'))).size;
  return (
    <section className="preview" aria-label={`Feeds in ${fileName}`}>
      <p>
        {`${fileName} names ${sourcesInWords(list.feeds.length, locales)}${folders > 1 ? ` in ${folders} folders` : ''}.`}
        {fresh < list.feeds.length && ` You have ${list.feeds.length - fresh} of them already.`}
        {list.repeated > 0 && ` ${list.repeated} are named twice.`}
        {list.left > 0 && ` Sidelight takes no more from one list: ${list.left.toLocaleString([...locales])} more ${list.left === 1 ? 'is' : 'are'} left out.`}
      </p>
      <div className="buttons">
        {fresh > 0 && (
          <button type="button" className="button primary" aria-disabled={isBusy} onClick={() => isBusy || onAdd()}>
            {`Add ${sourcesInWords(fresh, locales)}`}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>{fresh > 0 ? 'Not now' : 'Close'}</button>
      </div>
      {fresh > 0 && <p className="note">Your browser asks once whether Sidelight may fetch from their hosts.</p>}
      {list.unusable.length > 0 && (
        <details className="bad-lines">
          <summary>{list.unusable.length === 1 ? 'One entry has no address that can be fetched' : `${list.unusable.length} entries have no address that can be fetched`}</summary>
          <ul>
            {list.unusable.slice(0, 100).map(({ title, address }, at) => <li key={at}>{`${title === '' ? 'Without a name' : title}: ${address === '' ? 'no address' : address}`}</li>)}
          </ul>
        </details>
      )}
    </section>
  );
}

export function FeedListButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // The same file may be chosen again, after it was mended.
    event.target.value = '';
    if (file) onFile(file);
  };
  return (
    <label className="button file">
      <input id="import-list" className="heard" type="file" accept=".opml,.xml,text/x-opml,text/xml" onChange={choose} />
      Import a list of feeds
    </label>
  );
}
