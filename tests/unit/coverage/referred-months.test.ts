import { describe, expect, it } from 'vitest';
import { referredMonths } from '../../../lib/coverage/referred-months';

const months = (text: string, published = '2017-11-14T10:00:00Z'): string[] => [...referredMonths(text, published).keys()];

describe('referredMonths', () => {
  it.each([
    ['They returned to January, when he denied it.', ['2017-01']],
    ['In March, the Post reported more.', ['2017-03']],
    ['He was asked on 10 January 2016 and on March 3, 2015.', ['2016-01', '2015-03']],
    ['It began last December.', ['2016-12']],
    ['The vote in early February was close.', ['2017-02']],
    ['Theresa May became prime minister in July and lost in May.', ['2017-07', '2017-05']],
    ['She will testify about what he had said in March.', ['2017-03']],
    ['From April to June he was abroad.', ['2017-04', '2017-06']],
    ['Next to him was the man who resigned in March.', ['2017-03']],
  ])('reads %j', (text, expected) => {
    expect(months(text)).toEqual(expected);
  });

  it.each(['This may march on.', 'May answered for April Smith.', 'On November 14 it rained.', 'It is due in March 2019.', 'The trial will begin in March.', 'The trial is due to begin in early March.', 'A letter from April Ryan arrived.', 'Theresa May refused. Nine letters were sent to May.', 'They lost confidence in May.'])('finds none in %j', (text) => {
    expect(months(text)).toEqual([]);
  });
});
