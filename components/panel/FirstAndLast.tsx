import { spanNames } from '../card/span-names';
import { createDateFormat } from '../date-format';
import { usePanelServices } from '../services-context';
import type { EntityInFull } from './panel-services';

type Reports = Pick<EntityInFull, 'first' | 'last' | 'timeline'>;

/** The ends of what there is, and the longest time without a word. */
export function FirstAndLast({ facts: { first, last, timeline } }: { readonly facts: Reports }) {
  const { locales } = usePanelServices();
  const formatDate = createDateFormat(locales);
  const gap = timeline && longestGap(timeline);
  const name = timeline && spanNames(timeline.step, locales);
  const isOne = first?.url === last?.url;
  const ends = isOne ? [{ end: 'Only report', report: first }] : [{ end: 'First', report: first }, { end: 'Latest', report: last }];
  return (
    <dl className="ends">
      {ends.map(({ end, report }) => report && (
        <div key={end}>
          <dt>{end}</dt>
          <dd dir="auto">
            {report.published !== undefined && <time dateTime={report.published}>{formatDate(report.published)}</time>}{' '}
            <a href={report.url} target="_blank" rel="noopener noreferrer">{report.title}</a>
          </dd>
        </div>
      ))}
      {gap && name && (
        <div>
          <dt>Silence</dt>
          <dd>{gap.from === gap.to ? `nothing in ${name(gap.from)}` : `nothing from ${name(gap.from)} to ${name(gap.to)}`}</dd>
        </div>
      )}
    </dl>
  );
}

/** The first and the last of the most bars in a row that have nothing. */
function longestGap({ bars }: NonNullable<Reports['timeline']>): { from: string; to: string } | undefined {
  let longest: { from: string; to: string; length: number } | undefined;
  let begin: { from: string; length: number } | undefined;
  for (const bar of bars) {
    begin = bar.articles > 0 ? undefined : { from: begin?.from ?? bar.from, length: (begin?.length ?? 0) + 1 };
    if (begin && begin.length > (longest?.length ?? 0)) longest = { ...begin, to: bar.from };
  }
  return longest;
}
