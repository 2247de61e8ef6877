import { useState } from 'react';
import type { CardBar, CardCoverage } from '../../lib/card/card-content';
import type { CardTab } from '../../lib/card/card-state';
import { Tabs } from '../tabs/Tabs';
import { CoverageList } from './CoverageList';
import { SaidList } from './SaidList';
import { Timeline } from './Timeline';
import { narrowCoverage } from './narrow-coverage';

export interface CoverageTabsProps {
  readonly coverage: CardCoverage;
  readonly tab: CardTab;
  readonly formatDate: (moment: string) => string;
  readonly locales: readonly string[];
  readonly onTab: (tab: CardTab) => void;
}

/** What was reported before this article and since, what was said, and when. */
export function CoverageTabs({ coverage, tab, formatDate, locales, onTab }: CoverageTabsProps) {
  const [bar, setBar] = useState<CardBar | null>(null);
  const { before, since, said } = narrowCoverage(coverage, { bar });
  const nothingThen = bar && 'Nothing among the closest from that time.';
  const tabs = [
    {
      tab: 'before' as const, label: 'Before', count: before.total,
      content: <CoverageList tab="before" list={before} nothing={nothingThen ?? 'Nothing from before this article.'} formatDate={formatDate} />,
    },
    {
      tab: 'since' as const, label: 'Since', count: since.total,
      content: <CoverageList tab="since" list={since} nothing={nothingThen ?? 'Nothing since this article.'} formatDate={formatDate} />,
    },
    {
      tab: 'said' as const, label: 'Said', count: said.length,
      content: <SaidList items={said} total={coverage.said?.total} nothing={nothingThen ?? 'Nothing said, as far as your sources tell.'} formatDate={formatDate} />,
    },
  ];
  return (
    <>
      {coverage.timeline && coverage.timeline.bars.length > 2 && (
        <Timeline timeline={coverage.timeline} page={coverage.published} chosen={bar} onChoose={setBar} locales={locales} />
      )}
      <Tabs label="Coverage" tabs={coverage.said === undefined ? tabs.slice(0, 2) : tabs} chosen={tab} onTab={onTab} />
    </>
  );
}
