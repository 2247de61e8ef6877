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
  for (;;) {
    const base = await versionNow(database);
    const packs = change(await database.packs.orderBy('key').toArray());
    const used = keysInUse(packs);
    const compiled = await compileKnowledge(database, used);
    const { packs: packTable, entityPages, knowledge, knowledgeParts } = database;
    const version = await database.transaction('rw', [packTable, entityPages, knowledge, knowledgeParts], async () => {
      if ((await versionNow(database)) !== base) return undefined;
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
      await knowledge.put({ ...compiled.row, version: base + 1, base: base + 1, overlay: 0 });
      await knowledgeParts.bulkPut([
        { name: 'gazetteer', version: base + 1, blob: compiled.gazetteer },
        { name: 'ids', version: base + 1, blob: compiled.ids },
      ]);
      return base + 1;
    });
    if (version !== undefined) return version;
  }
}

async function versionNow(database: Database): Promise<number> {
  return (await database.knowledge.get('current'))?.version ?? 0;
}

function keysInUse(packs: readonly PackRow[]): number[] {
  return packs.filter(({ state }) => state === 'ready').map(({ key }) => key);
}
