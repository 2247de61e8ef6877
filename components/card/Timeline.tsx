import type { CardBar, CardTimeline } from '../../lib/card/card-content';
import { spanNames } from './span-names';

/** What one outlet has of each bar. */
export interface TimelineShare {
  readonly outlet: string;
  readonly bars: readonly number[];
}

export interface TimelineProps {
  readonly timeline: CardTimeline;
  /** When the page was published; its bar says so. */
  readonly page?: string;
  /** The bar that the lists are narrowed to. */
  readonly chosen: CardBar | null;
  readonly onChoose: (bar: CardBar | null) => void;
  readonly locales: readonly string[];
  readonly size?: 'small' | 'large';
  readonly share?: TimelineShare;
}

/** Of the bars' place, which a low window makes less high. */
const tallestPercent = 92;
/** Dates along the time: as many as have room. */
const marks = { small: 2, large: 4 } as const;

/** How much was reported when. Each bar narrows the lists to its time; pressed again, it lets go. */
export function Timeline({ timeline, page, chosen, onChoose, locales, size = 'small', share }: TimelineProps) {
  const { bars, step } = timeline;
  const most = Math.max(1, ...bars.map(({ articles }) => articles));
  const name = spanNames(step, locales);
  const heightOf = (articles: number) => (articles === 0 ? '1px' : `max(3px, ${Math.round((tallestPercent * articles) / most)}%)`);
  return (
    <div className="timeline" data-size={size} data-shared={share !== undefined || undefined}>
      <div className="bars" role="group" aria-label="Reports over time">
        {bars.map((bar, at) => {
          const isHere = page !== undefined && page >= bar.from && page < bar.to;
          const isChosen = chosen?.from === bar.from;
          const own = share?.bars[at] ?? 0;
          const label = `${name(bar.from)}: ${reports(bar.articles, locales)}${share ? `, ${own.toLocaleString(locales[0])} by ${share.outlet}` : ''}${isHere ? ', this article' : ''}`;
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
              <span style={{ blockSize: heightOf(bar.articles) }} />
              {own > 0 && <span className="share" style={{ blockSize: heightOf(own) }} />}
            </button>
          );
        })}
      </div>
      <div className="scale" aria-hidden="true">
        {spread(bars, marks[size]).map((bar) => <span key={bar.from}>{name(bar.from)}</span>)}
      </div>
    </div>
  );
}

function reports(articles: number, locales: readonly string[]): string {
  return articles === 1 ? 'one report' : `${articles.toLocaleString(locales[0])} reports`;
}

/** So many of the bars, evenly, with the first and the last. */
function spread(bars: readonly CardBar[], count: number): readonly CardBar[] {
  const most = bars.length >= count * 4 ? count : 2;
  const places = Array.from({ length: most }, (_, at) => Math.round((at * (bars.length - 1)) / (most - 1)));
  return [...new Set(places)].flatMap((at) => bars[at] ?? []);
}
