import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../lib/model/entity';
import { linksIn } from './link-text';

const congressman: Entity = { id: 'c', name: 'Robert Emmett Marlow', kind: 'person', aliases: ['Robert Marlow'], popularity: 0.6, description: 'former U.S. Representative from PA (Democrat)' };
const links = (text: string, entities: readonly Entity[] = [congressman]): string[] => linksIn(entities, text);

describe('people of another calling', () => {
  it('are not who has a rank before the full name, nor by the surname after it', () => {
    expect(links('Gen. Robert E. Marlow surrendered.\nMarlow was tired.')).toEqual([]);
    expect(links('Former Rep. Robert E. Marlow spoke.\nMarlow was tired.')).toHaveLength(2);
  });

  it('are not whom an apposition says to have one', () => {
    expect(links('A statue of Robert E. Marlow, the Confederate general, was taken down.')).toEqual([]);
    expect(links('A statue of Robert E. Marlow, the former congressman, was taken down.')).toHaveLength(1);
  });

  it('may have been soldiers before they were presidents', () => {
    const president: Entity = { ...congressman, description: 'President of the United States' };
    expect(links('Gen. Robert Marlow surrendered.', [president])).toHaveLength(1);
  });

  it('are who they are where "general" is no rank, the name is a surname in a list, or nothing is known of them', () => {
    expect(links('Attorney General Robert Marlow agreed.')).toHaveLength(1);
    expect(links('They asked Peter King Robert Marlow and Ann Hill.')).toHaveLength(1);
    expect(links('Gen. Robert Marlow surrendered.', [{ ...congressman, description: undefined }])).toHaveLength(1);
  });
});
