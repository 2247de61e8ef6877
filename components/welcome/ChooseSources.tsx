import { useId, useState } from 'react';
import { useWelcomeServices } from '../services-context';
import type { CatalogueGroup, CatalogueOutlet } from '../sources/catalogue';
import { groupFor } from '../sources/catalogue';
import { FeedChoice } from '../sources/FeedChoice';

const shownAtFirst = 8;
const chosenAtFirst = 3;

export interface ChooseSourcesProps {
  readonly groups: readonly CatalogueGroup[];
  readonly isBusy: boolean;
  readonly onFollow: (outlets: readonly CatalogueOutlet[]) => void;
}

/** Outlets of one country or subject, the first few chosen. */
export function ChooseSources({ groups, isBusy, onFollow }: ChooseSourcesProps) {
  const { locales, lookInside } = useWelcomeServices();
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
          <FeedChoice
            key={outlet.feed}
            feed={{ url: outlet.feed, title: outlet.outlet, note: hostOf(outlet.site ?? outlet.feed) }}
            isChosen={isChosen(outlet)}
            locales={locales}
            lookInside={lookInside}
            onToggle={(isOn) => setChanged(new Map([...changed, [outlet.feed, isOn]]))}
          />
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
