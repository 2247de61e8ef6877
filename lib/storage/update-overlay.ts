import { rebuildKnowledge } from './change-knowledge';
import { firstNumberAfter } from './compile-knowledge';
import { compileOverlay, editedIds } from './compile-overlay';
import type { Database } from './database';
import { OpenBase } from './open-base';

/** What `noteFound` needs in its caller's transaction. */
export function foundTables({ states, lookBacks }: Database) {
  return [states, lookBacks];
}

/**
 * To be called in the transaction that changes found entities or edits, with the ids that texts may mean otherwise now:
 * what is known is brought up to date by `updateOverlay`, and articles by `lookBack`, sooner or later, whoever is killed.
 */
export async function noteFound({ states, lookBacks }: Database, ids: readonly string[], how?: { readonly isLearned: true }): Promise<void> {
  const count = ((await states.get('found'))?.count ?? 0) + 1;
  await states.put({ name: 'found', count });
  const waiting = how ? await lookBacks.bulkGet([...ids]) : [];
  await lookBacks.bulkPut(
    // What the reader changed, and nobody has looked back for yet, is to be looked for all the same.
    ids.map((entity, at) => ({ entity, change: count, ...(waiting[at] === undefined || waiting[at].isLearned === true ? how : {}) })),
  );
}

/** Changes that wait while articles are indexed, one for so many found entities: making the overlay takes as long as they are many. */
const entitiesPerChange = 500;

/**
 * The same while there are articles left to be indexed, as often as it is worth it: all in all that takes no more than a
 * small part of the time. When it is done hangs on nothing but what is stored, so that whoever is killed goes on alike.
 */
export async function updateOverlaySometimes(database: Database): Promise<void> {
  const { entities, knowledge, states } = database;
  const [row, changes, found] = await database.transaction('r', [entities, knowledge, states], () =>
    Promise.all([knowledge.get('current'), states.get('found'), entities.count()]));
  const waiting = (changes?.count ?? 0) - (row?.overlay ?? 0);
  if (!row || waiting >= found / entitiesPerChange) await updateOverlay(database);
}

/** Makes found entities and edits part of what is known, if they are not yet. Takes as long as there are many of them. */
export async function updateOverlay(database: Database): Promise<void> {
  const { entities, entityEdits, knowledge, knowledgeOverlays, states } = database;
  for (;;) {
    const [row, state, found, edits] = await database.transaction('r', [entities, entityEdits, knowledge, states], async () => {
      const [current, changes] = await Promise.all([knowledge.get('current'), states.get('found')]);
      if (!changes || current?.overlay === changes.count) return [current, undefined, [], []];
      return [current, changes, await entities.toArray(), await entityEdits.toArray()];
    });
    if (!state) return;
    if (!row) {
      await rebuildKnowledge(database);
      continue;
    }
    const packed = await new OpenBase(database, row).withIds([...editedIds(edits), ...found.map(({ id }) => id)]);
    if (!packed) {
      const isCurrent = (await knowledge.get('current'))?.base === row.base;
      // The index of ids is lost, and made anew with everything else.
      if (isCurrent) await rebuildKnowledge(database);
      continue;
    }
    const overlay = compileOverlay({ found, edits, packed, firstNumber: firstNumberAfter(row.pages) });
    const isDone = await database.transaction('rw', [knowledge, knowledgeOverlays], async () => {
      if ((await knowledge.get('current'))?.version !== row.version) return false;
      const version = row.version + 1;
      await knowledge.put({ ...row, version, overlay: state.count });
      if (overlay) await knowledgeOverlays.put({ ...overlay, version });
      else await knowledgeOverlays.delete('current');
      return true;
    });
    if (isDone) return;
  }
}
