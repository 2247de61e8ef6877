import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfEntity, readNamePlace } from '../../../components/names-and-topics/name-address';

describe('addressOfEntity', () => {
  it('leads back to any id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        expect(readNamePlace(addressOfEntity(id).slice('#names'.length))).toEqual({ at: 'entity', id });
      }),
    );
  });

  it('takes down no list for an id with half a surrogate pair', () => {
    expect(addressOfEntity('half \ud800')).toBe('#names/e/half%20%EF%BF%BD');
  });
});
