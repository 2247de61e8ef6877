import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../lib/model/entity';
import { linksIn, linkText } from './link-text';

const entity = (name: string, more: Partial<Entity> = {}): Entity => ({ id: name, name, aliases: [], popularity: 0.8, ...more });

describe('titles of a single word', () => {
  const series = entity('Moot', { description: 'American television medical drama' });
  const film = entity('The Duchess', { kind: 'work', description: '2008 film' });

  it('are meant where a document is about such things', () => {
    expect(linksIn([series], 'The actor left the series.\nHe was in every episode of Moot, a drama, and its cast liked him. Later he said that Moot was a comedy.')).toHaveLength(2);
  });

  it('are not, where it is about something else', () => {
    expect(linksIn([series], 'Democrats want the Moot back.\nIn the Moot they have few seats, and the Moot will vote on Friday.')).toEqual([]);
  });

  it('are, where their article stands before them, or the reader follows them', () => {
    expect(linksIn([film], 'The two had been due to be shown The Duchess later on.')).toHaveLength(1);
    expect(linksIn([film], 'The two had been due to see the Duchess later on.')).toEqual([]);
    const text = 'Democrats want the Moot back.';
    expect(linkText([series], text, { followed: new Set([0]) })).toHaveLength(1);
  });
});

describe('initials', () => {
  const agency = entity('Amber Press', { kind: 'organisation', aliases: ['AP'], popularity: 0.7, description: 'American news agency' });
  const state = entity('Amber Province', { kind: 'place', aliases: ['AP'], popularity: 0.99, description: 'Indian state' });

  it.each(['Photo: Ann Hill/AP', 'MARLOW (AP) — The mayor spoke.', 'A bridge. (AP Photo)'])('with which pictures and reports are credited are an agency’s: %s', (credit) => {
    const links = linksIn([agency, state], `${credit}\nThe mayor told AP that he would go.`);
    expect(links.length).toBeGreaterThan(0);
    expect(new Set(links)).toEqual(new Set(['AP → Amber Press']));
  });

  it('with which a picture is credited are no office’s', () => {
    const office = entity('Amber Protection Agency', { kind: 'organisation', aliases: ['AP'], popularity: 0.5, description: 'agency of a government' });
    const together = (text: string): number[] => linkText([office, state], text).map(({ runnersUp }) => runnersUp.length);
    expect(together('Photo: Ann Hill/AP\nThe mayor told AP that he would go.')).toEqual(together('Photo: Ann Hill, AP\nThe mayor told AP that he would go.'));
  });

  it('before a number are a thing’s', () => {
    expect(linksIn([state], 'He bought an AP-15 in the town, and an AP-15 was found.')).toEqual([]);
  });
});

describe('people in politics', () => {
  const actor = entity('Owen Marlow', { kind: 'person', description: 'American actor' });

  it('are no actors or players of that name, who never were more', () => {
    expect(linksIn([actor], 'House Majority Whip Owen Marlow agreed.\nMarlow was tired.')).toEqual([]);
    expect(linksIn([{ ...actor, description: 'American actor and politician' }], 'House Majority Whip Owen Marlow agreed.')).toHaveLength(1);
    expect(linksIn([actor], 'The film has Owen Marlow in it.')).toHaveLength(1);
  });
});

describe('given names', () => {
  const actor = entity('Jim Marlow', { kind: 'person', aliases: ['Jim'], popularity: 0.99, description: 'American actor' });

  it('in a headline or a credit are nobody’s with another surname', () => {
    expect(linksIn([actor], 'Toggle Caption Jim Watson/Some Photo Agency')).toEqual([]);
  });
});

describe('everyday things', () => {
  it('are not meant where a sentence opens with what the document writes with a capital elsewhere', () => {
    const moot = entity('moot', { popularity: 0.95, kind: 'place' });
    expect(linksIn([moot], 'The hall was large.\nMoot members agreed.')).toHaveLength(1);
    expect(linksIn([moot], 'The vote of the Moot was close.\nMoot members agreed.')).toEqual([]);
  });
});
