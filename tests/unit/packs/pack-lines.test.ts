import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/model/limits';
import { parsePackEntity, parsePackHeader } from '../../../lib/packs/pack-lines';

describe('parsePackHeader', () => {
  it('reads the first line of a pack and drops what it does not know', () => {
    const line = '{"format":"sidelight-pack/1","id":"p","title":"P","licence":"CC0-1.0","language":"en","entities":2,"x":1}';
    expect(parsePackHeader(line)).toEqual({
      ok: true,
      value: { format: 'sidelight-pack/1', id: 'p', title: 'P', licence: 'CC0-1.0', language: 'en', entities: 2 },
    });
  });

  it.each([
    ['{"format":"sidelight-pack/2","id":"p","title":"P"}', 'a newer Sidelight wrote it'],
    ['{"format":"sidelight-coverage/1"}', 'it is a file of articles'],
    ['<html>', 'it is not JSON'],
    ['[]', 'it is not a JSON object'],
  ])('refuses %s', (line, detail) => {
    expect(parsePackHeader(line)).toEqual({ ok: false, failure: { kind: 'not-a-pack', detail } });
  });
});

describe('parsePackEntity', () => {
  const entity = (fields: object) => parsePackEntity(JSON.stringify({ id: 'e:1', name: 'Ada Marlow', ...fields }));

  it('accepts an entity that has only an id and a name', () => {
    expect(entity({})).toEqual({ ok: true, value: { id: 'e:1', name: 'Ada Marlow', aliases: [] } });
  });

  it('takes null for absent', () => {
    const nulls = { kind: null, aliases: null, description: null, popularity: null, links: null };
    expect(entity(nulls)).toEqual({ ok: true, value: { id: 'e:1', name: 'Ada Marlow', aliases: [] } });
  });

  it('keeps what the model knows and drops the rest', () => {
    const full = { kind: 'person', aliases: ['A. Marlow'], description: 'a judge', popularity: 0.5 };
    expect(entity({ ...full, born: 1961, kinds: [] })).toEqual({
      ok: true,
      value: { id: 'e:1', name: 'Ada Marlow', ...full },
    });
  });

  it('leaves out aliases that say nothing and kinds that it does not know', () => {
    const parsed = entity({ kind: 'ship', aliases: [' ', 'Ada Marlow', 'Ada', 'Ada ', 7, 'x'.repeat(limits.nameLength + 1)] });
    expect(parsed).toEqual({ ok: true, value: { id: 'e:1', name: 'Ada Marlow', aliases: ['Ada'] } });
  });

  it('refuses an id that no address could name', () => {
    expect(entity({ id: 'half \ud800' })).toMatchObject({ ok: false, failure: { detail: 'id is missing or not usable' } });
    expect(entity({ id: 'whole \u{1F600}' })).toMatchObject({ ok: true });
  });

  it('bounds the number of aliases', () => {
    const parsed = entity({ aliases: Array.from({ length: limits.aliasesPerEntity + 5 }, (_, i) => `Alias ${i}`) });
    expect(parsed.ok && parsed.value.aliases).toHaveLength(limits.aliasesPerEntity);
  });

  it('turns a Wikipedia page title into its address and refuses other schemes', () => {
    const links = { wikidata: 'Q1', wikipedia: 'Ada Marlow (judge)', website: 'javascript:alert(1)' };
    const parsed = entity({ links });
    expect(parsed.ok && parsed.value.links).toEqual({
      wikidata: 'Q1',
      wikipedia: 'https://en.wikipedia.org/wiki/Ada_Marlow_(judge)',
    });
  });

  it.each([
    [{ id: '' }, 'id is missing or not usable'],
    [{ name: '  ' }, 'name is missing or not usable'],
    [{ name: 7 }, 'name is missing or not usable'],
    [{ popularity: 3 }, 'popularity is missing or not usable'],
    [{ description: 'x'.repeat(limits.descriptionLength + 1) }, 'description is missing or not usable'],
  ])('refuses %o with a reason', (fields, detail) => {
    expect(entity(fields)).toEqual({ ok: false, failure: { kind: 'not-a-pack', detail } });
  });

  it('answers any line without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (line) => {
        expect(typeof parsePackEntity(line).ok).toBe('boolean');
      }),
    );
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.record({ id: text, name: text, links: fc.record({ wikipedia: text }) }), (line) => {
        expect(typeof parsePackEntity(JSON.stringify(line)).ok).toBe('boolean');
      }),
    );
  });
});
