import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../lib/model/entity';
import { speakerEntity } from '../../../lib/quotes/speaker-entity';

const jeff: Entity = { id: 'jeff', name: 'Jeff Sessions', kind: 'person', aliases: ['Jefferson Sessions'] };
const pete: Entity = { id: 'pete', name: 'Pete Sessions', kind: 'person', aliases: [] };
const said = '“I have never been there,” Sessions said.';

describe('speakerEntity', () => {
  it('takes a surname for the only person who bears it', () => {
    expect(speakerEntity('Sessions', [jeff], `Jeff Sessions came. ${said}`)).toBe('jeff');
    expect(speakerEntity('Jefferson Sessions', [jeff, pete], said)).toBe('jeff');
    expect(speakerEntity('Sessions', [jeff, pete], said)).toBeUndefined();
  });

  it.each(['Actor John Sessions', 'John Sessions', 'John Q. Sessions', 'Mary Anne Sessions', 'Senator John Sessions’s son'])('leaves a surname alone where the text has %j', (name) => {
    expect(speakerEntity('Sessions', [jeff], `${name} wrote to Jeff Sessions.\n\n${said}`)).toBeUndefined();
    expect(speakerEntity('Jeff Sessions', [jeff], `${name} wrote to Jeff Sessions.\n\n${said}`)).toBe('jeff');
  });

  it.each(['Attorney General Sessions', 'Mr. Sessions', 'Jefferson Sessions', 'Jeff B. Sessions', 'Senate Sessions', 'John Sessionsworth', 'Ask John. Sessions'])('takes %j for no namesake', (name) => {
    expect(speakerEntity('Sessions', [jeff], `${name} came with Jeff Sessions. ${said}`)).toBe('jeff');
  });
});
