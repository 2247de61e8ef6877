import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../lib/model/entity';
import { linksIn, linkText } from './link-text';

const person = (id: string, name: string, description: string): Entity => ({ id, name, kind: 'person', aliases: [], description, popularity: 0.8 });
const people = [person('jeff', 'Jeff Harlow', 'American politician'), person('pete', 'Pete Harlow', 'American politician')];
const [jeff, pete] = people as [Entity, Entity];

describe('linkDocument, of people with one surname', () => {
  it('does not take a stranger for who is named in full elsewhere', () => {
    expect(linksIn([jeff], 'Jeff Harlow spoke to reporters. His cousin Mary Harlow smiled, and Mary T. Harlow left.')).toEqual(['Jeff Harlow → Jeff Harlow']);
  });

  it('does not take a street, or a given name, for the person either', () => {
    expect(linksIn([jeff], 'Jeff Harlow spoke near the bridge on the Harlow Street side, and Harlow Buckley listened.')).toEqual(['Jeff Harlow → Jeff Harlow']);
  });

  it('knows the person by own given name, initial and office', () => {
    const text = 'Jeff Harlow spoke again on Friday. Later Jeff T. Harlow left, and so did Senator Harlow. Then Harlow came back.';
    expect(linksIn([jeff], text)).toEqual(['Jeff Harlow → Jeff Harlow', 'Harlow → Jeff Harlow', 'Harlow → Jeff Harlow', 'Harlow → Jeff Harlow']);
  });

  it('tells two of them apart by what they are called with their full names', () => {
    const text = 'Attorney General Jeff Harlow met Rep. Pete Harlow in the lobby. Attorney General Harlow left first, and Rep. Harlow followed.';
    expect(linksIn(people, text)).toEqual(['Jeff Harlow → Jeff Harlow', 'Pete Harlow → Pete Harlow', 'Harlow → Jeff Harlow', 'Harlow → Pete Harlow']);
  });

  it('takes a bare surname for who was named last in the same paragraph', () => {
    const text = 'Jeff Harlow spoke first. Harlow said that taxes must fall.\nIn the evening came Pete Harlow. Then Harlow said that they must rise.';
    expect(linksIn(people, text)).toEqual(['Jeff Harlow → Jeff Harlow', 'Harlow → Jeff Harlow', 'Pete Harlow → Pete Harlow', 'Harlow → Pete Harlow']);
  });

  it('takes it elsewhere for who was named first, however well known the other is', () => {
    const better = { ...jeff, popularity: 0.95 };
    const text = 'The taxes of Harlow\nPete Harlow spoke on Friday.\nHis brother Jeff Harlow and the senator Pete Harlow are close.\nTaxes must fall, Harlow said.';
    expect(linksIn([better, pete], text).filter((link) => link.startsWith('Harlow'))).toEqual(['Harlow → Pete Harlow', 'Harlow → Pete Harlow']);
  });

  it('takes it for nobody behind a paragraph about another', () => {
    const text = 'Pete Harlow spoke on Friday.\nIn the evening came Jeff Harlow.\nTaxes must fall, Harlow said.';
    expect(linksIn(people, text)).toEqual(['Pete Harlow → Pete Harlow', 'Jeff Harlow → Jeff Harlow']);
  });

  it('lets the role decide before that', () => {
    const text = 'Attorney General Jeff Harlow left. Later Rep. Pete Harlow spoke, and Attorney General Harlow listened.';
    expect(linksIn(people, text).at(-1)).toBe('Harlow → Jeff Harlow');
  });

  it('lets the form of address decide where the document says who is a woman and who a man', () => {
    const mary = person('mary', 'Mary Harlow', 'American politician');
    const text = 'Mary Harlow said that she had won.\nBefore her came Jeff Harlow.\nLater that day Mrs. Harlow spoke, and Mr. Harlow listened.';
    expect(linksIn([jeff, mary], text).slice(2)).toEqual(['Mrs. Harlow → Mary Harlow', 'Mr. Harlow → Jeff Harlow']);
    const described = [jeff, { ...mary, description: 'American actress' }];
    expect(linksIn(described, 'Jeff Harlow met Mary Harlow.\nLater that day Ms. Harlow left the room.').at(-1)).toBe('Ms. Harlow → Mary Harlow');
  });

  it('looks for the pronoun behind a day, and takes none for the own that somebody stood behind', () => {
    const mary = person('mary', 'Mary Harlow', 'American politician');
    const text = 'Mary Harlow lost on Wednesday. She thanked them. Jeff Harlow stood behind her. In the evening Mrs. Harlow smiled, and Mr. Harlow did not.';
    expect(linksIn([jeff, mary], text).slice(2)).toEqual(['Mrs. Harlow → Mary Harlow', 'Mr. Harlow → Jeff Harlow']);
  });

  it('does not take the pronoun of another for that of who was named', () => {
    const mary = person('mary', 'Mary Harlow', 'American politician');
    const text = 'Before marrying Jeff Harlow, she was a judge. “I saw Jeff Harlow,” she said.\nMary Harlow left.\nThen Mr. Harlow came.';
    expect(linksIn([jeff, mary], text)).not.toContain('Mr. Harlow → Mary Harlow');
  });

  it('takes an administration for that of who was president', () => {
    const president = { ...pete, description: 'President of the United States' };
    const vice = { ...pete, description: 'Vice President of the United States' };
    const text = 'Jeff Harlow spoke on Friday. His brother Pete Harlow was there.\nUnder the Harlow administration taxes rose.';
    expect(linksIn([jeff, president], text).at(-1)).toBe('Harlow → Pete Harlow');
    expect(linksIn([jeff, vice], text).at(-1)).not.toBe('Harlow → Pete Harlow');
  });

  it('does not take being former for an office', () => {
    const senator = { ...jeff, description: 'former U.S. Senator' };
    const president = { ...pete, description: 'President of the United States' };
    const text = 'Jeff Harlow and Pete Harlow came.\nFormer President Harlow spoke.';
    expect(linksIn([senator, president], text).at(-1)).toBe('Harlow → Pete Harlow');
  });

  it('tells those of one given name apart by their initials', () => {
    const [elder, younger] = [{ ...jeff, aliases: ['Jeff Alan Bell Harlow'] }, { ...jeff, id: 'younger', aliases: ['Jeff Bell Harlow'], description: 'younger' }];
    expect(linkText([elder, younger], 'Jeff B. Harlow spoke. Then Harlow left.').map(({ entity }) => entity)).toEqual([1, 1]);
    expect(linksIn([elder], 'Jeff Harlow came to the meeting. Then Jeff B. Harlow left the room early.')).toEqual(['Jeff Harlow → Jeff Harlow']);
  });

  it('has two entries for one person share what the name means', () => {
    const twins = [jeff, { ...jeff, id: 'twin', aliases: [], popularity: 0.3 }];
    expect(linksIn(twins, 'Jeff Harlow spoke. Then Harlow left.')).toEqual(['Jeff Harlow → Jeff Harlow', 'Harlow → Jeff Harlow']);
  });

  it('has nobody go by the surname of whom the reader said that it is not', () => {
    const text = 'Jeff Harlow spoke to reporters. Later that day Harlow left.';
    expect(linksIn([jeff], text, { corrections: [{ text: 'Jeff Harlow', not: 'jeff' }] })).toEqual([]);
    expect(linksIn(people, text, { corrections: [{ text: 'Jeff Harlow', is: 'pete' }] })).toEqual(['Jeff Harlow → Pete Harlow', 'Harlow → Pete Harlow']);
  });

  it('takes the word of the reader for a stranger, who is then no piece of somebody else', () => {
    const text = 'Jeff Harlow spoke to reporters. His cousin Mary Harlow smiled.';
    expect(linksIn(people, text, { corrections: [{ text: 'Mary Harlow', is: 'pete' }] })).toEqual(['Jeff Harlow → Jeff Harlow', 'Mary Harlow → Pete Harlow']);
  });
});

describe('linkDocument, of names without capitals', () => {
  it.each([
    ['习近平', '习近平访问美国。'],
    ['安倍晋三', '安倍晋三首相は訪問した。'],
    ['문재인', '문재인 대통령은 오늘 말했다.'],
    ['بنيامين نتنياهو', 'قال بنيامين نتنياهو اليوم'],
    ['नरेन्द्र मोदी', 'प्रधानमंत्री नरेन्द्र मोदी ने कहा'],
    ['ประยุทธ์', 'นายกรัฐมนตรีประยุทธ์กล่าวว่า'],
  ])('links %s', (name, text) => {
    expect(linksIn([person('one', name, 'politician')], text)).toEqual([`${name} → ${name}`]);
  });
});

describe('linkDocument, of everyday words', () => {
  const words: Entity[] = ['politics', 'deforestation'].map((name) => ({ id: name, name, kind: 'topic', aliases: [] }));

  it('marks none for who does not follow it, whatever it is written like', () => {
    expect(linksIn(words, 'POLITICS\nPolitics as usual.\nDeforestation goes on. They spoke of Deforestation.')).toEqual([]);
    expect(linksIn(words, 'POLITICS\nDeforestation goes on.', { followed: new Set([0, 1]) })).toEqual(['POLITICS → politics', 'Deforestation → deforestation']);
  });

  it('does not take who or it for what the reader said of WHO or IT', () => {
    const health: Entity = { id: 'who', name: 'World Health Organization', kind: 'organisation', aliases: ['WHO'] };
    const text = 'The WHO said so on Monday. Who said so? Who knows.';
    expect(linksIn([health], text, { corrections: [{ text: 'WHO', is: 'who' }] })).toEqual(['WHO → World Health Organization']);
  });
});
