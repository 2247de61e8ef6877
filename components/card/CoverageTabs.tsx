import { useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { CardList } from '../../lib/card/card-content';
import type { CardTab } from '../../lib/card/card-state';
import { CoverageList } from './CoverageList';

const tabs = [
  { tab: 'before', label: 'Before', nothing: 'Nothing from before this article.' },
  { tab: 'since', label: 'Since', nothing: 'Nothing since this article.' },
] as const;

export interface CoverageTabsProps {
  readonly before: CardList;
  readonly since: CardList;
  readonly tab: CardTab;
  readonly formatDate: (moment: string) => string;
  readonly onTab: (tab: CardTab) => void;
}

/** What was reported before this article, and since. Both lists are always there; one is seen. */
export function CoverageTabs({ tab: chosen, formatDate, onTab, ...lists }: CoverageTabsProps) {
  const id = useId();
  const tablist = useRef<HTMLDivElement>(null);

  const chooseByKey = (event: KeyboardEvent) => {
    const next = tabAfter(chosen, event.key, getComputedStyle(event.currentTarget).direction === 'rtl');
    if (!next) return;
    event.preventDefault();
    onTab(next);
    tablist.current?.querySelector<HTMLElement>(`[data-sidelight="tab-${next}"]`)?.focus();
  };

  return (
    <>
      <div ref={tablist} className="tabs" role="tablist" aria-label="Coverage" onKeyDown={chooseByKey}>
        {tabs.map(({ tab, label }) => (
          <button
            key={tab}
            type="button"
            className="tab"
            role="tab"
            id={`${id}-tab-${tab}`}
            aria-controls={`${id}-${tab}`}
            aria-selected={tab === chosen}
            tabIndex={tab === chosen ? 0 : -1}
            data-sidelight={`tab-${tab}`}
            onClick={() => onTab(tab)}
          >
            {label} <span className="count">{lists[tab].total.toLocaleString()}</span>
          </button>
        ))}
      </div>
      <div className="body">
        {tabs.map(({ tab, nothing }) => (
          <div
            key={tab}
            className="panel"
            role="tabpanel"
            id={`${id}-${tab}`}
            aria-labelledby={`${id}-tab-${tab}`}
            hidden={tab !== chosen}
          >
            <CoverageList tab={tab} list={lists[tab]} nothing={nothing} formatDate={formatDate} />
          </div>
        ))}
      </div>
    </>
  );
}

function tabAfter(chosen: CardTab, key: string, isRightToLeft: boolean): CardTab | undefined {
  const at = tabs.findIndex(({ tab }) => tab === chosen);
  switch (key) {
    case 'Home': return tabs[0].tab;
    case 'End': return tabs.at(-1)?.tab;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = (key === 'ArrowRight') === isRightToLeft ? -1 : 1;
      return tabs[(at + step + tabs.length) % tabs.length]?.tab;
    }
    default: return undefined;
  }
}
