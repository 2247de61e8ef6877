import type { CardBar, CardCoverage, CardList, CardQuote } from '../../lib/card/card-content';

interface Filter {
  readonly bar: CardBar | null;
  readonly outlet?: string;
}

interface NarrowedCoverage {
  readonly before: CardList;
  readonly since: CardList;
  readonly said: readonly CardQuote[];
}

/** Only what is from a bar's time, and of an outlet, where these are chosen. */
export function narrowCoverage({ before, since, said }: CardCoverage, { bar, outlet }: Filter): NarrowedCoverage {
  const isThen = (moment: string | undefined): boolean => bar === null || (moment !== undefined && moment >= bar.from && moment < bar.to);
  const isOf = (other: string): boolean => outlet === undefined || other === outlet;
  const listThen = (list: CardList): CardList => {
    if (bar === null && outlet === undefined) return list;
    const items = list.items.filter((item) => isThen(item.published) && isOf(item.outlet));
    return { items, total: items.length };
  };
  return { before: listThen(before), since: listThen(since), said: (said?.items ?? []).filter((quote) => isThen(quote.said) && isOf(quote.outlet)) };
}
