import { describe, expect, it } from 'vitest';
import { statedDate } from '../../../scripts/stand/stated-date';

describe('statedDate', () => {
  it.each([
    '14 November 2017',
    'Tuesday, November 14, 2017',
    'Nov. 14, 2017 3:15 p.m.',
    'Published: 2017-11-14',
    '2017-11-14T16:48:00-05:00',
    'Posted on 14th Nov 2017, 16:48',
    'tue 14 nov 2017',
  ])('reads “%s”', (line) => {
    expect(statedDate(`By Somebody\n\n${line}\n\nText.`)).toBe('2017-11-14');
  });

  it.each([
    'On 14 November 2017 the committee met.',
    '11/14/2017',
    'November 2017',
    '31 February 2017',
    '14 Nov 17',
    'The committee met on\n8 February last year',
  ])('finds none in “%s”', (line) => {
    expect(statedDate(`By Somebody\n\n${line}\n\nText.`)).toBeUndefined();
  });

  it('takes no date from far down the text', () => {
    expect(statedDate(`${'A paragraph.\n\n'.repeat(15)}14 November 2017`)).toBeUndefined();
  });
});
