import { useEffect, useId, useState } from 'react';
import { feedKey } from '../../../lib/model/address';
import type { NewSource } from '../../services';
import { groupFor, type CatalogueGroup } from '../../sources/catalogue';
import { FeedChoice } from '../../sources/FeedChoice';
import type { LookInside } from '../../sources/use-look';
import { sourcesInWords } from '../count-words';

export interface SuggestionsProps {
  /** `feedKey` of the sources that are there. */
  readonly known: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly locales: readonly string[];
  readonly lookInside: LookInside;
  readonly onAdd: (sources: readonly NewSource[]) => void;
  readonly onClose: () => void;
}

/** Outlets to begin with, by country and by subject. The list is loaded when it is first looked at. */
export function Suggestions({ known, isBusy, locales, lookInside, onAdd, onClose }: SuggestionsProps) {
  const [groups, setGroups] = useState<readonly CatalogueGroup[]>([]);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const headingId = useId();
  const selectId = useId();
  useEffect(() => {
    let isOver = false;
    void import('../../../assets/catalogue.json').then(({ default: catalogue }) => {
      if (!isOver) setGroups(catalogue.groups);
    });
    return () => {
      isOver = true;
    };
  }, []);

  const group = groups.find((one) => one.name === name) ?? groupFor(groups, locales);
  if (!group) return <div className="coming" aria-busy="true" />;
  const free = group.outlets.filter(({ feed }) => !known.has(feedKey(feed)));
  const picked = groups.flatMap(({ outlets, name: folder }) =>
    outlets.flatMap(({ feed, outlet, site }) => (chosen.has(feed) && !known.has(feedKey(feed)) ? { url: feed, title: outlet, link: site, folder: [folder] } : [])),
  );
  const unique = [...new Map(picked.map((source) => [source.url, source])).values()];
  const toggle = (feeds: readonly string[], isOn: boolean) =>
    setChosen((before) => (isOn ? new Set([...before, ...feeds]) : new Set([...before].filter((feed) => !feeds.includes(feed)))));

  return (
    <section className="preview" aria-labelledby={headingId}>
      <h2 id={headingId}>Suggestions</h2>
      <div className="line-form">
        <label htmlFor={selectId}>Country or subject</label>
        <select id={selectId} className="field" value={group.name} onChange={(event) => setName(event.target.value)}>
          {['country', 'subject'].map((kind) => (
            <optgroup key={kind} label={kind === 'country' ? 'Countries' : 'Subjects'}>
              {groups.filter((one) => one.kind === kind).map((one) => <option key={one.name}>{one.name}</option>)}
            </optgroup>
          ))}
        </select>
        <button type="button" className="button" onClick={() => toggle(free.map(({ feed }) => feed), !free.every(({ feed }) => chosen.has(feed)))}>
          {free.every(({ feed }) => chosen.has(feed)) ? 'Choose none' : 'Choose all'}
        </button>
      </div>
      <ul className="choices">
        {group.outlets.map(({ feed, outlet, language }) => (
          <FeedChoice
            key={feed}
            feed={{ url: feed, title: outlet, note: [new URL(feed).hostname, ...languageNames(language, locales)].join(' · ') }}
            isChosen={chosen.has(feed)}
            isKnown={known.has(feedKey(feed))}
            locales={locales}
            lookInside={lookInside}
            onToggle={(isOn) => toggle([feed], isOn)}
          />
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button primary" aria-disabled={isBusy || unique.length === 0} onClick={() => isBusy || unique.length === 0 || onAdd(unique)}>
          {unique.length === 0 ? 'Add sources' : `Add ${sourcesInWords(unique.length, locales)}`}
        </button>
        <button type="button" className="button" onClick={onClose}>Close</button>
      </div>
    </section>
  );
}

function languageNames(language: string | undefined, locales: readonly string[]): string[] {
  return language === undefined ? [] : [new Intl.DisplayNames([...locales, 'en'], { type: 'language' }).of(language) ?? language];
}
