import { describe, expect, it } from 'vitest';
import { partEvents } from '../../../lib/coverage/part-events';

/** Appeared on Wednesday, 15 January 2020. */
const wednesday = '2020-01-15T12:00:00Z';
const tuesday = '2020-01-14T12:00:00Z';

function report(text: string, { title = 'Church burns', published = wednesday } = {}) {
  return { title, text, published };
}

describe('partEvents', () => {
  it('parts what happened on two days', () => {
    const fire = (when: string) => `A fire destroyed a church of Harbourton ${when}, the fire service said.`;
    expect(partEvents(report(fire('on Tuesday')), report(fire('on Monday')))).toBe(true);
    expect(partEvents(report(fire('yesterday')), report(fire('yesterday'), { published: tuesday }))).toBe(true);
    expect(partEvents(report(fire('on Tuesday')), report(fire('yesterday')))).toBe(false);
    expect(partEvents(report(fire('on Tuesday')), report(fire('today'), { published: tuesday }))).toBe(false);
  });

  it('takes a night for one, and what a report also goes back to for known', () => {
    const fire = (when: string, more = '') => `A fire destroyed a church of Harbourton ${when}, the fire service said. ${more}`;
    expect(partEvents(report(fire('late on Monday')), report(fire('early on Tuesday')))).toBe(false);
    expect(partEvents(report(fire('on Monday')), report(fire('on Tuesday', 'It had begun on Monday.')))).toBe(false);
  });

  it('parts nothing by days to come, by no day, or where nothing says when a report appeared', () => {
    const strike = (when: string) => report(`Dockers of Harbourton walked out ${when} after talks had failed.`);
    expect(partEvents(strike('and will be back on Friday'), strike('and will be back on Thursday'))).toBe(false);
    expect(partEvents(strike('on Monday'), strike(''))).toBe(false);
    expect(partEvents(strike('on Monday'), { title: 'Dockers', text: 'Dockers of Harbourton walked out on Tuesday.' })).toBe(false);
  });

  it('parts quakes of one country by magnitude and by what they were near', () => {
    const quake = (size: string, town: string) => report(`A quake of magnitude ${size} struck northern Chile near ${town}, the survey said.`, { title: 'Quake strikes Chile' });
    expect(partEvents(quake('6.1', 'Iquique'), quake('6.1', 'Arica'))).toBe(true);
    expect(partEvents(quake('7.6', 'Iquique'), quake('6.1', 'Iquique'))).toBe(true);
    expect(partEvents(quake('6.1', 'Iquique'), quake('6.3', 'Iquique'))).toBe(false);
    expect(partEvents(quake('6.1', 'Iquique'), report('A 6.1-magnitude quake struck 40 km north of Arica and was felt in Iquique.', { title: 'Quake strikes Chile' }))).toBe(false);
  });
});
