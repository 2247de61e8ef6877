import { describe, expect, it } from 'vitest';
import { aliasEntries } from '../../../lib/linking/alias-entries';
import type { Entity } from '../../../lib/model/entity';
import { linksIn } from './link-text';

function person(name: string, description: string, aliases: readonly string[] = []): Entity {
  return { id: name, name, kind: 'person', aliases: [...aliases], description, popularity: 0.8 };
}

const ward = person('Frederick Ward', 'President of the United States');
const may = person('Theresa May', 'Prime Minister of the United Kingdom');

describe('names with a "Jr."', () => {
  it('are not those of who has none', () => {
    for (const son of ['Frederick Ward Jr.', 'Frederick Ward, Jr.', 'Frederick Ward Jnr', 'Frederick Ward II']) {
      expect(linksIn([ward], `${son} left early.`)).toEqual([]);
    }
    expect(linksIn([ward], 'Frederick Ward stayed. Ward Jr. left early. Ward spoke.')).toEqual(['Frederick Ward → Frederick Ward', 'Ward → Frederick Ward']);
  });

  it('claim the surname for who has it', () => {
    expect(linksIn([ward], 'Frederick Ward Jr. left early. On Monday the lawyers met Ward again.')).toEqual([]);
  });

  it('are those of whom the role before it fits, or whose name has it', () => {
    expect(linksIn([ward], 'President Frederick Ward Jr. left early.')).toEqual(['Frederick Ward → Frederick Ward']);
    const son = person('Frederick Ward Jr.', 'businessman');
    expect(linksIn([ward, son], 'Frederick Ward, Jr. and Frederick Ward met.')).toEqual(['Frederick Ward, Jr → Frederick Ward Jr.', 'Frederick Ward → Frederick Ward']);
  });

  it('have two spellings in the gazetteer', () => {
    expect(aliasEntries(person('Frederick Ward Jr.', ''), 0).map(({ alias }) => alias)).toContain('Frederick Ward, Jr.');
  });
});

describe('surnames that are everyday words', () => {
  const afterwards = (sentence: string): string[] => linksIn([may], `Theresa May may go in May.\n${sentence}`).slice(1);

  it('are the person behind a form of address or an office', () => {
    expect(afterwards('On Tuesday Mrs May left.')).toEqual(['Mrs May → Theresa May']);
    expect(afterwards('It was late on Tuesday when Prime Minister May left for home.')).toEqual(['May → Theresa May']);
    expect(linksIn([person('Ban Ki-moon', 'Secretary-General of the United Nations')], 'Ban Ki-moon spoke of a ban. A ban was needed, Mr. Ban said.')).toEqual([
      'Ban Ki-moon → Ban Ki-moon', 'Mr. Ban → Ban Ki-moon',
    ]);
  });

  it('are the person before a verb of speech, where a clause begins', () => {
    expect(afterwards('May said so. “It is,” May told them. They left when May insisted.')).toEqual(['May → Theresa May', 'May → Theresa May', 'May → Theresa May']);
    expect(afterwards('A poll in May said so, one of early May told more.')).toEqual([]);
  });

  it('are the word elsewhere, before a date and in a headline behind an office', () => {
    for (const sentence of ['In May it rained.', 'May was cold.', 'The prime minister May 5 said nothing.', 'Prime Minister May Resign Today']) {
      expect(afterwards(sentence)).toEqual([]);
    }
  });

  it('are nobody where no name stands in full', () => {
    expect(linksIn([may], 'On Tuesday Mrs May left.')).toEqual([]);
  });
});

describe('surnames that are the name of a place', () => {
  const ottland = person('Jim Ottland', 'U.S. Representative');
  const king = 'Jim Ottland met King Abdullah II of Ottland on Monday, as they both had said.';

  it('are the place where the document names who rules it', () => {
    expect(linksIn([ottland], `${king} They spoke of Ottland’s borders. In Ottland it rained.`)).toEqual(['Jim Ottland → Jim Ottland']);
  });

  it('are the person there behind a form of address or an office, and before a verb of speech', () => {
    expect(linksIn([ottland], `${king} Mr. Ottland left with Rep. Ottland. Ottland said so.`).slice(1)).toEqual(['Mr. Ottland → Jim Ottland', 'Ottland → Jim Ottland', 'Ottland → Jim Ottland']);
  });

  it('are the person elsewhere', () => {
    expect(linksIn([ottland], 'Jim Ottland met a friend of Ottland and Queen Mary, as both had said. Ottland’s plan failed.')).toHaveLength(3);
  });
});

describe('a stranger of the same surname', () => {
  it('is who the next sentence is about', () => {
    expect(linksIn([ward], 'Frederick Ward stayed.\nA friend, Maya Ward, left early. Ward was tired.')).toEqual(['Frederick Ward → Frederick Ward']);
  });

  it('is not where the sentence was about the other, nor amid a sentence', () => {
    expect(linksIn([ward], 'Frederick Ward stayed.\nWard, a cousin of Maya Ward, left early. Ward was tired.')).toHaveLength(3);
    expect(linksIn([ward], 'Frederick Ward stayed.\nMaya Ward left early to join the Ward campaign.')).toHaveLength(2);
    expect(linksIn([ward], 'Frederick Ward stayed.\nMaya Ward met Frederick Ward again. Ward was tired.')).toHaveLength(3);
    expect(linksIn([ward], 'Frederick Ward stayed.\nFrederick Coleman Ward left early. Ward was tired.')).toHaveLength(2);
  });
});

describe('surnames with a hyphen', () => {
  const reed = person('Anna Reed-Palmer', 'U.S. Representative');

  it('are whole what somebody goes by who is named in full, and no piece of them is', () => {
    const text = 'Anna Reed-Palmer spoke for an hour on Monday. Later Reed-Palmer said that it was late, and Palmer left.';
    expect(linksIn([reed], text)).toEqual(['Anna Reed-Palmer → Anna Reed-Palmer', 'Reed-Palmer → Anna Reed-Palmer']);
  });

  it('leave out a particle', () => {
    const text = 'Karim al-Haddad spoke for an hour on Monday. Later Haddad said that it was late, and they left when al-Haddad did.';
    expect(linksIn([person('Karim al-Haddad', 'president')], text)).toContain('Haddad → Karim al-Haddad');
  });

  it('are not those of who has one half of them', () => {
    const palmer = person('Jack Palmer', 'U.S. Representative');
    const text = 'Jack Palmer spoke on Monday to the crowd.\nLater Mrs. Palmer-Reed left the hall early in the day, and so did a friend of theirs called Carl Reed-Palmer.\nAt noon the Palmer-Reed talks began.';
    expect(linksIn([palmer], text)).toEqual(['Jack Palmer → Jack Palmer', 'Palmer → Jack Palmer']);
  });
});

describe('surnames that come first', () => {
  it('are what somebody goes by whose given name has a hyphen', () => {
    const moon: Entity = { id: 'moon', name: 'Moon', aliases: [], description: 'natural satellite of Earth', popularity: 0.9 };
    const text = 'Moon Jae-in spoke on Tuesday. On Friday Mr. Moon was late, and they heard Moon apologise.';
    const people = linksIn([person('Moon Jae-in', 'President of South Korea'), moon], text);
    expect(people.slice(1)).toEqual(['Mr. Moon → Moon Jae-in', 'Moon → Moon Jae-in']);
  });
});

describe('somebody of whom a pack says nothing', () => {
  it('goes by the surname all the same, though others are called just so', () => {
    const unsaid: Entity = { id: 'unsaid', name: 'Frederick Ward', aliases: [], popularity: 0.9 };
    const text = 'Frederick Ward won on Thursday. Ward spoke at dawn, and then they cheered as Ward left.';
    expect(linksIn([unsaid, { ...person('Ward', ''), description: undefined }], text).slice(1)).toEqual(['Ward → Frederick Ward', 'Ward → Frederick Ward']);
  });
});

describe('given names that are verbs', () => {
  it('are nobody where they ask for something', () => {
    const mark = person('Mark Kelso', 'U.S. Senator');
    expect(linksIn([mark], 'Mark your calendars, since Mark Kelso comes. On Friday Mark will be back.')).toEqual(['Mark Kelso → Mark Kelso', 'Mark → Mark Kelso']);
  });
});
