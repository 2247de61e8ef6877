import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CardBar, CardCoverage, CardList } from '../../lib/card/card-content';
import type { CardTab } from '../../lib/card/card-state';
import { CoverageList } from './CoverageList';
import { SaidList } from './SaidList';
import { Timeline } from './Timeline';

const tabs = [
  { tab: 'before', label: 'Before', nothing: 'Nothing from before this article.' },
  { tab: 'since', label: 'Since', nothing: 'Nothing since this article.' },
  { tab: 'said', label: 'Said', nothing: 'Nothing said, as far as your sources tell.' },
] as const;

export interface CoverageTabsProps {
  readonly coverage: CardCoverage;
  readonly tab: CardTab;
  readonly formatDate: (moment: string) => string;
  readonly locales: readonly string[];
  readonly onTab: (tab: CardTab) => void;
  readonly size?: 'small' | 'large';
}

/** What was reported before this article and since, what was said, and when. All lists are always there; one is seen. */
export function CoverageTabs({ coverage, tab: chosen, formatDate, locales, onTab, size }: CoverageTabsProps) {
  const id = useId();
  const tablist = useRef<HTMLDivElement>(null);
  const [bar, setBar] = useState<CardBar | null>(null);
  const shown = narrowed(coverage, bar);
  const shownTabs = tabs.filter(({ tab }) => tab !== 'said' || coverage.said !== undefined);
  const totals = { before: shown.before.total, since: shown.since.total, said: shown.said.length };

  const chooseByKey = (event: KeyboardEvent) => {
    const next = tabAfter(shownTabs.map(({ tab }) => tab), chosen, { key: event.key, isRightToLeft: getComputedStyle(event.currentTarget).direction === 'rtl' });
    if (!next) return;
    event.preventDefault();
    onTab(next);
    tablist.current?.querySelector<HTMLElement>(`[data-sidelight="tab-${next}"]`)?.focus();
  };

  return (
    <>
      {coverage.timeline && coverage.timeline.bars.length > 2 && (
        <Timeline timeline={coverage.timeline} page={coverage.published} chosen={bar} onChoose={setBar} locales={locales} size={size} />
      )}
      <div ref={tablist} className="tabs" role="tablist" aria-label="Coverage" onKeyDown={chooseByKey}>
        {shownTabs.map(({ tab, label }) => (
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
            {label} <span className="count">{totals[tab].toLocaleString()}</span>
          </button>
        ))}
      </div>
      <div className="body">
        {shownTabs.map(({ tab, nothing }) => (
          <div
            key={tab}
            className="panel"
            role="tabpanel"
            id={`${id}-${tab}`}
            aria-labelledby={`${id}-tab-${tab}`}
            hidden={tab !== chosen}
          >
            {tab === 'said'
              ? <SaidList items={shown.said} nothing={bar ? nothingThen : nothing} formatDate={formatDate} />
              : <CoverageList tab={tab} list={shown[tab]} nothing={bar ? nothingThen : nothing} formatDate={formatDate} />}
          </div>
        ))}
      </div>
    </>
  );
}

const nothingThen = 'Nothing among the closest from that time.';

/** Only what is from a bar's time. */
function narrowed({ before, since, said }: CardCoverage, bar: CardBar | null) {
  const isThen = (moment: string | undefined): boolean => bar === null || (moment !== undefined && moment >= bar.from && moment < bar.to);
  const listThen = (list: CardList): CardList => {
    if (bar === null) return list;
    const items = list.items.filter(({ published }) => isThen(published));
    return { items, total: items.length };
  };
  return { before: listThen(before), since: listThen(since), said: (said?.items ?? []).filter((quote) => isThen(quote.said)) };
}

function tabAfter(all: readonly CardTab[], chosen: CardTab, { key, isRightToLeft }: { key: string; isRightToLeft: boolean }): CardTab | undefined {
  const at = all.indexOf(chosen);
  switch (key) {
    case 'Home': return all[0];
    case 'End': return all.at(-1);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = (key === 'ArrowRight') === isRightToLeft ? -1 : 1;
      return all[(at + step + all.length) % all.length];
    }
    default: return undefined;
  }
}
