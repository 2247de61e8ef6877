import { describe, expect, it } from 'vitest';
import { eventWords, sharedEventName } from '../../../lib/coverage/name-event';

const named = (title: string, text: string): string[] => [...eventWords(title, text).names.keys()];

describe('eventWords', () => {
  it('finds what a report calls what happened', () => {
    expect(named('Okoro questioned', 'The hearing lasted five hours. Members left the hearing in anger.')).toEqual(['hearing']);
    expect(named('Earthquake shakes Harbourton', 'Nobody was hurt.')).toEqual(['earthquake']);
    expect(named('Mayor speaks', 'She spoke at a news conference on Tuesday.')).toEqual(['news conference']);
  });

  it.each([
    'The fire department came.',
    'The gunman opened fire at noon.',
    'He died after a heart attack.',
    'At an earlier hearing, she denied it.',
    'At his confirmation hearing in January, he denied it.',
    'Republicans attack the plan.',
  ])('finds none in “%s”', (text) => {
    expect(named('Okoro questioned', text)).toEqual([]);
  });
});

describe('sharedEventName', () => {
  const fire = eventWords('Blaze at mill', 'The fire began at noon. Nobody saw the fire, said Okoro.');

  it('is what both call it', () => {
    expect(sharedEventName(fire, eventWords('Mill burns', 'A fire that began at noon took the mill.'))).toBe('fire');
    expect(sharedEventName(fire, eventWords('Mill lost', 'Nothing is left.'))).toBeUndefined();
  });

  it('is nothing where two names are as likely', () => {
    const both = 'The raid began at noon. The explosion came later.';
    expect(sharedEventName(eventWords('Noon', both), eventWords('Midday', both))).toBeUndefined();
  });

  it('is what one calls the sitting of a committee that both name', () => {
    const hearing = eventWords('Okoro questioned', 'Okoro spoke to the House Harbour Committee. The hearing lasted all day.');
    expect(sharedEventName(hearing, eventWords('Okoro heard', 'Okoro told the House Harbour Committee that she was sorry.'))).toBe('hearing');
    expect(sharedEventName(hearing, eventWords('Okoro heard', 'Okoro told the Senate Prison Committee that she was sorry.'))).toBeUndefined();
    expect(sharedEventName(hearing, eventWords('Okoro heard', 'The House Harbour Committee prepares the trial of its chairman.'))).toBeUndefined();
  });
});
