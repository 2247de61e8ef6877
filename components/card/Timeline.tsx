import type { CardBar, CardTimeline } from '../../lib/card/card-content';

export interface TimelineProps {
  readonly timeline: CardTimeline;
  /** When the page was published; its bar says so. */
  readonly page?: string;
  /** The bar that the lists are narrowed to. */
  readonly chosen: CardBar | null;
  readonly onChoose: (bar: CardBar | null) => void;
  readonly locales: readonly string[];
  readonly size?: 'small' | 'large';
}

const heights = { small: 32, large: 96 } as const;

/** How much was reported when. Each bar narrows the lists to its time; pressed again, it lets go. */
export function Timeline({ timeline, page, chosen, onChoose, locales, size = 'small' }: TimelineProps) {
  const { bars, step } = timeline;
  const most = Math.max(1, ...bars.map(({ articles }) => articles));
  const name = spanNames(step, locales);
  const first = bars[0];
  const last = bars.at(-1);
  return (
    <div className="timeline" data-size={size}>
      <div className="bars" role="group" aria-label="Reports over time">
        {bars.map((bar) => {
          const isHere = page !== undefined && page >= bar.from && page < bar.to;
          const isChosen = chosen?.from === bar.from;
          const label = `${name(bar.from)}: ${bar.articles === 1 ? 'one report' : `${bar.articles.toLocaleString(locales[0])} reports`}${isHere ? ', this article' : ''}`;
          return (
            <button
              key={bar.from}
              type="button"
              className="bar"
              aria-label={label}
              aria-pressed={isChosen}
              title={label}
              disabled={bar.articles === 0}
              data-here={isHere || undefined}
              onClick={() => onChoose(isChosen ? null : bar)}
            >
              <span style={{ blockSize: `${bar.articles === 0 ? 1 : Math.max(3, Math.round((heights[size] * bar.articles) / most))}px` }} />
            </button>
          );
        })}
      </div>
      <div className="scale" aria-hidden="true">
        <span>{first && name(first.from)}</span>
        {last && last !== first && <span>{name(last.from)}</span>}
      </div>
    </div>
  );
}

/** "Nov 2017", "Q4 2017", "2017", in the reader's language where it has words. */
function spanNames(step: CardTimeline['step'], locales: readonly string[]): (moment: string) => string {
  const month = new Intl.DateTimeFormat([...locales], { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat([...locales], { year: 'numeric', timeZone: 'UTC' });
  return (moment) => {
    const date = new Date(moment);
    if (step === 'month') return month.format(date);
    return step === 'quarter' ? `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${year.format(date)}` : year.format(date);
  };
}
