/** One bar: a month, a quarter or a year of articles that name an entity. */
export interface TimelineBar {
  /** The first moment of it, and the first after it. */
  readonly from: string;
  readonly to: string;
  readonly articles: number;
}

export interface Timeline {
  readonly step: 'month' | 'quarter' | 'year';
  /** In order, without holes: a gap is bars of none. */
  readonly bars: readonly TimelineBar[];
}

const mostBars = 24;
const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/**
 * How many articles there were over time. The coarser the longer the time, so that a card can draw it.
 * @param months `2017-11` with the number of its articles, in any order
 */
export function timelineOf(months: ReadonlyMap<string, number>): Timeline | undefined {
  const dated = [...months].filter(([, articles]) => articles > 0).map(([month, articles]) => ({ month: numberOf(month), articles }));
  if (dated.length === 0) return undefined;
  const numbers = dated.map(({ month }) => month);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const step = (['month', 'quarter', 'year'] as const).find((each) => (last - first) / monthsIn[each] < mostBars) ?? 'year';
  const width = monthsIn[step];
  const begin = Math.floor(first / width) * width;
  const counts = new Array<number>(Math.floor((last - begin) / width) + 1).fill(0);
  for (const { month, articles } of dated) {
    const at = Math.floor((month - begin) / width);
    counts[at] = (counts[at] ?? 0) + articles;
  }
  const bars = counts.map((articles, at) => ({ from: momentOf(begin + at * width), to: momentOf(begin + (at + 1) * width), articles }));
  return { step, bars: bars.slice(-mostYears) };
}

/** What a file of centuries would draw. */
const mostYears = 60;

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function momentOf(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00:00Z`;
}
