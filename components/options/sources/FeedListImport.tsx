import { useState } from 'react';
import type { ChangeEvent } from 'react';
import type { FeedList } from '../../../lib/feeds/opml';
import { feedKey } from '../../../lib/model/address';
import { FeedChoice } from '../../sources/FeedChoice';
import type { LookInside } from '../../sources/use-look';
import { sourcesInWords } from '../count-words';

export interface FeedListImportProps {
  readonly fileName: string;
  readonly list: FeedList;
  /** `feedKey` of the sources that are there. */
  readonly known: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly locales: readonly string[];
  readonly lookInside: LookInside;
  readonly onAdd: (feeds: FeedList['feeds']) => void;
  readonly onClose: () => void;
}

/** So many lines are shown at once of a list of thousands. */
const shownAtOnce = 50;

/** What a file of feeds names, before it is taken: all that is new, but for what the reader takes out. */
export function FeedListImport({ fileName, list, known, isBusy, locales, lookInside, onAdd, onClose }: FeedListImportProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const fresh = list.feeds.filter(({ url }) => !known.has(feedKey(url)));
  const chosen = fresh.filter(({ url }) => !left.has(url));
  const folders = new Set(list.feeds.map(({ folder }) => folder.join('/'))).size;
  const isIdle = isBusy || chosen.length === 0;
  const choose = (urls: ReadonlySet<string>, isOn: boolean) =>
    setLeft((before) => (isOn ? new Set([...before].filter((url) => !urls.has(url))) : new Set([...before, ...urls])));
  return (
    <section className="preview" aria-label={`Feeds in ${fileName}`}>
      <p>
        {`${fileName} names ${sourcesInWords(list.feeds.length, locales)}${folders > 1 ? ` in ${folders} folders` : ''}.`}
        {fresh.length < list.feeds.length && ` You have ${list.feeds.length - fresh.length} of them already.`}
        {list.repeated > 0 && ` ${list.repeated} are named twice.`}
        {list.left > 0 && ` Sidelight takes no more from one list: ${list.left.toLocaleString([...locales])} more ${list.left === 1 ? 'is' : 'are'} left out.`}
      </p>
      <div className="buttons">
        {fresh.length > 0 && (
          <button type="button" className="button primary" aria-disabled={isIdle} onClick={() => isIdle || onAdd(chosen)}>
            {chosen.length === 0 ? 'Add sources' : `Add ${sourcesInWords(chosen.length, locales)}`}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>{fresh.length > 0 ? 'Not now' : 'Close'}</button>
      </div>
      {fresh.length > 0 && (
        <>
          <p className="note">Your browser asks once whether Sidelight may fetch from their hosts.</p>
          <FeedChoices feeds={fresh} left={left} locales={locales} lookInside={lookInside} onChoose={choose} />
        </>
      )}
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

interface FeedChoicesProps extends Pick<FeedListImportProps, 'locales' | 'lookInside'> {
  readonly feeds: FeedList['feeds'];
  /** Addresses of those that are not wanted. */
  readonly left: ReadonlySet<string>;
  readonly onChoose: (urls: ReadonlySet<string>, isOn: boolean) => void;
}

function FeedChoices({ feeds, left, locales, lookInside, onChoose }: FeedChoicesProps) {
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(shownAtOnce);
  const wanted = search.trim().toLocaleLowerCase();
  const found = feeds.filter(({ title, url, folder }) => `${title} ${url} ${folder.join(' ')}`.toLocaleLowerCase().includes(wanted));
  const isAll = found.every(({ url }) => !left.has(url));
  return (
    <>
      {feeds.length > 1 && (
        <div className="line-form">
          {feeds.length > shownAtOnce && (
            <input className="field" type="search" aria-label="Find in this list" placeholder="Find in this list" value={search} onChange={(event) => setSearch(event.target.value)} />
          )}
          <button type="button" className="button" onClick={() => onChoose(new Set(found.map(({ url }) => url)), !isAll)}>{isAll ? 'Choose none' : 'Choose all'}</button>
        </div>
      )}
      <ul className="choices" aria-label="Feeds in the list">
        {found.slice(0, most).map(({ url, title, folder }) => (
          <FeedChoice
            key={url}
            feed={{ url, title, note: [...folder, new URL(url).hostname].join(' · ') }}
            isChosen={!left.has(url)}
            locales={locales}
            lookInside={lookInside}
            onToggle={(isOn) => onChoose(new Set([url]), isOn)}
          />
        ))}
      </ul>
      {found.length > most && (
        <button type="button" className="quiet" onClick={() => setMost(most + shownAtOnce * 4)}>
          {`Show more of the other ${(found.length - most).toLocaleString([...locales])}`}
        </button>
      )}
      {found.length === 0 && <p className="note">No feed of this list is called that.</p>}
    </>
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
