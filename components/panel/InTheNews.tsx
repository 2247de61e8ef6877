import { useState } from 'react';
import type { CardBar } from '../../lib/card/card-content';
import { CoverageList } from '../card/CoverageList';
import { SaidList } from '../card/SaidList';
import { Timeline } from '../card/Timeline';
import { narrowCoverage } from '../card/narrow-coverage';
import { spanNames } from '../card/span-names';
import { createDateFormat } from '../date-format';
import { Empty } from '../forms/Empty';
import { usePanelServices } from '../services-context';
import { Tabs } from '../tabs/Tabs';
import { FirstAndLast } from './FirstAndLast';
import { OutletFilter } from './OutletFilter';
import { ReportList } from './ReportList';
import type { EntityCoverage, EntityInFull } from './panel-services';

export interface InTheNewsProps {
  readonly facts: EntityInFull;
  readonly coverage: EntityCoverage;
}

type PanelTab = 'before' | 'since' | 'said' | 'all';

/** When it was in the news, by whom, and what there is to read; each bar and each outlet narrows it. */
export function InTheNews({ facts, coverage }: InTheNewsProps) {
  const { locales } = usePanelServices();
  const formatDate = createDateFormat(locales);
  const [bar, setBar] = useState<CardBar | null>(null);
  const [outlet, setOutlet] = useState<string>();
  const [tab, setTab] = useState<PanelTab>(firstTab(coverage));
  const { entity, timeline, outlets, articles } = facts;

  if (articles === 0 && coverage.said.items.length === 0) {
    return (
      <Empty said="Nothing from your sources on this yet.">
        <p>What they report from now on appears here. More sources find more.</p>
        <p className="buttons"><a className="button primary" href="options.html#sources" target="_blank">Add a source</a></p>
      </Empty>
    );
  }

  const { before, since, said } = narrowCoverage(coverage, { bar, outlet });
  const isNarrowed = bar !== null || outlet !== undefined;
  const share = outlets.find((each) => each.outlet === outlet);
  const nothing = (usual: string) => (isNarrowed ? 'None of the closest is from there. “All” has what else there is.' : usual);
  // What is chosen is listed whole in one place only.
  const chooseBar = (next: CardBar | null) => {
    setBar(next);
    if (next) setTab('all');
  };
  const chooseOutlet = (next: string | undefined) => {
    setOutlet(next);
    if (next !== undefined) setTab('all');
  };
  const showEverything = () => {
    setBar(null);
    setOutlet(undefined);
  };
  const total = countOf(facts, bar, share);

  return (
    <div className="parts in-the-news">
      {timeline && timeline.bars.length > 1 && (
        <Timeline timeline={timeline} page={coverage.published} chosen={bar} onChoose={chooseBar} locales={locales} size="large" share={share} />
      )}
      {outlets.length > 1 && <OutletFilter outlets={outlets} chosen={outlet} onChoose={chooseOutlet} />}
      <FirstAndLast facts={facts} />
      {isNarrowed && (
        <p className="narrowed" role="status">
          <span>{[bar && timeline && spanNames(timeline.step, locales)(bar.from), outlet].filter(Boolean).join(', ')}</span>
          <button type="button" onClick={showEverything}>Show everything</button>
        </p>
      )}
      <Tabs
        label="Coverage"
        chosen={tab}
        onTab={setTab}
        tabs={[
          { tab: 'before', label: 'Before', count: before.total, content: <CoverageList tab="before" list={before} nothing={nothing('Nothing from before this article.')} formatDate={formatDate} /> },
          { tab: 'since', label: 'Since', count: since.total, content: <CoverageList tab="since" list={since} nothing={nothing('Nothing since this article.')} formatDate={formatDate} /> },
          { tab: 'said', label: 'Said', count: isNarrowed ? said.length : coverage.said.total, content: <SaidList items={said} total={isNarrowed ? 0 : coverage.said.total} nothing={nothing('Nothing said, as far as your sources tell.')} formatDate={formatDate} /> },
          { tab: 'all', label: 'All', count: total, content: tab === 'all' && <ReportList key={`${bar?.from ?? ''} ${outlet ?? ''}`} entity={entity.id} bar={bar} outlet={outlet} /> },
        ]}
      />
    </div>
  );
}

function firstTab({ before, since, said }: EntityCoverage): PanelTab {
  if (before.items.length > 0) return 'before';
  if (since.items.length > 0) return 'since';
  return said.items.length > 0 ? 'said' : 'all';
}

/** How many reports there are where it is narrowed to a bar, an outlet, both or neither. */
function countOf({ timeline, articles }: EntityInFull, bar: CardBar | null, share: EntityInFull['outlets'][number] | undefined): number {
  if (bar === null) return share?.articles ?? articles;
  const at = timeline?.bars.findIndex(({ from }) => from === bar.from) ?? -1;
  return share ? (share.bars[at] ?? 0) : bar.articles;
}
