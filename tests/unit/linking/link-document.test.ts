import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../lib/model/entity';
import { linksIn, linkText } from './link-text';
import { politics } from './politics';

const links = (text: string): string[] => linksIn(politics, text);

describe('linkDocument', () => {
  it('takes a surname for the person whom the document names in full', () => {
    const text = 'Attorney General Jeff Sessions spoke to the committee.\nLater Sessions said that he had met nobody.';
    expect(links(text)).toEqual(['Jeff Sessions → Jeff Sessions', 'Sessions → Jeff Sessions']);
  });

  it('does so also where the full name comes only later', () => {
    const text = 'Critics attacked Sessions on Monday.\nIt was Pete Sessions who had asked for the vote.';
    expect(links(text)).toEqual(['Sessions → Pete Sessions', 'Pete Sessions → Pete Sessions']);
  });

  it('leaves a surname alone that nothing explains', () => {
    expect(links('On Monday the editor called Sessions twice and got no answer.')).toEqual([]);
  });

  it('never takes a common word for a name', () => {
    const text = 'Jeff Sessions joined the training sessions.\nMost sessions were long. The sessions ended at noon.';
    expect(links(text)).toEqual(['Jeff Sessions → Jeff Sessions']);
  });

  it('does not give the surname of an unknown person to a known one', () => {
    const text = 'The baker John Sessions opened a shop.\nNeighbours said that Sessions works hard.';
    expect(links(text)).toEqual([]);
  });

  it('lets an unknown full name claim its surname from other people', () => {
    const singer: Entity = { id: 'm', name: 'Marlow', kind: 'person', aliases: [], description: 'singer', popularity: 0.6 };
    const text = (name: string): string => `The baker ${name} opened a shop.\nNeighbours told Marlow that it was about time, and on Monday Marlow agreed.`;
    expect(linksIn([singer], text('Anna Reed'))).toEqual(['Marlow → Marlow', 'Marlow → Marlow']);
    expect(linksIn([singer], text('John Marlow'))).toEqual([]);
  });

  it('knows both ways to write a name', () => {
    const text = 'He met Ambassador Sergei Kislyak in September.\nWith Kislyak he spoke about the vote.';
    expect(links(text)).toEqual(['Sergei Kislyak → Sergey Kislyak', 'Kislyak → Sergey Kislyak']);
  });

  it('knows a name in a script that is not that of the own name', () => {
    const tokyo: Entity = { id: 'tokyo', name: 'Tokyo', kind: 'place', aliases: ['東京', 'طوكيو', 'Токио'], popularity: 0.9 };
    for (const [text, written] of [['昨日は東京で会見した。', '東京'], ['قال ذلك في طوكيو أمس', 'طوكيو'], ['Это было вчера в Токио.', 'Токио']] as const) {
      expect(linksIn([tokyo], text)).toEqual([`${written} → Tokyo`]);
    }
  });

  it('takes possessives and leaves their ending out', () => {
    expect(links("Donald Trump's campaign answered. Jeff Sessions’ office did not.")).toEqual([
      'Donald Trump → Donald Trump',
      'Jeff Sessions → Jeff Sessions',
    ]);
  });

  it('takes capitals for an acronym, though the letters spell a small word, unless all is in capitals', () => {
    const states: Entity = { id: 'us', name: 'United States of America', kind: 'place', aliases: ['United States', 'US', 'U.S.'], popularity: 0.99 };
    expect(linksIn([states], 'He told us that the US agreed.\nOfficials of the U.S. told us more.')).toEqual([
      'US → United States of America',
      'U.S. → United States of America',
    ]);
    expect(linksIn([states], 'THEY TOLD US NOTHING NEW.')).toEqual([]);
  });

  it('understands initials', () => {
    expect(links('The Federal Bureau of Investigation (FBI) confirmed it.\nThe FBI said no more.')).toEqual([
      'Federal Bureau of Investigation → Federal Bureau of Investigation',
      'FBI → Federal Bureau of Investigation',
      'FBI → Federal Bureau of Investigation',
    ]);
  });

  it('marks a topic of several words in any case', () => {
    const topics = linkText(politics, 'She is an expert on Election Security, and election security is her work.');
    expect(topics.every(({ entity }) => politics[entity]!.id === 'security')).toBe(true);
  });

  it('marks a single common word only for who follows the topic', () => {
    const drought: Entity = { id: 'd', name: 'drought', kind: 'topic', aliases: [] };
    const text = 'The drought went on for months, and the Drought Office counted the fields.';
    expect(linkText([drought], text).map(({ start }) => start)).not.toContain(4);
    expect(linkText([drought], text, { followed: new Set([0]) }).map(({ start }) => start)).toContain(4);
  });

  it('does not take part of a longer unknown name', () => {
    expect(links('The bird was a Wild Turkey Farm animal.')).toEqual([]);
  });

  it('marks the article of a name that has one', () => {
    const times: Entity = { id: 't', name: 'The Herald Times', kind: 'organisation', aliases: [], description: 'newspaper', popularity: 0.8 };
    expect(linksIn([times], 'He told The Herald Times.\nShe reads the Herald Times.')).toEqual([
      'The Herald Times → The Herald Times',
      'Herald Times → The Herald Times',
    ]);
    const board: Entity = { ...times, name: 'Herald Board', aliases: ['The Herald Board'] };
    expect(linksIn([board], 'The Herald Board met.')).toEqual(['Herald Board → Herald Board']);
  });

  it('says whom else a name could mean', () => {
    const [mention] = linkText(politics, 'Sessions was late.\nJeff Sessions came at last, and so did Pete Sessions.');
    const others = mention === undefined ? [] : [mention, ...mention.runnersUp];
    expect(others.map(({ entity }) => politics[entity]!.name).filter((name) => /Jeff|Pete/.test(name))).toHaveLength(others.length === 0 ? 0 : 2);
  });

  it('gives confidences between 0 and 1, best first, and places inside their block', () => {
    const text = 'Donald Trump praised Jeff Sessions.\nThen Trump left Turkey.';
    for (const { block, start, end, confidence, runnersUp } of linkText(politics, text)) {
      const length = text.split('\n')[block]!.length;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(length);
      const chances = [confidence, ...runnersUp.map((other) => other.confidence)];
      expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
    }
  });

  it('takes no plural of an everyday word for a person where a phrase or its verb says that it is one', () => {
    const things = ['Training Sessions for staff begin in May.', 'Sessions lasted two hours.', 'Sessions are held on Mondays.'];
    for (const text of things) expect(links(`Jeff Sessions spoke.\n${text}`)).toEqual(['Jeff Sessions → Jeff Sessions']);
    const person = ['Now Sessions could leave.', 'Given Sessions’s interest, that was clear.', 'Sessions said no.'];
    for (const text of person) expect(links(`Jeff Sessions spoke.\n${text}`)).toEqual(['Jeff Sessions → Jeff Sessions', 'Sessions → Jeff Sessions']);
  });

  it('passes over candidates whose facts are not there', () => {
    expect(linkText([{ id: 'a', name: 'Ada', aliases: [] }], 'Ada spoke.', { entities: new Map() })).toEqual([]);
  });
});

describe('bounds of a mention', () => {
  const imports: Entity = { id: 'i', name: 'Northway Imports', kind: 'organisation', aliases: [], description: 'company', popularity: 0.6 };
  const town: Entity = { id: 't', name: 'Larkspur', kind: 'place', aliases: [], description: 'city in California', popularity: 0.8 };
  const texas: Entity = { id: 's', name: 'Texas', kind: 'place', aliases: ['TX'], description: 'state', popularity: 0.9 };

  it('has the form of address, but not the office', () => {
    expect(links('Jeff Sessions spoke.\nLater Mr. Sessions left with Chief Justice Sessions.')).toEqual([
      'Jeff Sessions → Jeff Sessions',
      'Mr. Sessions → Jeff Sessions',
      'Sessions → Jeff Sessions',
    ]);
    expect(links('Attorney General Jeff Sessions spoke.')).toEqual(['Jeff Sessions → Jeff Sessions']);
  });

  it('has the legal form of a company', () => {
    expect(linksIn([imports], 'Shares of Northway Imports Corp. fell on Monday.')).toEqual(['Northway Imports Corp. → Northway Imports']);
  });

  it('has the state behind a town, which is then no mention of its own', () => {
    expect(linksIn([town, texas], 'They met in Larkspur, TX on Monday.')).toEqual(['Larkspur, TX → Larkspur']);
    expect(linksIn([town, texas], 'They met in Larkspur, Calif. and left.')).toEqual(['Larkspur, Calif. → Larkspur']);
    expect(linksIn([town, texas], 'It rained in Texas, Oregon and Ohio.')).toEqual(['Texas → Texas']);
  });
});

describe('linkDocument with corrections', () => {
  const text = 'Jeff Sessions spoke.\nThen Sessions left.';

  it('never links what the reader said it is not', () => {
    const corrections = [{ text: 'Sessions', not: 'Jeff Sessions' }];
    expect(linksIn(politics, text, { corrections })).not.toContain('Sessions → Jeff Sessions');
    expect(linksIn(politics, text, { corrections })).toContain('Jeff Sessions → Jeff Sessions');
  });

  it('always links what the reader said it is', () => {
    const corrections = [{ text: 'Sessions', is: 'Walter L. Sessions' }];
    expect(linksIn(politics, 'Yesterday Sessions called.', { corrections })).toEqual(['Sessions → Walter L. Sessions']);
  });

  it('lets what was said of this page beat what was said of all', () => {
    const corrections = [
      { text: 'Sessions', is: 'Pete Sessions', url: 'https://herald.test/a' },
      { text: 'Sessions', is: 'Walter L. Sessions' },
    ];
    expect(linksIn(politics, 'Then Sessions left.', { corrections, url: 'https://herald.test/a' })).toEqual(['Sessions → Pete Sessions']);
    expect(linksIn(politics, 'Then Sessions left.', { corrections, url: 'https://herald.test/b' })).toEqual(['Sessions → Walter L. Sessions']);
  });

  it('understands a correction of a mention with its form of address, article, legal form or state', () => {
    const corrections = [{ text: 'Mr. Sessions', is: 'Walter L. Sessions' }];
    expect(linksIn(politics, 'Then Sessions left.', { corrections })).toEqual(['Sessions → Walter L. Sessions']);
    const times: Entity = { id: 't', name: 'The Herald Times', kind: 'organisation', aliases: [], description: 'newspaper', popularity: 0.8 };
    expect(linksIn([times], 'He told The Herald Times.', { corrections: [{ text: 'The Herald Times', not: 't' }] })).toEqual([]);
  });

  it('lets "it is that one" here beat "not that one" everywhere, and the other way round', () => {
    const url = 'https://herald.test/a';
    const isHere = [{ text: 'Sessions', not: 'Jeff Sessions' }, { text: 'Sessions', is: 'Jeff Sessions', url }];
    expect(linksIn(politics, text, { corrections: isHere, url })).toContain('Sessions → Jeff Sessions');
    expect(linksIn(politics, text, { corrections: isHere, url: 'https://herald.test/b' })).not.toContain('Sessions → Jeff Sessions');
    const notHere = [{ text: 'Sessions', is: 'Jeff Sessions' }, { text: 'Sessions', not: 'Jeff Sessions', url }];
    expect(linksIn(politics, text, { corrections: notHere, url })).not.toContain('Sessions → Jeff Sessions');
  });

  it('wins over every clue', () => {
    const corrections = [{ text: 'Turkey', is: 'fbi' }, { text: 'Donald Trump', not: 'Donald Trump' }];
    const mentions = linkText(politics, 'In Turkey they met Donald Trump.', { corrections });
    expect(mentions.map(({ entity, confidence }) => [politics[entity]!.id, confidence])).toEqual([['fbi', 1]]);
  });

  it('does not mark lower-case words for a correction of a name', () => {
    const corrections = [{ text: 'Sessions', is: 'Pete Sessions' }];
    expect(linksIn(politics, 'The training sessions ended.', { corrections })).toEqual([]);
  });
});
