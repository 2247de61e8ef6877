import type { CardItem, CardList, CardTimeline, CoverageAnswer } from '../../lib/card/card-content';
import type { CardActions } from '../../lib/card/card-slot';
import type { CardMark } from '../../lib/card/card-state';

const jeffSessions = {
  id: 'jeff-sessions', name: 'Jeff Sessions', kind: 'person', description: 'US Attorney General, former senator for Alabama',
} as const;

export const sessions: CardMark = { mark: 0, subject: jeffSessions, nth: 1, count: 2 };
export const sessionsAgain: CardMark = { mark: 4, subject: jeffSessions, nth: 2, count: 2 };
export const kislyak: CardMark = {
  mark: 2, subject: { id: 'sergey-kislyak', name: 'Sergey Kislyak', kind: 'person' }, nth: 1, count: 1,
};

const items: readonly CardItem[] = [
  {
    title: 'Attorney general met Russian envoy twice during the campaign, officials say',
    outlet: 'Sample Post', url: 'http://post.test/two-meetings', published: '2017-03-01T22:10:00Z',
    reason: 'also names Sergey Kislyak',
  },
  {
    title: 'Recusal: Sessions steps back from inquiries into the 2016 race',
    outlet: 'Sample Herald', url: 'http://herald.test/recusal', published: '2017-03-02T20:00:00Z',
    reason: 'also names the Justice Department and election meddling',
  },
  {
    title: 'Nominee denies contacts with Moscow at Senate hearing',
    outlet: 'Sample Wire', url: 'http://wire.test/hearing', published: '2017-01-10T18:00:00Z',
    reason: 'his earlier answer on the same subject',
  },
  {
    title: 'Senate confirms attorney general, 52 to 47',
    outlet: 'Sample Herald', url: 'http://herald.test/confirmed',
    reason: 'names Jeff Sessions in its headline',
  },
];

/** The reader says nothing. */
export const noActions: CardActions = {
  follow: () => Promise.resolve(undefined),
  mute: () => Promise.resolve(undefined),
  others: () => Promise.resolve([]),
  correct: () => Promise.resolve(undefined),
  openPanel: () => Promise.resolve(false),
};

export function listOf(count: number, total = count): CardList {
  return { items: Array.from({ length: count }, (_, n) => itemAt(n)), total };
}

/** Each under a headline that takes two lines. */
export function wordyListOf(count: number): CardList {
  const { items: plain, total } = listOf(count);
  return { items: plain.map((item) => ({ ...item, title: 'Attorney general met the Russian envoy twice during the campaign, officials say' })), total };
}

/** A report in each month. */
export function yearOf(year: number): CardTimeline {
  const moment = (month: number) => new Date(Date.UTC(year, month)).toISOString();
  return { step: 'month', bars: Array.from({ length: 12 }, (_, month) => ({ from: moment(month), to: moment(month + 1), articles: 1 + (month % 3) })) };
}

export function answerOf({ before, since }: { before: number; since: number }): CoverageAnswer {
  return { state: 'ready', before: listOf(before), since: listOf(since) };
}

function itemAt(n: number): CardItem {
  const item = items[n % items.length];
  if (!item) throw new RangeError('There are no items');
  return { ...item, url: `${item.url}-${n}` };
}
