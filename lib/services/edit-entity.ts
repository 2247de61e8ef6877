import type { EditChange, EntityEdit } from '../model/entity-edit';

export interface ChangedEdit {
  /** Undefined where nothing is left to be kept. */
  readonly edit: EntityEdit | undefined;
  /** Leads back from `edit`, whatever else has been changed meanwhile. */
  readonly inverse: EditChange;
}

/** What is kept of an entity after one more change. */
export function changeEdit(before: EntityEdit | undefined, change: EditChange, now: string): ChangedEdit {
  const { entity } = change;
  const edit: EntityEdit = { addedAliases: [], removedAliases: [], ...before, entity, changed: now };
  switch (change.does) {
    case 'name': return kept({ ...edit, name: change.name }, { does: 'name', entity, name: edit.name });
    case 'kind': return kept({ ...edit, kind: change.kind }, { does: 'kind', entity, kind: edit.kind });
    case 'describe':
      return kept({ ...edit, description: change.description }, { does: 'describe', entity, description: edit.description });
    case 'merge': return kept({ ...edit, mergedInto: change.into }, { does: 'merge', entity, into: edit.mergedInto });
    case 'forget':
      return kept({ ...edit, removed: flag(change.isForgotten) }, { does: 'forget', entity, isForgotten: edit.removed === 1 });
    case 'attend': {
      const was = edit.followed ? 'followed' : edit.muted ? 'muted' : 'usual';
      const is = change.as;
      return kept({ ...edit, followed: flag(is === 'followed'), muted: flag(is === 'muted') }, { does: 'attend', entity, as: was });
    }
    case 'alias': {
      const { alias, is } = change;
      const was = edit.addedAliases.includes(alias) ? 'added' : edit.removedAliases.includes(alias) ? 'removed' : 'as-brought';
      const addedAliases = edit.addedAliases.filter((other) => other !== alias);
      const removedAliases = edit.removedAliases.filter((other) => other !== alias);
      if (is === 'added') addedAliases.push(alias);
      if (is === 'removed') removedAliases.push(alias);
      return kept({ ...edit, addedAliases, removedAliases }, { does: 'alias', entity, alias, is: was });
    }
  }
}

function kept(edit: EntityEdit, inverse: EditChange): ChangedEdit {
  const { name, kind, description, addedAliases, removedAliases, mergedInto, removed, followed, muted } = edit;
  const says = [name, kind, description, mergedInto, removed, followed, muted].some((part) => part !== undefined);
  return { edit: says || addedAliases.length + removedAliases.length > 0 ? edit : undefined, inverse };
}

function flag(is: boolean): 1 | undefined {
  return is ? 1 : undefined;
}
