import { describe, expect, it } from 'vitest';
import { saidOn } from '../../../lib/coverage/said-before';
import { timelineOf } from '../../../lib/coverage/timeline';

describe('timelineOf', () => {
  it('leaves gaps in sight', () => {
    const timeline = timelineOf(new Map([['2017-03', 2], ['2017-01', 1]]));
    expect(timeline?.step).toBe('month');
    expect(timeline?.bars.map(({ from, articles }) => [from.slice(0, 7), articles])).toEqual([['2017-01', 1], ['2017-02', 0], ['2017-03', 2]]);
  });

  it('takes quarters and years for longer times', () => {
    expect(timelineOf(new Map([['2014-02', 1], ['2017-11', 1]]))).toMatchObject({ step: 'quarter', bars: { length: 16 } });
    expect(timelineOf(new Map([['2001-02', 1], ['2017-11', 1]]))?.bars.at(0)).toEqual({ from: '2001-01-01T00:00:00Z', to: '2002-01-01T00:00:00Z', articles: 1 });
  });

  it('draws nothing of nothing', () => {
    expect(timelineOf(new Map())).toBeUndefined();
  });
});

describe('saidOn', () => {
  const quote = (text: string, said: string, title = 'A report') => ({ text, said, title, outlet: 'Gazette', url: `https://gazette.example/${said}` });

  it('shows first what was said on the subject of the page, and each quote once, as it first stood', () => {
    const page = { title: 'Senator asked about meetings with the Russian ambassador' };
    const said = saidOn(page, [
      quote('The harvest was better than any of us had hoped.', '2017-05-01'),
      quote('I did not have communications with the Russians.', '2017-03-01'),
      quote('I did not have communications with the Russians', '2017-01-10', 'Senator denies contacts with the Russian ambassador'),
      quote('No.', '2017-01-11'),
    ], 5);
    expect(said.map((each) => each.said)).toEqual(['2017-01-10', '2017-05-01']);
  });
});
