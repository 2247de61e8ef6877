import { describe, expect, it } from 'vitest';
import { aliasEntries } from '../../../lib/linking/alias-entries';
import type { Entity } from '../../../lib/model/entity';

const written = (entity: Omit<Entity, 'id' | 'aliases'> & { aliases?: string[] }): string[] =>
  aliasEntries({ id: 'e', aliases: [], ...entity }, 3).map(({ alias, form }) => `${form}: ${alias}`);

describe('aliasEntries', () => {
  it('adds to a person the surname and the name without middle names', () => {
    expect(written({ name: 'Jake T. Austin', kind: 'person' })).toEqual(['name: Jake T. Austin', 'alias: Jake Austin', 'part: Austin']);
  });

  it('keeps the particles of a surname and leaves out what stands behind it', () => {
    expect(written({ name: 'Louis van Gaal', kind: 'person' })).toContain('part: van Gaal');
    expect(written({ name: 'John Doe, Jr.', kind: 'person' })).toContain('part: Doe');
    expect(written({ name: 'Robert Jones III', kind: 'person' })).toContain('part: Jones');
  });

  it('adds no part to what is no person', () => {
    expect(written({ name: 'Crystal Palace', kind: 'place' })).toEqual(['name: Crystal Palace']);
    expect(written({ name: 'Crystal Palace' })).toEqual(['name: Crystal Palace']);
  });

  it('leaves legal forms out of an organisation', () => {
    expect(written({ name: 'Adidas AG', kind: 'organisation' })).toEqual(['name: Adidas AG', 'alias: Adidas']);
    expect(written({ name: 'F.C. Zenit', kind: 'organisation' })).toContain('alias: Zenit');
  });

  it('writes middle names as initials', () => {
    expect(written({ name: 'Carl Axel Brandt', kind: 'person', aliases: ['Carl Axel Olof Brandt', 'C. A. Brandt'] })).toEqual([
      'name: Carl Axel Brandt', 'alias: Carl Axel Olof Brandt', 'alias: C. A. Brandt', 'alias: Carl Brandt', 'alias: Carl A. Brandt', 'alias: Carl A. O. Brandt', 'part: Brandt',
    ]);
    expect(written({ name: 'Carl Axel Brandt', kind: 'place' })).toEqual(['name: Carl Axel Brandt']);
  });

  it('says U.S. for United States', () => {
    expect(written({ name: 'United States Marine Corps', kind: 'organisation' })).toContain('alias: U.S. Marine Corps');
  });

  it('adds the initials of an organisation as a part', () => {
    expect(written({ name: 'Harbour and Dock Authority', kind: 'organisation' })).toEqual(['name: Harbour and Dock Authority', 'part: HDA', 'part: HADA']);
    expect(written({ name: 'Harbour Authority', kind: 'organisation' })).toEqual(['name: Harbour Authority']);
  });

  it('writes umlauts with an e, and events without their federation', () => {
    expect(written({ name: 'Jörg Küster', kind: 'person' })).toContain('alias: Joerg Kuester');
    expect(written({ name: 'FISU Winter Games', kind: 'event' })).toContain('alias: Winter Games');
    expect(written({ name: 'FISU Office Building', kind: 'organisation' })).not.toContain('alias: Office Building');
  });

  it('leaves out the article, so that it hides nobody', () => {
    expect(written({ name: 'The Coast Guard', aliases: ['the guard'] })).toEqual(['name: Coast Guard', 'topic: guard']);
  });

  it('makes topics of what is written small, and of topics', () => {
    expect(written({ name: 'election security', aliases: ['Vote Security'], kind: 'topic' })).toEqual(['topic: election security', 'topic: Vote Security']);
    expect(written({ name: 'iPhone', aliases: ['smart phone'] })).toEqual(['name: iPhone', 'topic: smart phone']);
  });

  it('gives every entry the number of its entity and none twice', () => {
    const entries = aliasEntries({ id: 'e', name: 'Ada Marlow', kind: 'person', aliases: ['Marlow', 'Ada Marlow'] }, 7);
    expect(entries.map(({ alias }) => alias)).toEqual(['Ada Marlow', 'Marlow']);
    expect(entries.every(({ entity }) => entity === 7)).toBe(true);
  });

  it('leaves out words that are never a name by themselves, but not acronyms that spell them', () => {
    expect(written({ name: 'Us', aliases: ['It', 'May', 'Who Are You'] })).toEqual(['alias: Who Are You']);
    expect(written({ name: 'United States', aliases: ['US', 'us', 'U.S.'] })).toEqual(['name: United States', 'alias: US', 'alias: U.S.']);
  });
});
