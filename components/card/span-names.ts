import type { CardTimeline } from '../../lib/card/card-content';

/** "Nov 2017", "Q4 2017", "2017", in the reader's language where it has words. */
export function spanNames(step: CardTimeline['step'], locales: readonly string[]): (moment: string) => string {
  const month = new Intl.DateTimeFormat([...locales], { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat([...locales], { year: 'numeric', timeZone: 'UTC' });
  return (moment) => {
    const date = new Date(moment);
    if (step === 'month') return month.format(date);
    return step === 'quarter' ? `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${year.format(date)}` : year.format(date);
  };
}
