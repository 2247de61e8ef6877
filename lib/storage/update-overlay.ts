import type { LearningChange } from '../discovery/changes';
import { rebuildKnowledge } from './change-knowledge';
import { firstNumberAfter } from './compile-knowledge';
import { compileOverlay, editedIds, type CompiledOverlay } from './compile-overlay';
import type { Database } from './database';
import { mergedNamesBlob, parseMergedNames, type MergedNames } from './merged-names';
import { OpenBase, readBlob } from './open-base';
import type { KnowledgeRow } from './rows';

/** What `noteFound` needs in its caller's transaction. */
export function foundTables({ states, lookBacks }: Database) {
  return [states, lookBacks];
}

/**
 * To be called in the transaction that changes found entities or edits, with the ids that texts may mean otherwise now:
 * what is known is brought up to date by `updateOverlay`, and articles by `lookBack`, sooner or later, whoever is killed.
 */
export async function noteFound({ states, lookBacks }: Database, ids: readonly string[], how?: { readonly isLearned: true }): Promise<void> {
  const [found, waiting] = await Promise.all([states.get('found'), how ? lookBacks.bulkGet([...ids]) : []]);
  const count = (found?.count ?? 0) + 1;
  await Promise.all([
    states.put({ name: 'found', count }),
    // What the reader changed, and nobody has looked back for yet, is to be looked for all the same.
    lookBacks.bulkPut(ids.map((entity, at) => ({ entity, change: count, ...(waiting[at] === undefined || waiting[at].isLearned === true ? how : {}) }))),
  ]);
}

/** Changes that wait while articles are indexed, one for so many found entities: making the overlay takes as long as they are many. */
const entitiesPerChange = 500;
/** Fewer changes than this are not worth that the next batch, which is linked by then, is linked again. */
const leastChanges = 4;

/**
 * The same while there are articles left to be indexed, as often as it is worth it: all in all that takes no more than a
 * small part of the time. When it is done hangs on nothing but what is stored, so that whoever is killed goes on alike.
 */
export async function updateOverlaySometimes(database: Database): Promise<void> {
  if (await isOverlayDue(database)) await updateOverlay(database);
}

/**
 * Whether `updateOverlaySometimes` would do so.
 * @param coming what is about to be stored as one change
 */
export async function isOverlayDue(database: Database, coming: readonly LearningChange[] = []): Promise<boolean> {
  const { entities, knowledge, states } = database;
  const [row, changes, found] = await database.transaction('r', [entities, knowledge, states], () =>
    Promise.all([knowledge.get('current'), states.get('found'), entities.count()]));
  const waiting = (changes?.count ?? 0) - (row?.overlay ?? 0) + (coming.some(({ change }) => change !== 'merge-suggested') ? 1 : 0);
  const learned = coming.filter(({ change }) => change === 'entity-learned').length;
  return !row || waiting >= Math.max(leastChanges, (found + learned) / entitiesPerChange);
}

/** Makes found entities and edits part of what is known, if they are not yet. Takes as long as there are many of them. */
export async function updateOverlay(database: Database): Promise<void> {
  for (;;) {
    const made = await overlayAsOfNow(database);
    if (made === 'nothing-new') return;
    if (made === 'outdated') continue;
    if (await storeOverlay(database, made)) return;
  }
}

/** An overlay, and the knowledge that it is for. */
export interface OverlayOver {
  readonly row: KnowledgeRow;
  /** The change up to which it has everything. */
  readonly changes: number;
  /** Undefined where there is nothing to lay over. */
  readonly overlay: CompiledOverlay | undefined;
}

interface OverlayOptions {
  /** Over a gazetteer that has these instead of those which the current one has. */
  readonly merged?: MergedNames;
  /** Also where nothing has changed. */
  readonly always?: boolean;
}

/** Compiles what found entities and edits make of the packs now. `outdated`: it is to be tried again. */
export async function overlayAsOfNow(
  database: Database,
  { merged, always = false }: OverlayOptions = {},
): Promise<OverlayOver | 'nothing-new' | 'outdated'> {
  const { entities, entityEdits, knowledge, states } = database;
  const [row, state, found, edits] = await database.transaction('r', [entities, entityEdits, knowledge, states], async () => {
    const [current, changes] = await Promise.all([knowledge.get('current'), states.get('found')]);
    if (!changes || (current?.overlay === changes.count && !always)) return [current, undefined, [], []];
    return [current, changes, await entities.toArray(), await entityEdits.toArray()];
  });
  if (!state) return 'nothing-new';
  const before = merged ?? (row && (await readMergedNames(database, row)));
  if (!row || before === 'lost') {
    await rebuildKnowledge(database);
    return 'outdated';
  }
  const wanted = [...editedIds(edits), ...found.map(({ id }) => id), ...(before?.packed ?? [])];
  const packed = await new OpenBase(database.backendDB(), row).withIds([...new Set(wanted)]);
  if (!packed) {
    const isCurrent = (await knowledge.get('current'))?.base === row.base;
    // The index of ids is lost, and made anew with everything else.
    if (isCurrent) await rebuildKnowledge(database);
    return 'outdated';
  }
  const overlay = compileOverlay({ found, edits, packed, firstNumber: firstNumberAfter(row.pages), twins: row.twins, merged: before });
  return { row, changes: state.count, overlay };
}

/**
 * Puts an overlay in place of the one before, unless what is known has changed since.
 * @param merged the gazetteer that it was made over, where that takes the base's place with it, and what that has
 */
export async function storeOverlay(
  database: Database,
  { row, changes, overlay }: OverlayOver,
  merged?: { readonly gazetteer: Blob; readonly names: MergedNames },
): Promise<boolean> {
  const { knowledge, knowledgeOverlays, knowledgeParts } = database;
  return database.transaction('rw', [knowledge, knowledgeOverlays, knowledgeParts], async () => {
    if ((await knowledge.get('current'))?.version !== row.version) return false;
    const version = row.version + 1;
    await knowledge.put({ ...row, version, overlay: changes, ...(merged && { merged: version }) });
    if (overlay) await knowledgeOverlays.put({ ...overlay.row, version });
    else await knowledgeOverlays.delete('current');
    if (!merged) return true;
    await knowledgeParts.bulkPut([
      { name: 'gazetteer', version: row.base, blob: merged.gazetteer },
      { name: 'merged', version: row.base, blob: mergedNamesBlob(merged.names) },
    ]);
    return true;
  });
}

/** Undefined where nothing was merged into this base; `lost` where it cannot be told any more what was. */
async function readMergedNames({ knowledgeParts }: Database, row: KnowledgeRow): Promise<MergedNames | 'lost' | undefined> {
  if (row.merged === undefined) return undefined;
  const part = await knowledgeParts.get('merged');
  const buffer = part?.version === row.base ? await readBlob(part.blob) : undefined;
  return buffer === undefined ? 'lost' : parseMergedNames(buffer);
}
