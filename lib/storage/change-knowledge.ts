import type { Database } from './database';
import { compileKnowledge } from './compile-knowledge';
import type { PackRow } from './rows';

/** Packs before a change to the packs after it; rows that are left out are deleted, with their pages. */
type PackChange = (packs: readonly PackRow[]) => readonly PackRow[];

/**
 * Changes which packs are in use: compiles what will be known, then puts it in place of what was, in one transaction.
 * Killed before that, everything is as it was. Compiled anew when somebody else has changed the knowledge meanwhile.
 * Returns the new version.
 */
export async function changeKnowledge(database: Database, change: PackChange): Promise<number> {
  const { packs: packTable, entityPages, knowledge, knowledgeParts, knowledgeOverlays, entities, entityEdits, states } = database;
  for (;;) {
    const base = (await knowledge.get('current'))?.base ?? 0;
    const packs = change(await packTable.orderBy('key').toArray());
    const used = keysInUse(packs);
    const found = await database.transaction('r', [entities, entityEdits, states], async () => ({
      changes: (await states.get('found'))?.count ?? 0,
      entities: await entities.toArray(),
      edits: await entityEdits.toArray(),
    }));
    const compiled = await compileKnowledge(database, used, found);
    const tables = [packTable, entityPages, knowledge, knowledgeParts, knowledgeOverlays];
    const version = await database.transaction('rw', tables, async () => {
      const now = await knowledge.get('current');
      if ((now?.base ?? 0) !== base) return undefined;
      // Imports that began meanwhile are not this change's business: it speaks of the packs that it saw.
      const present = await packTable.orderBy('key').toArray();
      const next = change(present);
      if (String(keysInUse(next)) !== String(used)) return undefined;
      const kept = new Set(next.map(({ key }) => key));
      for (const { key } of present) {
        if (kept.has(key)) continue;
        await packTable.delete(key);
        await entityPages.where('pack').equals(key).delete();
      }
      await packTable.bulkPut([...next]);
      const newVersion = (now?.version ?? 0) + 1;
      // What was found meanwhile is not in this overlay, which `updateOverlay` sees by its count.
      await knowledge.put({ ...compiled.row, version: newVersion, base: newVersion, overlay: found.changes });
      await knowledgeParts.bulkPut([
        { name: 'gazetteer', version: newVersion, blob: compiled.gazetteer },
        { name: 'ids', version: newVersion, blob: compiled.ids },
        { name: 'facts', version: newVersion, blob: compiled.facts },
      ]);
      // What was merged into the gazetteer of before is in the overlay again.
      await knowledgeParts.delete('merged');
      if (compiled.overlay) await knowledgeOverlays.put({ ...compiled.overlay, version: newVersion });
      else await knowledgeOverlays.delete('current');
      return newVersion;
    });
    if (version !== undefined) return version;
  }
}

/** Compiles what the packs in use say, as it stands in their pages: for parts of it that were lost or damaged. */
export async function rebuildKnowledge(database: Database): Promise<void> {
  await changeKnowledge(database, (packs) => packs);
}

function keysInUse(packs: readonly PackRow[]): number[] {
  return packs.filter(({ state }) => state === 'ready').map(({ key }) => key);
}
