import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityEditSchema } from '../../../lib/model/entity-edit';
import type { EditChange, EntityEdit, KnowledgeChange } from '../../../lib/model/entity-edit';
import type { Entity } from '../../../lib/model/entity';
import { changeEdit } from '../../../lib/services/edit-entity';
import { editPlans, ownId } from '../../../lib/services/edit-plans';
import { editedEntity } from '../../../lib/storage/edited-entity';

const jeff: Entity = { id: 'jeff', name: 'Jeff Sessions', kind: 'person', aliases: ['Jefferson Sessions', 'J. Sessions'] };
const now = '2026-01-01T10:00:00Z';
const later = '2026-01-02T10:00:00Z';

function after(changes: readonly KnowledgeChange[], before?: EntityEdit): EntityEdit | undefined {
  return changes.reduce<EntityEdit | undefined>((edit, change) => changeEdit(edit, change as EditChange, now).edit, before);
}

describe('editedEntity', () => {
  it('keeps the old name as an alias when it was renamed', () => {
    const seen = editedEntity(jeff, after(editPlans.rename(jeff, 'J. Sessions')));
    expect(seen).toMatchObject({ name: 'J. Sessions', kind: 'person', aliases: ['Jeff Sessions', 'Jefferson Sessions'] });
  });

  it('holds over what a newer pack says', () => {
    const edit = after([
      ...editPlans.rename(jeff, 'Sessions III'),
      ...editPlans.removeAlias(jeff, 'J. Sessions'),
      ...editPlans.addAlias(jeff, 'The senator'),
    ]);
    const seen = editedEntity({ ...jeff, name: 'Jefferson B. Sessions', aliases: ['J. Sessions', 'Beau'] }, edit);
    expect(seen.name).toBe('Sessions III');
    expect([...seen.aliases].sort()).toEqual(['Beau', 'Jefferson B. Sessions', 'The senator']);
  });

  it('takes away the old name of one that was renamed, and never the name', () => {
    const edit = after([...editPlans.rename(jeff, 'Beau'), ...editPlans.removeAlias(jeff, 'Jeff Sessions'), ...editPlans.removeAlias(jeff, 'Beau')]);
    expect(editedEntity(jeff, edit)).toMatchObject({ name: 'Beau', aliases: ['Jefferson Sessions', 'J. Sessions'] });
  });

  it('gives the names that are split off to the new entity alone', () => {
    const away = { id: 'own:1', name: 'J. Sessions', aliases: ['Jefferson Sessions'] };
    const changes = editPlans.split(jeff, away);
    expect(editedEntity(jeff, after(changes.slice(0, -1))).aliases).toEqual([]);
    expect(changes.at(-1)).toEqual({ does: 'add', entity: away });
  });

  it('keeps an added alias where a pack brings as many as there may be', () => {
    const many = { ...jeff, aliases: Array.from({ length: 200 }, (_, at) => `Alias ${at}`) };
    const seen = editedEntity(many, after(editPlans.addAlias(jeff, 'Mine')));
    expect(seen.aliases).toHaveLength(200);
    expect(seen.aliases).toContain('Mine');
  });
});

describe('changeEdit', () => {
  const entity = fc.constant('jeff');
  const name = fc.constantFrom('A', 'B', 'C');
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const change: fc.Arbitrary<EditChange> = fc.oneof(
    fc.record({ does: fc.constant('name' as const), entity, name: maybe(name) }),
    fc.record({ does: fc.constant('kind' as const), entity, kind: maybe(fc.constantFrom('person' as const, 'place' as const)) }),
    fc.record({ does: fc.constant('describe' as const), entity, description: maybe(name) }),
    fc.record({ does: fc.constant('alias' as const), entity, alias: name, is: fc.constantFrom('added' as const, 'removed' as const, 'as-brought' as const) }),
    fc.record({ does: fc.constant('merge' as const), entity, into: maybe(name) }),
    fc.record({ does: fc.constant('attend' as const), entity, as: fc.constantFrom('followed' as const, 'muted' as const, 'usual' as const) }),
    fc.record({ does: fc.constant('forget' as const), entity, isForgotten: fc.boolean() }),
  );
  const said = (edit: EntityEdit | undefined) =>
    edit && { ...edit, changed: '', addedAliases: [...edit.addedAliases].sort(), removedAliases: [...edit.removedAliases].sort() };

  it('has an inverse that leads back, for every change after any others', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), change, (earlier, last) => {
        const before = after(earlier);
        const changed = changeEdit(before, last, later);
        expect(said(changeEdit(changed.edit, changed.inverse, later).edit)).toEqual(said(before));
      }),
    );
  });

  it('keeps nothing where nothing is left to say', () => {
    fc.assert(
      fc.property(change, (one) => {
        const { edit, inverse } = changeEdit(undefined, one, now);
        expect(changeEdit(edit, inverse, now).edit).toBeUndefined();
        if (edit) expect(entityEditSchema.parse(edit)).toEqual(edit);
      }),
    );
  });

  it('undoes one change without touching what came after it', () => {
    const renamed = changeEdit(undefined, { does: 'name', entity: 'jeff', name: 'Beau' }, now);
    const followed = changeEdit(renamed.edit, { does: 'attend', entity: 'jeff', as: 'followed' }, later);
    expect(changeEdit(followed.edit, renamed.inverse, later).edit).toMatchObject({ name: undefined, followed: 1 });
  });

  it('cannot follow and mute at once', () => {
    const edit = after([{ does: 'attend', entity: 'jeff', as: 'followed' }, { does: 'attend', entity: 'jeff', as: 'muted' }]);
    expect(edit).toMatchObject({ followed: undefined, muted: 1 });
  });
});

describe('editPlans', () => {
  it('settles the suggestion that a merge answers', () => {
    expect(editPlans.merge('a', 'b')).toEqual([{ does: 'merge', entity: 'a', into: 'b' }]);
    expect(editPlans.merge('a', 'b', 'a b')).toContainEqual({ does: 'settle', pair: 'a b', state: 'merged' });
  });
});

describe('ownId', () => {
  it('is another one each time', () => {
    const chances = [0.1, 0.2, 0.3, 0.999999];
    const chance = () => chances.shift() ?? 0;
    expect(new Set([ownId(chance), ownId(chance)]).size).toBe(2);
  });
});
