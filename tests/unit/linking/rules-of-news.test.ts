import { describe, expect, it } from 'vitest';
import { knowEntity } from '../../../lib/linking/known-entity';
import { likelyCandidates } from '../../../lib/linking/likely-candidates';
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

describe('titles with an article', () => {
  const series = entity('The East Wing', { description: 'American television drama' });

  it('are meant without it where a document is about such things alone', () => {
    expect(linksIn([series], 'Aides in the East Wing said that they knew.')).toEqual([]);
    expect(linksIn([series], 'The actor left the series.\nHe was in every episode of East Wing, a drama, and its cast liked him.')).toHaveLength(1);
    expect(linksIn([series], 'They had been due to see The East Wing later on.')).toHaveLength(1);
  });
});

describe('a company that is called like another but for its legal form', () => {
  const paper = entity('The Amber Times', { kind: 'organisation', aliases: ['Amber Times'], popularity: 0.9, description: 'daily newspaper' });
  const owner = entity('The Amber Times Company', { kind: 'organisation', aliases: ['Amber Times'], popularity: 0.9, description: 'media company, publisher of The Amber Times' });

  it('is not meant by the name alone', () => {
    expect(linksIn([owner], 'A judge, as the Amber Times noted, agreed.')).toEqual(['Amber Times → The Amber Times Company']);
    expect(linksIn([paper, owner], 'A judge, as the Amber Times noted, agreed.')).toEqual(['Amber Times → The Amber Times']);
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

describe('capitals of several that have them as initials', () => {
  const club = entity('Elm Park Athletic', { kind: 'organisation', aliases: ['EPA'], popularity: 0.99, description: 'football club' });
  const agency = entity('Associated Wire', { kind: 'organisation', aliases: ['AW'], popularity: 0.7, description: 'American news agency' });
  const province = entity('Amber Woodlands', { kind: 'place', aliases: ['AW'], popularity: 0.99, description: 'Indian state' });

  it('are nobody’s with other words than those that the document has in full', () => {
    expect(linksIn([club], 'The game was over. Fans of the EPA cheered, and the EPA won.')).toHaveLength(2);
    expect(linksIn([club], 'The Environmental Pollution Agency was asked. A spokesman of the EPA said that the EPA knew.')).toEqual([]);
    expect(linksIn([club], 'The End of Pollution and Asbestos office was asked. A spokesman of the EPA said that the EPA knew.')).toEqual([]);
  });

  it('are still whose, of whose name they are no initials', () => {
    const party = { entity: 0, form: 'alias' as const, known: knowEntity(entity('Amber Party', { aliases: ['GOP'] })) };
    const names = { inFull: new Map(), called: new Map(), claimed: new Map(), explained: new Map([['gop', ['growth', 'opportunity', 'project']]]) };
    expect(likelyCandidates([party], 'gop', names)).toEqual([party]);
  });

  it('are whose words the document has, and not of whom it has none', () => {
    expect(new Set(linksIn([agency, province], 'The associated firms have a wire. The mayor told AW that he would go, and AW asked why.'))).toEqual(new Set(['AW → Associated Wire']));
    expect(linksIn([agency, province], 'The associated firms have a wire. Some Amber trees grow in AW today.')).not.toContain('AW → Associated Wire');
  });
});

describe('a word by which something is called after people', () => {
  const college = entity('Marlow University', { kind: 'organisation', aliases: ['Marlow'], popularity: 1, description: 'private university' });
  const bearers = ['Ann', 'Bea', 'Cora', 'Dora', 'Eve', 'Flora', 'Gina', 'Hana', 'Ida', 'Jane'].map((given) => entity(`${given} Marlow`, { kind: 'person', popularity: 0.4 }));

  it('is not it where a document has an unknown name that ends so', () => {
    expect(linksIn([college], 'He teaches at Marlow today.')).toEqual(['Marlow → Marlow University']);
    expect(linksIn([college], 'The officer met Ned Marlow there. He said that Marlow was tired.')).toEqual([]);
    expect(linksIn([college], 'Ned Marlow was at Marlow University. He said that Marlow was good.')).toContain('Marlow → Marlow University');
  });

  it('is not it where many people have it as their surname', () => {
    expect(linksIn([college, ...bearers.slice(1)], 'He teaches at Marlow today.')).toEqual(['Marlow → Marlow University']);
    expect(linksIn([college, ...bearers], 'He teaches at Marlow today.')).toEqual([]);
  });
});

describe('peoples', () => {
  const some = entity('Amber Moorlanders', { aliases: ['Amber Moorlander'], description: 'ethnic group' });

  it('are not called by the last word of their name', () => {
    expect(linksIn([some], 'Many Amber Moorlanders agreed. Most Moorlanders did not.')).toEqual(['Amber Moorlanders → Amber Moorlanders']);
  });
});

describe('particles of surnames', () => {
  const island = entity('Vanmoor', { kind: 'place', aliases: ['Van'], popularity: 0.99, description: 'country in Oceania' });

  it('are no names before the rest of the surname', () => {
    expect(linksIn([island], 'They flew from Van to the coast.')).toHaveLength(1);
    expect(linksIn([island], 'They asked whether Van Roekel was there.')).toEqual([]);
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
