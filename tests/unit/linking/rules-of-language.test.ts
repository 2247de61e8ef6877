import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../lib/model/entity';
import { linksIn, linkText } from './link-text';
import { politics } from './politics';

const country = { kind: 'place', popularity: 0.9 } as const;

describe('adjectives of countries', () => {
  it('are the country also where its own name ends as adjectives do', () => {
    const countries: Entity[] = [
      { ...country, id: 'ir', name: 'Iran', aliases: ['Iranian'], description: 'country in Western Asia' },
      { ...country, id: 'jp', name: 'Japan', aliases: ['Japanese'], description: 'country in East Asia' },
      { ...country, id: 'ht', name: 'Haiti', aliases: ['Haitian'], description: 'country in the Caribbean' },
    ];
    expect(linksIn(countries, 'The Iranian and the Japanese minister met a Haitian delegation.')).toEqual(['Iranian → Iran', 'Japanese → Japan', 'Haitian → Haiti']);
  });
});

describe('whom else the document names', () => {
  const georgias: Entity[] = [
    { ...country, id: 'state', name: 'Georgia', aliases: [], description: 'state of the United States of America' },
    { ...country, id: 'country', name: 'Georgia', aliases: [], description: 'country in Eastern Europe' },
    { ...country, id: 'al', name: 'Alabama', aliases: [], description: 'state of the United States of America' },
    { ...country, id: 'fl', name: 'Florida', aliases: [], description: 'state of the United States of America' },
    { ...country, id: 'az', name: 'Azerbaijan', aliases: [], description: 'country in Eastern Europe and Asia' },
    { ...country, id: 'ru', name: 'Russia', aliases: [], description: 'country in Eastern Europe and Northern Asia' },
  ];
  it('tells rivals apart', () => {
    const georgia = (text: string): string[] => linkText(georgias, text).map(({ entity }) => georgias[entity]!.id).filter((id) => id === 'state' || id === 'country');
    expect(georgia('Azerbaijan and Russia signed. In Georgia nobody was surprised.')).toEqual(['country']);
    expect(georgia('Alabama and Florida voted. In Georgia nobody was surprised.')).toEqual(['state']);
  });

  it('does not make a name of what is none', () => {
    expect(linksIn(georgias, 'Azerbaijan and Russia signed. Nobody was surprised.')).toEqual(['Azerbaijan → Azerbaijan', 'Russia → Russia']);
  });
});

describe('capitals that the document explains', () => {
  const agency: Entity = { id: 'pa', name: 'East Palo Alto', kind: 'place', aliases: ['EPA'], popularity: 0.9, description: 'city in California' };
  const guild: Entity = { id: 'eg', name: 'Eastern Potters Association', kind: 'organisation', aliases: ['EPA'], popularity: 0.6, description: 'guild' };

  it('mean nobody whose name has other words', () => {
    expect(linksIn([agency], 'Officials in EPA agreed.')).toEqual(['EPA → East Palo Alto']);
    expect(linksIn([agency], 'The Environmental Protection Agency (EPA) agreed. Officials in EPA said so.')).toEqual([]);
  });

  it('still mean who has these words', () => {
    expect(linksIn([agency, guild], 'The Eastern Potters Association, Inc. (EPA) agreed. The EPA said so.')).toContain('EPA → Eastern Potters Association');
  });
});

describe('plurals of everyday words that open a sentence', () => {
  const sessionsIn = (sentence: string): string[] => linksIn(politics, `Jeff Sessions spoke first.\n${sentence}`).slice(1);

  it('are things where the verb says so', () => {
    for (const sentence of ['Sessions will be held on Friday.', 'Sessions begin at noon.', 'Sessions would be cancelled in the rain.', 'Sessions of the court are open.']) expect(sessionsIn(sentence)).toEqual([]);
  });

  it('are a person where it does not', () => {
    expect(sessionsIn('Sessions will testify on Friday.')).toEqual(['Sessions → Jeff Sessions']);
    expect(sessionsIn('Sessions begins on Friday.')).toEqual(['Sessions → Jeff Sessions']);
  });
});

describe('pieces of names', () => {
  it('leaves "the House" to the chamber beside the White House', () => {
    const house: Entity = { id: 'wh', name: 'White House', kind: 'organisation', aliases: [], popularity: 0.8, description: 'federal office' };
    expect(linksIn([house], 'The White House said no. On Monday the House passed it.')).toEqual(['White House → White House']);
  });

  it('calls a storm by its name alone after the first mention', () => {
    const storm: Entity = { id: 'o', name: 'Hurricane Otto', kind: 'event', aliases: [], popularity: 0.5, description: 'storm of 2016' };
    expect(linksIn([storm], 'Hurricane Otto reached the coast on Thursday.\nBy Friday morning Otto was over the sea.')).toEqual([
      'Hurricane Otto → Hurricane Otto',
      'Otto → Hurricane Otto',
    ]);
  });

  it('leaves a name alone that a number or "of" makes part of a longer one', () => {
    const brigade: Entity = { id: 'b', name: 'Armoured Brigade', kind: 'organisation', aliases: [], popularity: 0.4 };
    const film: Entity = { id: 'd', name: 'The Duchess', kind: 'work', aliases: [], popularity: 0.5, description: '2008 film' };
    const sureIn = (text: string): number => linkText([brigade], text)[0]?.confidence ?? 0;
    expect(sureIn('The veteran had served with the 20th Armoured Brigade and went on long tours.')).toBeLessThan(sureIn('The veteran had served with the Armoured Brigade and went on long tours.') - 0.05);
    const filmIn = (text: string): number => linkText([film], text)[0]?.confidence ?? 0;
    expect(filmIn('They had been due to be collected by The Duchess of Marlow later on.')).toBeLessThan(filmIn('They had been due to be shown The Duchess later on.') - 0.05);
  });

  it('begins with "Dr" behind an office too', () => {
    const doctor: Entity = { id: 'r', name: 'Rosa Marlow', kind: 'person', aliases: [], popularity: 0.5, description: 'British politician' };
    expect(linksIn([doctor], 'Labour MP Dr Rosa Marlow agreed.')).toEqual(['Dr Rosa Marlow → Rosa Marlow']);
  });
});
