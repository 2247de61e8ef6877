import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { EditChange, KnowledgeChange } from '../model/entity-edit';
import { limits } from '../model/limits';
import { changeEdit } from '../services/edit-entity';
import type { Database } from './database';
import { withStandIns } from './merged-members';
import { foundTables, noteFound } from './update-overlay';

/**
 * Makes the reader's changes, all of them or none, and returns what leads back. What they do to names and facts is seen
 * when the overlay has followed (`updateOverlay`).
 */
export async function saveChanges(
  database: Database,
  changes: readonly KnowledgeChange[],
  now: string,
): Promise<Result<KnowledgeChange[]>> {
  const { entityEdits, entities, corrections, mergeSuggestions, articles } = database;
  try {
    const tables = [entityEdits, entities, corrections, mergeSuggestions, articles, ...foundTables(database)];
    const inverses = await database.transaction('rw', tables, async () => {
      const before = await countSaid(database);
      const undo: KnowledgeChange[] = [];
      for (const change of changes) {
        undo.unshift(await saveChange(database, change, now));
        const along = await followedAlong(database, change);
        if (along) undo.unshift(await saveChange(database, along, now));
      }
      // What was restored may be more than that: it can be taken back, if not added to.
      const after = await countSaid(database);
      if (after > limits.edits && after > before) throw new Refused(fail('too-large'));
      // Whoever stops to stand for another is named by what leads back alone.
      const touched = new Set([...changes, ...undo].flatMap(touchedBy));
      if (touched.size > 0) await noteFound(database, [...touched]);
      return undo;
    });
    return succeed(inverses);
  } catch (error) {
    // Thrown so that what was done before it is undone with the transaction.
    if (error instanceof Refused) return error.why;
    throw error;
  }
}

async function countSaid({ entityEdits, corrections }: Database): Promise<number> {
  return (await entityEdits.count()) + (await corrections.count());
}

/** Who follows somebody goes on following whoever stands for them, unless the reader said otherwise of that one. */
async function followedAlong(database: Database, change: KnowledgeChange): Promise<KnowledgeChange | undefined> {
  if (change.does !== 'merge' || change.into === undefined) return undefined;
  if ((await database.entityEdits.get(change.entity))?.followed !== 1) return undefined;
  const entity = (await withStandIns(database, change.into)).at(-1) ?? change.into;
  const edit = await database.entityEdits.get(entity);
  return edit?.followed === 1 || edit?.muted === 1 ? undefined : { does: 'attend', entity, as: 'followed' };
}

class Refused extends Error {
  readonly why: ReturnType<typeof fail>;

  constructor(why: ReturnType<typeof fail>) {
    super(why.failure.kind);
    this.why = why;
  }
}

/** Ids of the entities that texts may mean otherwise. */
function touchedBy(change: KnowledgeChange): string[] {
  switch (change.does) {
    case 'add': return [change.entity.id];
    case 'merge': return change.into === undefined ? [change.entity] : [change.entity, change.into];
    case 'drop':
    case 'name':
    case 'kind':
    case 'describe':
    case 'alias':
    case 'forget':
      return [change.entity];
    // What is said of a name or followed is asked for with every page, and stands in no gazetteer.
    case 'correct':
    case 'withdraw':
    case 'settle':
    case 'keep':
    case 'attend':
      return [];
  }
}

/** Within the caller's transaction. Returns the inverse. */
async function saveChange(database: Database, change: KnowledgeChange, now: string): Promise<KnowledgeChange> {
  const { entities, corrections, mergeSuggestions, articles } = database;
  switch (change.does) {
    case 'add':
      if (await entities.get(change.entity.id)) throw new Refused(fail('already-there'));
      await entities.add({ ...change.entity, origin: 'reader', since: now });
      return { does: 'drop', entity: change.entity.id };
    case 'drop': {
      const row = await entities.get(change.entity);
      if (row?.origin !== 'reader') throw new Refused(fail('not-found'));
      await entities.delete(change.entity);
      const { id, name, kind, aliases, description } = row;
      return { does: 'add', entity: { id, name, kind, aliases, description } };
    }
    case 'correct':
      return { does: 'withdraw', correction: await corrections.add(change.correction) };
    case 'withdraw': {
      const row = await corrections.get(change.correction);
      if (!row) throw new Refused(fail('not-found'));
      await corrections.delete(change.correction);
      const { text, url, is, not } = row;
      return { does: 'correct', correction: { text, url, is, not } };
    }
    case 'keep': {
      const row = await articles.get({ id: change.article });
      if (!row) throw new Refused(fail('not-found'));
      await articles.update(row.key, { saved: change.isKept ? 1 : undefined });
      return { does: 'keep', article: change.article, isKept: row.saved === 1 };
    }
    case 'settle': {
      const row = await mergeSuggestions.get(change.pair);
      if (!row) throw new Refused(fail('not-found'));
      await mergeSuggestions.update(change.pair, { state: change.state });
      return { does: 'settle', pair: change.pair, state: row.state };
    }
    case 'name':
    case 'kind':
    case 'describe':
    case 'alias':
    case 'merge':
    case 'attend':
    case 'forget':
      return saveEdit(database, change, now);
  }
}

async function saveEdit(database: Database, change: EditChange, now: string): Promise<EditChange> {
  const { entityEdits } = database;
  // One that stands for the other already cannot also be stood for by it.
  const isCircle = change.does === 'merge' && change.into !== undefined && (await withStandIns(database, change.into)).includes(change.entity);
  if (isCircle) throw new Refused(fail('already-there'));
  const before = await entityEdits.get(change.entity);
  const { edit, inverse } = changeEdit(before, change, now);
  // There may be more of them from before this was refused.
  const isTooMany = (kind: 'addedAliases' | 'removedAliases') => edit && edit[kind].length > Math.max(limits.aliasesPerEntity, before?.[kind].length ?? 0);
  if (isTooMany('addedAliases') || isTooMany('removedAliases')) throw new Refused(fail('too-large'));
  if (edit) await entityEdits.put(edit);
  else await entityEdits.delete(change.entity);
  return inverse;
}
