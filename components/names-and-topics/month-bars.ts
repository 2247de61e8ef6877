interface Month {
  /** `2017-11` */
  readonly month: string;
  readonly articles: number;
}

/** As many as fit beside each other and can still be told apart. */
const mostBars = 96;

/** A bar for each month from the first with articles to the last, empty ones between too; the newest where they are many. */
export function monthBars(months: readonly Month[]): Month[] {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) return [];
  const counts = new Map(months.map(({ month, articles }) => [month, articles]));
  const bars: Month[] = [];
  for (let { month } = first; month <= last.month; month = nextMonth(month)) bars.push({ month, articles: counts.get(month) ?? 0 });
  return bars.slice(-mostBars);
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
