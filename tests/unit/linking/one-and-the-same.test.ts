import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../lib/model/entity';
import { linkText } from './link-text';

const agency = { kind: 'organisation', description: 'federal agency', popularity: 0.6 } as const;
const senator = { kind: 'person', description: 'former U.S. Senator from DE (Democrat)', popularity: 0.3 } as const;
const president = { kind: 'person', description: 'President of the United States', popularity: 0.7 } as const;

/** The id that each mention has, and how sure it is. */
function linked(entities: readonly Entity[], text: string): { ids: string[]; least: number } {
  const mentions = linkText(entities, text);
  return { ids: mentions.map(({ entity }) => entities[entity]!.id), least: Math.min(...mentions.map(({ confidence }) => confidence)) };
}

describe('entries of a pack for one and the same thing', () => {
  it('do not share the chances of the name, and the best known of them is linked', () => {
    const text = 'Joe Biden spoke on Monday.\nReporters asked Biden about the talks.';
    const twins: Entity[] = [
      { ...senator, id: 'list:7', name: 'Joe Biden', aliases: ['Joseph Biden'] },
      { ...president, id: 'office:7', name: 'Joseph Biden', aliases: ['Joe Biden'] },
    ];
    expect(linked(twins, text).ids).toEqual(['office:7', 'office:7']);
    expect(linked(twins, text).least).toBeGreaterThan(0.8);
  });

  it('are told by one number in two lists where they have one name', () => {
    const text = 'Ann Marlow spoke on Monday.';
    const two = (first: string, second: string): Entity[] => [
      { ...senator, id: first, name: 'Ann Marlow', aliases: [], popularity: 0.5 },
      { ...president, id: second, name: 'Ann Marlow', aliases: [], popularity: 0.5 },
    ];
    expect(linked(two('list:7', 'office:7'), text).ids).toEqual(['list:7']);
    expect(linked(two('list:7', 'office:8'), text).ids).toEqual([]);
  });

  it('are told by a description alike where one has the other for a name', () => {
    const departments: Entity[] = [
      { ...agency, id: 'a', name: 'Department of Justice', aliases: ['Justice Department', 'DOJ'] },
      { ...agency, id: 'b', name: 'Justice Department', aliases: ['DOJ'] },
      { ...agency, id: 'c', name: 'U.S. Department of Justice', aliases: ['Justice Department', 'DOJ'] },
    ];
    expect(linked(departments, 'The Justice Department declined to comment.').ids).toEqual(['a']);
  });

  it('are not people with other middle names, whatever else a pack calls them', () => {
    const people: Entity[] = [
      { ...president, id: '41', name: 'Owen H. W. Marlow', aliases: ['Owen W. Marlow', 'Owen Marlow'], popularity: 1 },
      { ...president, id: '43', name: 'Owen W. Marlow', aliases: ['Owen H. W. Marlow', 'Owen Marlow'], popularity: 0.9 },
    ];
    expect(linked(people, 'A memo for Owen W. Marlow was found.').ids).toEqual(['43']);
    expect(linked(people, 'Owen H. W. Marlow spoke.\nA memo for Owen W. Marlow was found.').ids).toEqual(['41', '43']);
    expect(linked(people, 'A memo for Owen W. Marlow was found.\nThe memo told Marlow what to do.').ids).toEqual(['43', '43']);
  });

  it('leave what the reader denies of one to the other', () => {
    const twins: Entity[] = [
      { ...senator, id: 'list:7', name: 'Joe Biden', aliases: ['Joseph Biden'] },
      { ...president, id: 'office:7', name: 'Joseph Biden', aliases: ['Joe Biden'] },
    ];
    const corrections = [{ text: 'Joe Biden', not: 'office:7', at: 1 }];
    expect(linkText(twins, 'Joe Biden spoke on Monday.', { corrections }).map(({ entity }) => twins[entity]!.id)).toEqual(['list:7']);
  });
});
