import { useId, useState } from 'react';
import { useWelcomeServices } from '../services-context';
import type { CatalogueGroup, CatalogueOutlet } from './catalogue';
import { groupFor } from './catalogue';

const shownAtFirst = 8;
const chosenAtFirst = 3;

export interface ChooseSourcesProps {
  readonly groups: readonly CatalogueGroup[];
  readonly isBusy: boolean;
  readonly onFollow: (outlets: readonly CatalogueOutlet[]) => void;
}

/** Outlets of one country or subject, the first few chosen. */
export function ChooseSources({ groups, isBusy, onFollow }: ChooseSourcesProps) {
  const { locales } = useWelcomeServices();
  const id = useId();
  const [name, setName] = useState(() => groupFor(groups, locales)?.name ?? '');
  const [isWhole, setWhole] = useState(false);
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const outlets = groups.find((group) => group.name === name)?.outlets ?? [];
  const isChosen = ({ feed }: CatalogueOutlet) => changed.get(feed) ?? outlets.slice(0, chosenAtFirst).some((one) => one.feed === feed);
  const chosen = outlets.filter(isChosen);
  const shown = isWhole ? outlets : outlets.slice(0, shownAtFirst);

  return (
    <div className="choose">
      <p>
        <label htmlFor={id} className="choice">
          Country or subject{' '}
          <select id={id} value={name} onChange={(event) => { setName(event.target.value); setWhole(false); }}>
            {['country', 'subject'].map((kind) => (
              <optgroup key={kind} label={kind === 'country' ? 'Countries' : 'Subjects'}>
                {groups.filter((group) => group.kind === kind).map((group) => <option key={group.name}>{group.name}</option>)}
              </optgroup>
            ))}
          </select>
        </label>
      </p>
      <ul className="outlets" aria-label="Outlets">
        {shown.map((outlet) => (
          <li key={outlet.feed}>
            <label className="tick">
              <input type="checkbox" checked={isChosen(outlet)} onChange={(event) => setChanged(new Map([...changed, [outlet.feed, event.target.checked]]))} />
              <span>
                <span className="title" dir="auto">{outlet.outlet}</span>
                <span className="note">{hostOf(outlet.site ?? outlet.feed)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className="buttons">
        <button type="button" className="button primary" aria-disabled={isBusy || chosen.length === 0} onClick={() => { if (!isBusy && chosen.length > 0) onFollow(chosen); }}>
          {chosen.length === 1 ? 'Follow this one' : `Follow these ${chosen.length}`}
        </button>
        {!isWhole && outlets.length > shown.length && (
          <button type="button" className="quiet" onClick={() => setWhole(true)}>{`Show all ${outlets.length}`}</button>
        )}
      </p>
    </div>
  );
}

function hostOf(site: string): string {
  return site.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '');
}
