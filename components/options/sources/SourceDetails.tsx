import { useId, useState } from 'react';
import { isLeftAlone } from '../../../lib/feeds/plan-fetches';
import type { SourceState } from '../../../lib/feeds/source-state';
import type { ListedSource, SourceSettings } from '../../services';
import { WholeArticles } from './WholeArticles';
import { sentenceFor } from '../../failure-sentences';
import { formatAgo } from '../../time-words';
import { clock, rateInWords, type HealthContext } from '../source-health';

export interface SourceDetailsProps {
  readonly source: ListedSource;
  /** The one whose fields have addresses (`#sources/pause-source`). */
  readonly isFirst: boolean;
  readonly context: HealthContext;
  readonly onChange: (changes: Partial<SourceSettings>, pageSites?: readonly string[]) => void;
}

const keepChoices = [
  [undefined, 'For good'],
  [365, 'For a year'],
  [90, 'For 90 days'],
  [30, 'For 30 days'],
  [7, 'For a week'],
] as const;

/** How one source is doing, in full, and what the reader may say of it. */
export function SourceDetails({ source, isFirst, context, onChange }: SourceDetailsProps) {
  const ownId = useId();
  const idOf = (part: string) => (isFirst ? part : `${ownId}-${part}`);
  return (
    <div className="details">
      <dl>
        {factsOf(source, context).map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <div className="settings">
        <label className="choice">
          <input id={idOf('pause-source')} type="checkbox" checked={source.paused === true} onChange={(event) => onChange({ paused: event.target.checked ? true : undefined })} />
          Pause: do not fetch it until this is off again
        </label>
        <WholeArticles source={source} fieldId={idOf('whole-articles')} onChange={onChange} />
        <label htmlFor={idOf('keep-articles')}>Keep its articles</label>
        <select
          id={idOf('keep-articles')}
          className="field"
          value={source.keepDays ?? ''}
          onChange={(event) => onChange({ keepDays: event.target.value === '' ? undefined : Number(event.target.value) })}
        >
          {keepChoices.map(([days, words]) => <option key={words} value={days ?? ''}>{words}</option>)}
        </select>
        <NameForm key={`${source.title} ${source.folder?.join('/')}`} source={source} nameId={idOf('name-source')} onChange={onChange} />
      </div>
    </div>
  );
}

function NameForm({ source, nameId, onChange }: Pick<SourceDetailsProps, 'source' | 'onChange'> & { readonly nameId: string }) {
  const folderId = useId();
  const [name, setName] = useState(source.title);
  const kept = source.folder ?? [];
  const [folder, setFolder] = useState(kept.join(' / '));
  const keep = () => {
    // A folder that came with a list may have a slash in its name.
    const path = folder === kept.join(' / ') ? kept : folder.split('/').map((part) => part.trim()).filter((part) => part !== '');
    const title = name.trim() === '' ? source.title : name.trim().slice(0, 300);
    if (title === source.title && path.join('/') === kept.join('/')) return;
    onChange({ title, folder: path.length === 0 ? undefined : path.slice(0, 20).map((part) => part.slice(0, 300)) });
  };
  return (
    <>
      <label htmlFor={nameId}>Name of the outlet</label>
      <input id={nameId} className="field" value={name} onChange={(event) => setName(event.target.value)} onBlur={keep} />
      <label htmlFor={folderId}>Folder</label>
      <input id={folderId} className="field" value={folder} placeholder="News / Local" onChange={(event) => setFolder(event.target.value)} onBlur={keep} />
    </>
  );
}

function factsOf({ fetching, url, paused }: ListedSource, context: HealthContext): [string, string][] {
  const { now, locales } = context;
  const ago = (moment: string | undefined) => (moment === undefined ? 'Never yet' : formatAgo(moment, now, locales));
  const facts: [string, string][] = [['Address', url], ['Last fetched', ago(fetching?.lastSuccess)]];
  if (fetching?.lastNew !== undefined) facts.push(['Last brought something new', ago(fetching.lastNew)]);
  if (fetching?.newest !== undefined) facts.push(['Newest article', ago(fetching.newest)]);
  if (fetching?.articlesPerWeek !== undefined) facts.push(['Articles', rateInWords(fetching.articlesPerWeek, locales)]);
  if (fetching && fetching.gone !== true) facts.push(['Next fetch', paused === true ? 'When you let it go on' : nextFetchOf(fetching, context)]);
  if (fetching?.lastFailure) facts.push([`Last trouble, ${ago(fetching.lastFailure.at)}`, sentenceFor(fetching.lastFailure)]);
  if (fetching?.movedFrom !== undefined) facts.push(['Moved here from', fetching.movedFrom]);
  if (fetching?.movedTo !== undefined) facts.push(['Answers come from', fetching.movedTo]);
  return facts;
}

function nextFetchOf({ nextFetch, hostNotBefore = '' }: SourceState, context: HealthContext): string {
  const now = context.now.toISOString();
  const next = isLeftAlone(hostNotBefore, now) && hostNotBefore > nextFetch ? hostNotBefore : nextFetch;
  return next <= now ? 'Soon' : clock(next, context);
}
